/** How a quiz of several questions rises: easy first, the hardest before the last. */
import type { Question } from '../dataset/schema.ts';
import type { Level } from '../store.ts';
import type { Wish, Wishes } from './draw.ts';

/** Shorter than this there is nothing to climb. */
const SHORTEST = 3;

/** After the hardest comes one that half of them know: nobody goes home with what nobody knew. */
const LAST = 2;

/** How hard the question of this number should be; undefined where it does not matter. */
export function difficultyAt(number: number, total: number): Question['difficulty'] | undefined {
  if (total < SHORTEST) return undefined;
  if (number >= total) return LAST;
  if (number === total - 1) return 3;
  return 2 * (number - 1) < total - 2 ? 1 : 2;
}

/** The middle belongs to both: packs have few that are really easy or really hard. */
const OF_LEVEL: Readonly<Record<Level, Wish>> = {
  easy: ({ difficulty }) => difficulty <= 2,
  hard: ({ difficulty }) => difficulty >= 2,
};

/** Those of a level; all for none. */
export const ofLevel = (questions: readonly Question[], level: Level | undefined): readonly Question[] =>
  level === undefined ? questions : questions.filter(OF_LEVEL[level]);

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
  return ({ isMissed, isFresh }) => [isMissed, isFresh, ...about(wanted)];
};

const FARTHEST = { easy: 1, hard: 3 };

const about = (wanted: number | undefined): readonly Wish[] =>
  wanted === undefined
    ? []
    : [0, 1].map(
        (off): Wish =>
          ({ difficulty }) =>
            Math.abs(difficulty - wanted) <= off,
      );
