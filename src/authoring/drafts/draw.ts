/** Choosing without chance: the same from the same, and what is added elsewhere changes nothing here. */
import { hashOf } from '../../core/hash.ts';

/** The items in an order that depends only on the seed and on each item's own key. */
export const ordered = <Item>(
  items: readonly Item[],
  seed: string,
  keyOf: (item: Item) => string,
): readonly Item[] =>
  items
    .map((item) => ({ item, rank: hashOf(`${seed} ${keyOf(item)}`) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

/** One of two, by the seed alone: for a statement that may be shown as it is or changed. */
export const flip = (seed: string): boolean => hashOf(seed) % 2 === 0;
