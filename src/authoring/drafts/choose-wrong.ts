/** From many possible wrong options to three among which the right one does not stand out. */
import { ordered } from './draw.ts';

/** As many options as a question has beside the right one. */
export const WRONG = 3;

/** Far enough down the list for the lengths to balance, not so far that the plausible ones are passed over. */
const NEAR = 6;

/** How many of the wrong options are to be longer than the right one: each number as often as the others. */
const LONGER = [0, 1, 2, 3];

interface Choice<Item> {
  readonly right: string;
  readonly seed: string;
  textOf(item: Item): string;
  /** Where a longer one can be had, the right one is never the longest: for names of which one is the longest. */
  readonly neverLongest?: boolean;
}

/** The best come first in `candidates`; fewer than `WRONG` only where there are no more. */
export function chooseWrong<Item>(candidates: readonly Item[], choice: Choice<Item>): readonly Item[] {
  const near = candidates.slice(0, NEAR);
  const counts = choice.neverLongest ? LONGER.slice(1) : LONGER;
  const [wanted = 0] = ordered(counts, `${choice.seed} longer`, String);
  const isLonger = (item: Item) => choice.textOf(item).length > choice.right.length;
  const longer = near.filter(isLonger).slice(0, wanted);
  const others = near.filter((item) => !isLonger(item)).slice(0, WRONG - wanted);
  const spare = near.filter((item) => !longer.includes(item) && !others.includes(item));
  return [...longer, ...others, ...spare].slice(0, WRONG);
}
