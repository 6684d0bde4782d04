import { describe, expect, it } from 'vitest';
import { coverage, coverageOf } from '../../../../src/authoring/lint/rules/coverage.ts';
import { changed, goodPack, recordOf } from '../harbour.ts';

describe('a paragraph of an article', () => {
  it('is accounted for in a good pack', () => {
    expect(coverage.check(goodPack())).toEqual([]);
  });

  it('shows the claims that rest on it, and what of it was left out', () => {
    const [title, arrival] = coverageOf(goodPack());
    expect(title?.leftOut).toMatchObject([{ reason: 'title' }]);
    expect(arrival?.claims.map(({ id }) => id)).toContain('boat-came-in');
  });

  it('that neither a claim nor left-out.json accounts for is named', () => {
    const [problem] = coverage.check(changed('articles', 'gazette-2020', { paragraphs: 6 }));
    expect(problem).toMatchObject({ record: 'gazette-2020', field: 'paragraphs' });
    expect(problem?.expected).toContain('rests on paragraph 6');
  });

  it('that the article does not have is no proof', () => {
    const [receipt] = recordOf('claims', 'three-aboard').receipts;
    const beyond = changed('claims', 'three-aboard', { receipts: [{ ...receipt, paragraph: 9 }] });
    expect(coverage.check(beyond)).toMatchObject([
      {
        record: 'three-aboard',
        field: 'receipts.0.paragraph',
        expected: 'a paragraph from 1 to 5, but it says 9',
      },
    ]);
  });

  it('that the article does not have cannot be left out', () => {
    const pack = goodPack();
    const leftOut = [
      ...pack.leftOut,
      { article: 'coast-2021', paragraph: 8, what: 'x', reason: 'advert' as const },
    ];
    expect(coverage.check({ ...pack, leftOut })).toMatchObject([{ record: 'coast-2021, paragraph 8' }]);
  });
});
