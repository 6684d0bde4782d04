import { wordsOf } from '../../../core/facts/fold.ts';
import { hasWordsOfAttribution } from '../attribution.ts';
import { finding, type Rule } from '../rule.ts';

/** Short words of a name ("of", "the", "an") stand in any paragraph. */
const LONG_ENOUGH = 4;

/** Words of saying are known in English only, so articles in other languages are left to whoever reads them. */
export const namedSource = {
  id: 'named-source',
  severity: 'warning',
  says: 'Where a paragraph gives no source, its article says it itself, and a receipt names nobody else.',
  needs: 'texts',
  check(pack, texts) {
    const english = new Set(pack.articles.flatMap(({ id, language }) => (language === 'en' ? [id] : [])));
    const linesOf = new Map(
      texts
        .filter(({ article }) => english.has(article))
        .map(({ article, paragraphs }) => [article, paragraphs]),
    );
    return pack.claims.flatMap((claim) =>
      claim.receipts.flatMap(({ article, paragraph, attribution }, at) => {
        const text = linesOf.get(article)?.[paragraph - 1];
        if (text === undefined || attribution.length === 0 || tellsOfASource(text, attribution)) return [];
        const expected = `nobody: ${article}#${paragraph} names no source and says it itself`;
        return [finding(claim, `receipts.${at}.attribution`, expected)];
      }),
    );
  },
} satisfies Rule;

/** Its name, a word of saying, or a quotation: "Karl", "is said to have", “I was there”. */
function tellsOfASource(text: string, attribution: readonly string[]): boolean {
  const words = new Set(wordsOf(text));
  const named = attribution
    .flatMap((source) => wordsOf(source))
    .some((word) => word.length >= LONG_ENOUGH && words.has(word));
  return named || hasWordsOfAttribution(text) || /["“«]/u.test(text);
}
