import { describe, expect, it } from 'vitest';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { loadLibrary } from '../../../src/dataset.ts';
import { NATURAL_QUERIES, type NaturalQuery, verdictOf } from './natural-queries.ts';

const search = createFactSearch(await loadLibrary('data'));

describe.each(Object.entries(NATURAL_QUERIES))('asked as people ask (%s)', (_, queries) => {
  const answered: readonly NaturalQuery[] = queries.filter(({ right }) => right.length > 0);
  const missed = (verdict: 'wrong' | 'nothing') =>
    answered.filter((query) => verdictOf(search, query) === verdict).map(({ words }) => words);

  it('at least 85 of 100 have the right fact first, and at most 5 a wrong one', () => {
    const [wrong, nothing] = [missed('wrong'), missed('nothing')];
    const seen = JSON.stringify({ wrong, nothing });
    expect(wrong.length / answered.length, seen).toBeLessThanOrEqual(0.05);
    expect((wrong.length + nothing.length) / answered.length, seen).toBeLessThanOrEqual(0.15);
  });

  it('nothing is told where there is no such fact', () => {
    const unknown: readonly NaturalQuery[] = queries.filter(({ right }) => right.length === 0);
    expect(unknown.filter((query) => verdictOf(search, query) !== 'right').map(({ words }) => words)).toEqual(
      [],
    );
  });
});
