/** Chance as an argument, so that a test can repeat it. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A short id of lower-case letters and digits that no other call returns. */
  id(): string;
}

/** A new array in random order (Fisher and Yates, as Knuth gives it: every order equally likely). */
export function shuffle<Item>(items: readonly Item[], random: Pick<Random, 'next'>): Item[] {
  const pool = [...items];
  const order: Item[] = [];
  while (pool.length > 0) order.push(...pool.splice(Math.floor(random.next() * pool.length), 1));
  return order;
}
