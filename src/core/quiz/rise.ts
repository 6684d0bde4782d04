/**
 * How a quiz of several questions rises: easy first, the hardest before the last. Most of it is easy, because people go on
 * where they get about seven of ten right; one question alone, or two, are easy as well.
 */
import type { Question } from '../dataset/schema.ts';
import type { Level } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { type Difficulty, difficultiesNow } from './difficulty.ts';
import type { Past, Wish, Wishes } from './draw.ts';

/** Shorter than this there is nothing to climb. */
const SHORTEST = 3;

/** After the hardest comes one that half of them know: nobody goes home with what nobody knew. */
const LAST = 2;

/** How hard the question of this number should be. */
export function difficultyAt(number: number, total: number): Difficulty {
  if (total < SHORTEST) return 1;
  if (number >= total) return LAST;
  if (number === total - 1) return 3;
  return 4 * (number - 1) < 3 * (total - 2) ? 1 : 2;
}

/** The middle belongs to both: packs have few that are really easy or really hard. */
const OF_LEVEL: Readonly<Record<Level, (difficulty: Difficulty) => boolean>> = {
  easy: (difficulty) => difficulty <= 2,
  hard: (difficulty) => difficulty >= 2,
};

/** Those of a level; all for none. */
export async function ofLevel(
  services: Pick<Services, 'store' | 'library'>,
  questions: readonly Question[],
  level: Level | undefined,
): Promise<readonly Question[]> {
  if (level === undefined) return questions;
  const difficultyOf = await difficultiesNow(services);
  return questions.filter((question) => OF_LEVEL[level](difficultyOf(question)));
}

interface Step {
  readonly number: number;
  readonly total: number;
  readonly level: Level | undefined;
}

/**
 * What the place missed and what is on something new still comes first; of that, what is about as hard as it should be:
 * as easy or as hard as can be where that was asked for.
 */
export const rising = ({ number, total, level }: Step): Wishes => {
  const wanted = level === undefined ? difficultyAt(number, total) : FARTHEST[level];
  return (past) => [past.isMissed, past.isFresh, ...about(wanted, past)];
};

const FARTHEST = { easy: 1, hard: 3 };

const about = (wanted: Difficulty, { difficultyOf }: Past): readonly Wish[] =>
  [0, 1].map(
    (off): Wish =>
      (question) =>
        Math.abs(difficultyOf(question) - wanted) <= off,
  );
