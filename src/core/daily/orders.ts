/** What a moderator does with a daily: set it, look at it, pause it, end it. */
import { type Card, type Inline, plainCard, say } from '../card.ts';
import { formatDate } from '../dates.ts';
import type { Place } from '../ids.ts';
import { questionsAbout, unknownTopic } from '../quiz/select.ts';
import { quote } from '../read-args.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Daily, Delivery } from '../store.ts';
import { describeWeekdays, EVERY_DAY, parseTime, parseWeekdays } from './parse-order.ts';
import { postNow, unsetDaily } from './run-daily.ts';
import { describeRun, findZone, nextRun, suggestZones } from './zone.ts';

/** As typed; what is left out stays as it was, or becomes the default for a first order. */
export interface OrderWords {
  readonly time: string;
  readonly zone: string | undefined;
  readonly weekdays: string | undefined;
  readonly topic: string | undefined;
  readonly reveal: number | undefined;
}

export async function setDaily(services: Services, origin: Origin, words: OrderWords): Promise<Card> {
  const { store, clock } = services;
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet, so nothing was set. ', posting.fix);
  const before = (await store.findDaily(origin.place)) ?? unsetDaily(services, origin.place, origin.player);
  const read = readOrder(services, before, words);
  if ('problem' in read) return read.problem;
  const daily: Daily = { ...before, ...read.order, state: 'on', reason: '', setBy: origin.player };
  const next = nextRun(clock.now(), daily.zone, daily.time, daily.weekdays);
  await store.saveDaily({ ...daily, nextRun: next });
  return plainCard(
    'neutral',
    { type: 'heading', text: 'The daily question is set' },
    { type: 'text', text: orderLines({ ...daily, nextRun: next }) },
    { type: 'note', text: zoneHint(words.zone, daily.zone) },
  );
}

type Read =
  | { readonly order: Pick<Daily, 'time' | 'zone' | 'weekdays' | 'topic' | 'revealAfterHours'> }
  | { readonly problem: Card };

function readOrder(services: Services, before: Daily, words: OrderWords): Read {
  const time = parseTime(words.time);
  if (time === undefined)
    return problem(`“${quote(words.time)}” is not a time of day. Type it like 09:00, 17:30 or 9am.`);
  const zone = words.zone === undefined ? before.zone : findZone(words.zone);
  if (zone === undefined) return problem(zoneProblem(words.zone ?? ''));
  const weekdays = words.weekdays === undefined ? before.weekdays : parseWeekdays(words.weekdays);
  if (weekdays === undefined)
    return problem(
      `“${quote(words.weekdays ?? '')}” are not weekdays. Type them like mon-fri, “mon, wed, sat”, weekends or daily.`,
    );
  const topic = readTopic(before.topic, words.topic);
  if (questionsAbout(services, topic).length === 0) return { problem: unknownTopic(services, topic) };
  return {
    order: { time, zone, weekdays, topic, revealAfterHours: words.reveal ?? before.revealAfterHours },
  };
}

const problem = (text: string): Read => ({ problem: say('problem', text, ' Nothing was changed.') });

const readTopic = (before: string, typed: string | undefined): string =>
  typed === undefined ? before : /^(?:all|any|anything|everything)$/i.test(typed) ? '' : typed;

function zoneProblem(typed: string): string {
  const near = typed === '' ? [] : suggestZones(typed.split('/').at(-1) || typed, 3);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : 'Type it like Europe/Berlin, America/New_York or UTC.';
  return `“${quote(typed)}” is not a time zone. ${hint}`;
}

const zoneHint = (typed: string | undefined, zone: string): Inline[] =>
  typed === undefined
    ? [`The time is taken in ${zone}. Name another zone to change that, for example zone: Europe/Berlin.`]
    : ['Clock changes are followed: it stays at this local time all year.'];

