/** The dates on which a daily rests: named ahead by whoever manages it, and taken back. */
import { type Card, say } from '../cards/card.ts';
import type { Place } from '../ids.ts';
import type { Daily } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { describeDates, MOST_DATES, onDates, parseDates } from './calendar.ts';
import { nextFreeRun } from './run-daily.ts';
import { describeRun, localDateOf } from './zone.ts';

/** Ends an answer to words that could not be understood. */
export const UNCHANGED = ' Nothing was changed.';

/** The date that a calendar in the place shows now. */
export const todayOf = ({ clock }: Services, { zone }: Daily): string => localDateOf(clock.now(), zone);

/** Without the skip dates that are past, so that what is kept does not grow for ever. */
export const tidy = (services: Services, daily: Daily): Daily => {
  const today = todayOf(services, daily);
  return { ...daily, skipDates: daily.skipDates.filter((date) => date >= today) };
};

const NOT_ON = 'The daily question is not on here, so no date can be skipped. Set one with /daily set.';

/** Adds dates, as typed, to those on which nothing is posted. */
export async function skipDates(services: Services, place: Place, typed: string): Promise<Card> {
  const daily = await services.store.findDaily(place);
  if (!daily || daily.state === 'off') return say('problem', NOT_ON);
  const today = todayOf(services, daily);
  const read = parseDates(typed, today);
  if ('problem' in read) return say('problem', read.problem, UNCHANGED);
  const { dates } = read;
  if (dates.includes(today) && (await isOut(services, place, today)))
    return say('problem', 'Today’s question is out already. Name later dates.', UNCHANGED);
  const all = [...new Set([...tidy(services, daily).skipDates, ...dates])].toSorted();
  if (all.length > MOST_DATES)
    return say(
      'problem',
      `That would be ${all.length} dates, and I keep ${MOST_DATES}. For a long rest, use /daily pause until: …`,
      UNCHANGED,
    );
  return say(
    'neutral',
    `No question ${onDates(dates)}. Streaks are kept.`,
    await saveSkipDates(services, daily, all),
    ' Take dates back with /daily unskip.',
  );
}

/** Posts again on dates, as typed, that were to be skipped; “all” means all of them. */
export async function unskipDates(services: Services, place: Place, typed: string): Promise<Card> {
  const daily = await services.store.findDaily(place);
  const skipped = daily ? tidy(services, daily).skipDates : [];
  if (!daily || skipped.length === 0)
    return say('problem', 'No date is skipped here, so there is none to take back.');
  const isAll = /^(?:all|every|everything|clear)$/i.test(typed.trim());
  const read = isAll ? { dates: skipped } : parseDates(typed, todayOf(services, daily));
  if ('problem' in read) return say('problem', read.problem, UNCHANGED);
  const back = skipped.filter((date) => read.dates.includes(date));
  if (back.length === 0)
    return say('problem', `None of these is skipped. Skipped are: ${describeDates(skipped)}.`, UNCHANGED);
  const left = skipped.filter((date) => !back.includes(date));
  return say(
    'neutral',
    `No longer skipped: ${describeDates(back)}.`,
    left.length === 0 ? '' : ` Still skipped: ${describeDates(left)}.`,
    await saveSkipDates(services, daily, left),
  );
}

/** A date that has its question, or may have it. */
export async function isOut({ store }: Services, place: Place, date: string): Promise<boolean> {
  const latest = await store.deliveriesOf(place, 5);
  return latest.some(
    ({ localDate, state }) => localDate === date && state !== 'skipped' && state !== 'failed',
  );
}

/** Returns the sentence that says what comes next; empty where only a person can make it go on. */
async function saveSkipDates(services: Services, before: Daily, dates: readonly string[]): Promise<string> {
  const daily = { ...before, skipDates: dates };
  const nextRun = await nextFreeRun(services, daily);
  await services.store.saveDaily({ ...daily, nextRun });
  return daily.state === 'on' || daily.pausedUntil !== undefined
    ? ` Next question: ${describeRun(nextRun, daily.zone)}.`
    : '';
}
