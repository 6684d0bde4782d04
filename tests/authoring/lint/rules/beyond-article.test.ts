import { describe, expect, it } from 'vitest';
import { beyondArticle } from '../../../../src/authoring/lint/rules/beyond-article.ts';
import { changed, goodPack, recordOf } from '../harbour.ts';

describe('a paragraph', () => {
  it('is one of its article, in a good pack', () => {
    expect(beyondArticle.check(goodPack())).toEqual([]);
  });

  it('that the article does not have is no proof', () => {
    const [receipt] = recordOf('claims', 'three-aboard').receipts;
    const beyond = changed('claims', 'three-aboard', { receipts: [{ ...receipt, paragraph: 9 }] });
    expect(beyondArticle.check(beyond)).toMatchObject([
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
    expect(beyondArticle.check({ ...pack, leftOut })).toMatchObject([{ record: 'coast-2021, paragraph 8' }]);
  });
});
