import type { Pack } from '../../../core/dataset/pack.ts';
import type { Article, Claim, LeftOut } from '../../../core/dataset/schema.ts';
import { finding, type Rule } from '../rule.ts';

export interface CoveredParagraph {
  readonly article: Article;
  readonly paragraph: number;
  readonly claims: readonly Claim[];
  readonly leftOut: readonly LeftOut[];
}

/** Every paragraph in the order of the articles, from 1. */
export function coverageOf(pack: Pack): readonly CoveredParagraph[] {
  const claims = Map.groupBy(
    pack.claims.flatMap((claim) => [...new Set(claim.receipts.map(keyOf))].map((key) => ({ key, claim }))),
    ({ key }) => key,
  );
  const leftOut = Map.groupBy(pack.leftOut, keyOf);
  return pack.articles.flatMap((article) =>
    Array.from({ length: article.paragraphs }, (_, at) => {
      const key = keyOf({ article: article.id, paragraph: at + 1 });
      return {
        ...{ article, paragraph: at + 1 },
        claims: (claims.get(key) ?? []).map(({ claim }) => claim),
        leftOut: leftOut.get(key) ?? [],
      };
    }),
  );
}

const keyOf = ({ article, paragraph }: Pick<LeftOut, 'article' | 'paragraph'>): string =>
  `${article}#${paragraph}`;

export const coverage = {
  id: 'coverage',
  severity: 'note',
  says: 'Every paragraph is accounted for: by facts that rest on it, or by a reason to leave it out.',
  check: (pack, texts) => {
    const textOf = new Map(texts.map(({ article, paragraphs }) => [article, paragraphs]));
    const open = coverageOf(pack).filter(
      ({ article, paragraph, claims, leftOut }) =>
        claims.length === 0 && leftOut.length === 0 && !isHeading(textOf.get(article.id)?.[paragraph - 1]),
    );
    return [...Map.groupBy(open, ({ article }) => article)].map(([article, paragraphs]) => {
      const numbers = paragraphs.map(({ paragraph }) => paragraph).join(', ');
      const which = paragraphs.length === 1 ? 'a fact for paragraph' : 'facts for paragraphs';
      return finding(
        article,
        'paragraphs',
        `${which} ${numbers}, or a reason to leave ${paragraphs.length === 1 ? 'it' : 'them'} out (in the file: \`left-out\`)`,
      );
    });
  },
} satisfies Rule;

/** “1999”, “Days off”: too short to say anything that could be checked, unless it has a number that is no year. */
export const isHeading = (text: string | undefined): boolean =>
  text !== undefined &&
  text.trim().split(/\s+/u).length < LEAST_WORDS &&
  !/\d/u.test(text.replace(/(?<!\d)(?:1\d|20)\d\d(?!\d)/gu, ''));

const LEAST_WORDS = 4;
