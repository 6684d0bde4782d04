/** From a claim's receipts to what is shown of them. */
import type { NonEmpty, ShownReceipt } from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Receipt } from '../dataset/schema.ts';
import { formatDate } from '../dates.ts';

/** More than this on one card hides the fact behind its proofs. */
const MOST_SHOWN = 6;

/**
 * The receipts of the claims, the first claim's first, one per paragraph. Throws where a receipt names an
 * article that is not there: the dataset was checked at the start, so that is a fault of the program.
 */
export function receiptsOf(
  library: Library,
  first: Claim,
  others: readonly Claim[] = [],
): NonEmpty<ShownReceipt> {
  const [head, ...tail] = first.receipts;
  const rest = [...tail, ...others.flatMap(({ receipts }) => receipts)];
  const seen = new Set([keyOf(head)]);
  const unseen = rest.filter((receipt) => !seen.has(keyOf(receipt)) && seen.add(keyOf(receipt)));
  return [
    showReceipt(library, head),
    ...unseen.slice(0, MOST_SHOWN - 1).map((receipt) => showReceipt(library, receipt)),
  ];
}

const keyOf = ({ article, paragraph }: Receipt): string => `${article}#${paragraph}`;

function showReceipt(library: Library, receipt: Receipt): ShownReceipt {
  const article = library.articles.get(receipt.article);
  if (!article) throw new Error(`no article ${receipt.article}`);
  const { title, publisher, author, published, url, language } = article;
  return {
    title,
    publisher,
    author,
    date: formatDate(published),
    paragraph: receipt.paragraph,
    url,
    attribution: receipt.attribution,
    language,
  };
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
