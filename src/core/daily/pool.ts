/** How long the questions of a daily last: how many its place has not been asked yet, and until which date they do. */
import type { Question } from '../dataset/schema.ts';
import type { Daily } from '../ports/store.ts';
import { questionsNamed, unknownOf } from '../quiz/draw.ts';
import { questionsFor } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { fittest, isRareIn } from './draw.ts';
import { type Lasting, newAhead } from './plan.ts';
import { dateOfRun, nextRun, weekdayOf } from './zone.ts';

/**
 * “23 of 32 questions have not been asked here: enough until Friday 18 December”, and how many are left out. For one that
 * has any to ask. “About” that date where chance decides it.
 */
export async function poolLine(services: Services, daily: Daily): Promise<string> {
  const { store, library } = services;
  const { place } = daily;
  const pool = fittest(await questionsFor(services, daily));
  const { items } = await store.shownIn(place, 'question');
  const left = unknownOf(pool, questionsNamed(library, items));
  const until =
    daily.state === 'on' && left.length > 0 ? await lastUntil(services, daily, { left, all: pool }) : '';
  return [askedLine(left.length, pool.length, until), await leftOutLine(services, daily)]
    .filter(Boolean)
    .join(' ');
}

function askedLine(left: number, all: number, until: string): string {
  const questions = all === 1 ? 'question' : 'questions';
  if (left === 0)
    return all === 1
      ? 'The one question that fits has been asked here, so it comes again.'
      : `All ${all} questions that fit have been asked here, so they come round again.`;
  const have = left === 1 ? 'has' : 'have';
  return `${left} of ${all} ${questions} ${have} not been asked here${until}.`;
}

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** With more left, or more to draw from, nobody waits until all the dates were played. */
const MOST_PLAYED = 30;
const MOST_DRAWN_FROM = 500;

interface Pool {
  readonly left: readonly Question[];
  readonly all: readonly Question[];
}

async function lastUntil(services: Services, daily: Daily, { left, all }: Pool): Promise<string> {
  const isPlayed = left.length <= MOST_PLAYED && all.length <= MOST_DRAWN_FROM;
  const { count, last, isByChance } = isPlayed
    ? await newAhead(services, daily, left)
    : estimate(services, daily, left);
  if (count === 0) return ', but one that has been comes again first';
  const enough = (how: string) => `: enough ${how}, unless a quiz asks some first`;
  if (last - daily.nextRun > A_YEAR_MS) return enough('for more than a year');
  const until = isByChance || count < left.length ? 'until about' : 'until';
  return enough(`${until} ${weekdayOf(dateOfRun(last, daily))}`);
}

/** One a run, and of those that are rare one a week. */
function estimate({ library }: Services, daily: Daily, left: readonly Question[]): Lasting {
  const rare = left.filter(isRareIn(library)).length;
  const others = left.length - rare;
  const count = others + Math.min(rare, Math.ceil(others / 6));
  let last = daily.nextRun;
  for (let run = 1; run < count && last - daily.nextRun <= A_YEAR_MS; run += 1) last = nextRun(last, daily);
  return { count, last, isByChance: true };
}

export async function leftOutLine({ store }: Services, { place }: Daily): Promise<string> {
  const { questions, topics } = await store.settingsOf(place);
  const counted = [count(questions.length, 'question'), count(topics.length, 'topic')].filter(Boolean);
  const are = questions.length + topics.length === 1 ? 'is' : 'are';
  return counted.length === 0 ? '' : `${counted.join(' and ')} ${are} left out in this channel.`;
}

const count = (many: number, what: string): string =>
  many === 0 ? '' : `${many} ${many === 1 ? what : `${what}s`}`;
