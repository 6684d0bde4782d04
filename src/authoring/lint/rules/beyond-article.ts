import type { Pack } from '../../../core/dataset/pack.ts';
import type { LeftOut } from '../../../core/dataset/schema.ts';
import { finding, type Rule } from '../rule.ts';

export const beyondArticle = {
  id: 'beyond-article',
  severity: 'error',
  says: 'A paragraph that its article does not have proves nothing.',
  check(pack) {
    const find = beyondIn(pack);
    return [
      ...pack.claims.flatMap((claim) =>
        claim.receipts.flatMap((receipt, at) =>
          find(receipt).map((expected) => finding(claim, `receipts.${at}.paragraph`, expected)),
        ),
      ),
      ...pack.leftOut.flatMap((entry) =>
        find(entry).map((expected) => ({
          ...{ on: entry, record: `${entry.article}, paragraph ${entry.paragraph}`, field: 'paragraph' },
          expected,
        })),
      ),
    ];
  },
} satisfies Rule;

/** An article that there is not at all is found when the pack is read. */
function beyondIn({ articles }: Pack): (place: Pick<LeftOut, 'article' | 'paragraph'>) => readonly string[] {
  const lengths = new Map(articles.map(({ id, paragraphs }) => [id, paragraphs]));
  return ({ article, paragraph }) => {
    const last = lengths.get(article) ?? paragraph;
    return paragraph > last ? [`a paragraph from 1 to ${last}, but it says ${paragraph}`] : [];
  };
}
