import { describe, expect, it } from 'vitest';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import { NATURAL_QUERIES, type NaturalQuery, verdictOf } from './natural-queries.ts';

const search = createFactSearch(await loadLibrary('data'));

const missed = (queries: readonly NaturalQuery[], verdict: 'wrong' | 'nothing') =>
  queries.filter((query) => verdictOf(search, query) === verdict).map(({ words }) => words);

const answered = (queries: readonly NaturalQuery[]) => queries.filter(({ right }) => right.length > 0);

describe.each(Object.entries(NATURAL_QUERIES))('asked as people ask (%s)', (_, queries) => {
  it('at least 85 of 100 have the right fact first, and at most 5 a wrong one', () => {
    const known = answered(queries);
    const [wrong, nothing] = [missed(known, 'wrong'), missed(known, 'nothing')];
    const seen = JSON.stringify({ wrong, nothing });
    expect(wrong.length / known.length, seen).toBeLessThanOrEqual(0.05);
    expect((wrong.length + nothing.length) / known.length, seen).toBeLessThanOrEqual(0.15);
  });

  it('nothing is told where there is no such fact', () => {
    const unknown: readonly NaturalQuery[] = queries.filter(({ right }) => right.length === 0);
    expect(unknown.filter((query) => verdictOf(search, query) !== 'right').map(({ words }) => words)).toEqual(
      [],
    );
  });
});

describe('of the sixty that were unseen once', () => {
  it('as many are answered as when they were added: 53, and 3 wrongly', () => {
    const known = answered(NATURAL_QUERIES.onceUnseen);
    const [wrong, nothing] = [missed(known, 'wrong'), missed(known, 'nothing')];
    expect(known).toHaveLength(60);
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(3);
    expect(wrong.length + nothing.length, [...wrong, ...nothing].join(', ')).toBeLessThanOrEqual(7);
  });
});
