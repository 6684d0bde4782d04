/** Times in microseconds, and the figures that are told of many of them. */

export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const timesOf = (microseconds: readonly number[]): Times => ({
  p50: median(microseconds),
  p99: quantile(microseconds, 0.99),
});

/** One call after the other; the first fifth warms up and is not counted. */
export async function timeEach<Item>(
  items: readonly Item[],
  run: (item: Item) => unknown,
): Promise<readonly number[]> {
  const took: number[] = [];
  for (const item of items) {
    const before = performance.now();
    await run(item);
    took.push((performance.now() - before) * 1000);
  }
  return took.slice(Math.floor(items.length / 5));
}

/** The same for work that ends at once: no promise is waited for, which itself would cost a part of a microsecond. */
export function timeEachNow<Item>(items: readonly Item[], run: (item: Item) => unknown): readonly number[] {
  const took: number[] = [];
  for (const item of items) {
    const before = performance.now();
    run(item);
    took.push((performance.now() - before) * 1000);
  }
  return took.slice(Math.floor(items.length / 5));
}
