/** When something is due, in stretches with nothing to do between them. */
import type { Standing } from './places.ts';
import type { Question } from './questions.ts';

export interface Scene {
  readonly from: number;
  readonly until: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const GAP_MS = 8 * MINUTE_MS;
const BEFORE_MS = 20_000;
const AFTER_MS = 60_000;

/** What is still to come, in order: questions, and results of those that stand or will. */
export function planScenes(
  places: readonly Standing[],
  questions: readonly Question[],
  now: number,
): readonly Scene[] {
  const scenes: { from: number; until: number }[] = [];
  for (const at of instants(places, questions).filter((instant) => instant > now)) {
    const last = scenes.at(-1);
    if (last && at - last.until < GAP_MS) last.until = at;
    else scenes.push({ from: at, until: at });
  }
  return scenes.map(({ from, until }) => ({ from: from - BEFORE_MS, until: until + AFTER_MS }));
}

/** A question's time runs from the instant at which it appeared. */
function instants(places: readonly Standing[], questions: readonly Question[]): readonly number[] {
  const known = byDate(questions);
  return places
    .flatMap(({ daily, dues }) =>
      dues.flatMap(({ date, at }) => {
        const question = known.get(`${daily.place.channel} ${date}`);
        const reveal = (question?.postedAt ?? at) + daily.revealAfterHours * HOUR_MS;
        return [at, reveal];
      }),
    )
    .toSorted((a, b) => a - b);
}

export interface Unfinished {
  readonly standing: Standing;
  readonly date: string;
}

/** What is due by now and not posted, or stands and is to be revealed; what came before `since` was given up. */
export function unfinished(
  places: readonly Standing[],
  questions: readonly Question[],
  { now, since }: { readonly now: number; readonly since: number },
): readonly Unfinished[] {
  const known = byDate(questions);
  const isOver = (at: number) => at > since && at <= now;
  return places.flatMap((standing) => {
    const { place, revealAfterHours } = standing.daily;
    return standing.dues.flatMap(({ date, at }) => {
      const question = known.get(`${place.channel} ${date}`);
      const isOpen = question
        ? question.revealedAt === undefined && isOver(question.postedAt + revealAfterHours * HOUR_MS)
        : isOver(at);
      return isOpen ? [{ standing, date }] : [];
    });
  });
}

const byDate = (questions: readonly Question[]): ReadonlyMap<string, Question> =>
  new Map(questions.map((question) => [`${question.channel} ${question.date}`, question]));