function orderLines(daily: Daily): Inline[] {
  const days = daily.weekdays.length === EVERY_DAY.length ? 'every day' : describeWeekdays(daily.weekdays);
  return [
    { bold: `${daily.time} (${daily.zone}), ${days}` },
    `\nTopic: ${daily.topic === '' ? 'everything' : daily.topic}`,
    `\nThe answer is revealed after ${daily.revealAfterHours} ${daily.revealAfterHours === 1 ? 'hour' : 'hours'}.`,
    ...(daily.state === 'on'
      ? [
          `\nNext question: ${describeRun(daily.nextRun, daily.zone)}, `,
          { time: daily.nextRun, as: 'relative' } as const,
        ]
      : []),
  ];
}

export async function dailyStatus({ store }: Services, place: Place): Promise<Card> {
  const daily = await store.findDaily(place);
  const [last, ...earlier] = await store.deliveriesOf(place, 5);
  if (!daily)
    return say(
      'neutral',
      'There is no daily question in this channel. Set one with /daily set, for example at 09:00.',
    );
  const states = {
    on: 'The daily question is on',
    paused: 'The daily question is paused',
    off: 'The daily question is off',
  };
  return plainCard(
    'neutral',
    { type: 'heading', text: states[daily.state] },
    ...(daily.reason === '' ? [] : [{ type: 'text', text: [{ bold: 'Why: ' }, daily.reason] } as const]),
    { type: 'text', text: orderLines(daily) },
    {
      type: 'text',
      text: last ? [{ bold: 'Last: ' }, describeDelivery(last)] : ['No question has been posted here yet.'],
    },
    ...earlier.map((delivery) => ({ type: 'note', text: [describeDelivery(delivery)] }) as const),
  );
}

function describeDelivery({ localDate, state, reason }: Delivery): string {
  const words = { claimed: 'being posted', posted: 'posted', skipped: 'skipped', failed: 'not posted' };
  return `${formatDate(localDate)}: ${words[state]}${reason === '' ? '' : ` – ${reason}`}`;
}

/** Posts today's question without waiting for its hour; needs no order. */
export async function dailyNow(services: Services, origin: Origin): Promise<Card> {
  const { store } = services;
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet. ', posting.fix);
  const found = await store.findDaily(origin.place);
  const daily = found ?? unsetDaily(services, origin.place, origin.player);
  if (!found) await store.saveDaily(daily);
  const outcome = await postNow(services, daily);
  if (!outcome)
    return say(
      'problem',
      'Today’s question has been posted here already. The next one comes tomorrow at the earliest.',
    );
  if (outcome.status === 'posted')
    return say('neutral', 'Today’s question is posted. It will not be posted a second time today.');
  return outcome.status === 'refused'
    ? say('problem', 'It could not be posted. ', outcome.fix)
    : say(
        'problem',
        'The platform did not take it just now. I will try again; /daily status shows how it went.',
      );
}

export async function pauseDaily(services: Services, place: Place): Promise<Card> {
  return change(
    services,
    place,
    { state: 'paused' },
    'Paused. No streak breaks meanwhile. Go on with /daily resume.',
  );
}

export async function endDaily(services: Services, place: Place): Promise<Card> {
  return change(services, place, { state: 'off' }, 'The daily question is off. Scores and streaks stay.');
}

export async function resumeDaily(services: Services, place: Place): Promise<Card> {
  const daily = await services.store.findDaily(place);
  if (!daily) return nothingSet();
  const next = nextRun(services.clock.now(), daily.zone, daily.time, daily.weekdays);
  return change(
    services,
    place,
    { state: 'on', nextRun: next },
    `Resumed. Next question: ${describeRun(next, daily.zone)}.`,
  );
}

const nothingSet = (): Card =>
  say('problem', 'There is no daily question in this channel yet. Set one with /daily set.');

async function change(
  { store }: Services,
  place: Place,
  to: Partial<Pick<Daily, 'state' | 'nextRun'>>,
  done: string,
): Promise<Card> {
  const daily = await store.findDaily(place);
  if (!daily) return nothingSet();
  await store.saveDaily({ ...daily, ...to, reason: '' });
  return say('neutral', done);
}
