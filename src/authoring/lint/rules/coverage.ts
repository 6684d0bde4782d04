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
  says: 'Every paragraph is accounted for: by claims that rest on it, or by a reason to leave it out.',
  check: (pack) => {
    const open = coverageOf(pack).filter((one) => one.claims.length === 0 && one.leftOut.length === 0);
    return [...Map.groupBy(open, ({ article }) => article)].map(([article, paragraphs]) => {
      const numbers = paragraphs.map(({ paragraph }) => paragraph).join(', ');
      const [which, rests] = paragraphs.length === 1 ? ['paragraph', 'rests'] : ['paragraphs', 'rest'];
      return finding(
        article,
        'paragraphs',
        `a fact that ${rests} on ${which} ${numbers}, or a reason under \`left-out\``,
      );
    });
  },
} satisfies Rule;
