/** From a claim's receipts to what is shown of them. */
import type { NonEmpty, ShownReceipt } from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Receipt } from '../dataset/schema.ts';
import { describePublished } from '../dates.ts';

/** More than this on one card hides the fact behind its proofs. */
const MOST_SHOWN = 6;

/**
 * The receipts of the claims, the first claim's first; what one article says on the same word in several paragraphs
 * is one line. Throws where a receipt names an article that is not there: the dataset was checked at the start, so
 * that is a fault of the program.
 */
export function receiptsOf(
  library: Library,
  first: Claim,
  others: readonly Claim[] = [],
): NonEmpty<ShownReceipt> {
  const [head, ...tail] = first.receipts;
  const rest = [...tail, ...others.flatMap(({ receipts }) => receipts)];
  const groups = Map.groupBy([head, ...rest], ({ article, attribution }) =>
    [article, ...attribution].join('\n'),
  );
  const [own = [head], ...more] = groups.values();
  return [
    showReceipt(library, head, own),
    ...more.slice(0, MOST_SHOWN - 1).flatMap((group) => showGroup(library, group)),
  ];
}

const showGroup = (library: Library, group: readonly Receipt[]): readonly ShownReceipt[] =>
  group.slice(0, 1).map((receipt) => showReceipt(library, receipt, group));

function showReceipt(library: Library, receipt: Receipt, group: readonly Receipt[]): ShownReceipt {
  const article = library.articles.get(receipt.article);
  if (!article) throw new Error(`no article ${receipt.article}`);
  const { title, publisher, author, url, language } = article;
  const { attribution } = receipt;
  return {
    title,
    publisher,
    author,
    date: describePublished(article),
    paragraphs: paragraphsOf(receipt, group),
    url,
    attribution,
    language,
  };
}

function paragraphsOf(receipt: Receipt, group: readonly Receipt[]): NonEmpty<number> {
  const all = [...new Set(group.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b);
  const [first = receipt.paragraph, ...rest] = all;
  return [first, ...rest];
}

/** "Best Life, quoting Axios (excerpt), quoting Jonathan Karl’s book": nearest source first. */
export function whoSaysSo(library: Library, claim: Claim): string {
  const chains = claim.receipts.map(({ article, attribution }) =>
    [library.articles.get(article)?.publisher ?? article, ...attribution.toReversed()].join(', quoting '),
  );
  return [...new Set(chains)].join('; ');
}

/** The publishers of a claim's receipts, each once. */
export const publishersOf = (library: Library, claim: Claim): readonly string[] => [
  ...new Set(claim.receipts.map(({ article }) => library.articles.get(article)?.publisher ?? article)),
];
