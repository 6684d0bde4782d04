/** Holds every receipt against the text of the articles. */
import type { Pack, Problem } from './parse.ts';

/** The non-blank lines of an article's text, trimmed, each with its hash; the first is paragraph 1. */
export interface ArticleText {
  readonly article: string;
  readonly hashes: readonly string[];
}

export function verifyReceipts(pack: Pack, texts: readonly ArticleText[]): readonly Problem[] {
  const byArticle = new Map(texts.map(({ article, hashes }) => [article, hashes]));
  return pack.claims.flatMap((claim) =>
    claim.receipts.flatMap((receipt, at) => {
      const hashes = byArticle.get(receipt.article);
      const expected =
        hashes === undefined ? `a local copy of “${receipt.article}”` : mismatch(hashes, receipt);
      const file = pack.origin.get(claim) ?? pack.info.id;
      return expected === undefined ? [] : [{ file, record: claim.id, field: `receipts.${at}`, expected }];
    }),
  );
}

function mismatch(
  hashes: readonly string[],
  { paragraph, sha256 }: { paragraph: number; sha256: string },
): string | undefined {
  const actual = hashes[paragraph - 1];
  if (actual === sha256) return undefined;
  if (actual === undefined) return `a paragraph from 1 to ${hashes.length}, but it says ${paragraph}`;
  const elsewhere = hashes.indexOf(sha256) + 1;
  return elsewhere > 0
    ? `paragraph ${elsewhere}: that is where this hash belongs, not paragraph ${paragraph}`
    : `the hash of paragraph ${paragraph}, which is ${actual}; the text has changed or the paragraph is another`;
}
