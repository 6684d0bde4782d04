/** Choosing without chance: the same from the same, and what is added elsewhere changes nothing here. */

/** FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** The items in an order that depends only on the seed and on each item's own key. */
export const ordered = <Item>(
  items: readonly Item[],
  seed: string,
  keyOf: (item: Item) => string,
): readonly Item[] =>
  items
    .map((item) => ({ item, rank: hash(`${seed} ${keyOf(item)}`) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

/** One of two, by the seed alone: for a statement that may be shown as it is or changed. */
export const flip = (seed: string): boolean => hash(seed) % 2 === 0;
