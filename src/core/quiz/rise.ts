/** How a quiz of several questions rises: easy first, the hardest before the last. */
import type { Question } from '../dataset/schema.ts';
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

/** What the place missed and what is on something new still comes first; of that, what is about as hard as it should be. */
export const rising =
  (number: number, total: number): Wishes =>
  ({ isMissed, isFresh }) => [isMissed, isFresh, ...about(difficultyAt(number, total))];

const about = (wanted: number | undefined): readonly Wish[] =>
  wanted === undefined
    ? []
    : [0, 1].map(
        (off): Wish =>
          ({ difficulty }) =>
            Math.abs(difficulty - wanted) <= off,
      );
