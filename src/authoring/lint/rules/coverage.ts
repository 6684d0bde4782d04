/** Every paragraph of every article is accounted for: by claims that rest on it, or by a reason to leave it out. */
import { type Pack, type Problem, problemAt } from '../../../core/dataset/pack.ts';
import type { Article, Claim, LeftOut } from '../../../core/dataset/schema.ts';
import { type Gate, problemWith } from '../rule.ts';

export interface CoveredParagraph {
  readonly article: Article;
  readonly paragraph: number;
  readonly claims: readonly Claim[];
  readonly leftOut: readonly LeftOut[];
}

/** Every paragraph in the order of the articles, from 1. */
export const coverageOf = (pack: Pack): readonly CoveredParagraph[] =>
  pack.articles.flatMap((article) =>
    Array.from({ length: article.paragraphs }, (_, at) => ({
      article,
      paragraph: at + 1,
      claims: pack.claims.filter(({ receipts }) => receipts.some((one) => isAt(one, article, at + 1))),
      leftOut: pack.leftOut.filter((entry) => isAt(entry, article, at + 1)),
    })),
  );

export const coverage: Gate = {
  name: 'every paragraph is accounted for',
  check: (pack) => [...unaccounted(pack), ...receiptsBeyond(pack), ...leftOutBeyond(pack)],
};

const unaccounted = (pack: Pack): readonly Problem[] =>
  coverageOf(pack)
    .filter(({ claims, leftOut }) => claims.length === 0 && leftOut.length === 0)
    .map(({ article, paragraph }) => {
      const expected = `a claim that rests on paragraph ${paragraph}, or an entry in left-out.json that says why it has none`;
      return problemWith(pack, article, 'paragraphs', expected);
    });

const receiptsBeyond = (pack: Pack): readonly Problem[] =>
  pack.claims.flatMap((claim) =>
    claim.receipts.flatMap((receipt, at) => {
      const beyond = problemBeyond(pack, receipt);
      return beyond === undefined ? [] : [problemWith(pack, claim, `receipts.${at}.paragraph`, beyond)];
    }),
  );

const leftOutBeyond = (pack: Pack): readonly Problem[] =>
  pack.leftOut.flatMap((entry) => {
    const beyond = problemBeyond(pack, entry);
    const record = `${entry.article}, paragraph ${entry.paragraph}`;
    return beyond === undefined ? [] : [problemAt(pack, entry, record, 'paragraph', beyond)];
  });

interface Place {
  readonly article: string;
  readonly paragraph: number;
}

const isAt = (place: Place, { id }: Article, paragraph: number): boolean =>
  place.article === id && place.paragraph === paragraph;

/** An article that there is not at all is found when the pack is read. */
function problemBeyond(pack: Pack, { article, paragraph }: Place): string | undefined {
  const last = pack.articles.find(({ id }) => id === article)?.paragraphs ?? paragraph;
  return paragraph > last ? `a paragraph from 1 to ${last}, but it says ${paragraph}` : undefined;
}
