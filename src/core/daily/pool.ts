/** How long the questions of a daily last: how many its place has not been asked yet, and until which date they do. */
import type { Daily } from '../ports/store.ts';
import { questionsNamed, unknownOf } from '../quiz/draw.ts';
import { questionsFor } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { fittest } from './draw.ts';
import { dateOfRun, nextRun, weekdayOf } from './zone.ts';

/**
 * “23 of 32 questions have not been asked here: enough until Friday 18 December”, and how many are left out. For one that
 * has any to ask.
 */
export async function poolLine(services: Services, daily: Daily): Promise<string> {
  const { store, library } = services;
  const { place } = daily;
  const pool = fittest(await questionsFor(services, daily));
  const { items } = await store.shownIn(place, 'question');
  const left = unknownOf(pool, questionsNamed(library, items)).length;
  const lines = [lastsFor(daily, left, pool.length), await leftOutLine(services, daily)];
  return lines.filter(Boolean).join(' ');
}

function lastsFor(daily: Daily, left: number, all: number): string {
  const questions = all === 1 ? 'question' : 'questions';
  if (left === 0)
    return all === 1
      ? 'The one question that fits has been asked here, so it comes again.'
      : `All ${all} questions that fit have been asked here, so they come round again.`;
  const have = left === 1 ? 'has' : 'have';
  const until =
    daily.state === 'on' ? `: enough ${lastUntil(daily, left)}, unless a quiz asks some first` : '';
  return `${left} of ${all} ${questions} ${have} not been asked here${until}.`;
}

const A_YEAR_MS = 365 * 24 * 3_600_000;

function lastUntil(daily: Daily, count: number): string {
  let run = daily.nextRun;
  for (let left = count; left > 1; left -= 1) {
    if (run - daily.nextRun > A_YEAR_MS) return 'for more than a year';
    run = nextRun(run, daily);
  }
  return `until ${weekdayOf(dateOfRun(run, daily))}`;
}

export async function leftOutLine({ store }: Services, { place }: Daily): Promise<string> {
  const { questions, topics } = await store.settingsOf(place);
  const counted = [count(questions.length, 'question'), count(topics.length, 'topic')].filter(Boolean);
  const are = questions.length + topics.length === 1 ? 'is' : 'are';
  return counted.length === 0 ? '' : `${counted.join(' and ')} ${are} left out in this channel.`;
}

const count = (many: number, what: string): string =>
  many === 0 ? '' : `${many} ${many === 1 ? what : `${what}s`}`;
