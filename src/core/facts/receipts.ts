/** From a claim's receipts to what is shown of them. */
import type { NonEmpty, ShownPassage, ShownReceipt } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Receipt } from '../dataset/schema.ts';
import { describePublished } from '../dates.ts';
import type { Quotation } from './quotation.ts';
import { linkTo } from './text-fragment.ts';

/** More than this on one card hides the fact behind its proofs. */
const MOST_SHOWN = 6;

/**
 * The receipts of the claims, the first claim's first, one line an article, with what is quoted of one of them. Throws
 * where a receipt names an article that is not there: the dataset was checked at the start, so that is a fault of the
 * program.
 */
export function receiptsOf(
  library: Library,
  first: Claim,
  others: readonly Claim[] = [],
  quotation?: Quotation,
): NonEmpty<ShownReceipt> {
  const [head, ...tail] = first.receipts;
  const rest = [...tail, ...others.flatMap(({ receipts }) => receipts)];
  const [own, ...more] = groupsBy([head, ...rest], ({ article }) => article);
  return [
    showReceipt(library, own, quotation),
    ...more.slice(0, MOST_SHOWN - 1).map((group) => showReceipt(library, group, quotation)),
  ];
}

function showReceipt(library: Library, group: NonEmpty<Receipt>, quotation?: Quotation): ShownReceipt {
  const id = group[0].article;
  const article = library.articles.get(id);
  if (!article) throw new Error(`no article ${id}`);
  const { title, publisher, author, url, language } = article;
  const date = describePublished(article);
  const [own, ...more] = groupsBy(group, ({ attribution }) => attribution.join('\n'));
  return {
    title,
    publisher,
    author,
    ...(date !== undefined && { date }),
    passages: [passageOf(own), ...more.map(passageOf)],
    ...(url !== undefined && { url: linkTo(url, group) }),
    ...(quotation?.article === id && { quotation: quotation.text }),
    language,
  };
}

const passageOf = (group: NonEmpty<Receipt>): ShownPassage => ({
  paragraphs: [...new Set(group.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b),
  attribution: group[0].attribution,
});

/** In the order in which their keys first appear. */
function groupsBy(items: NonEmpty<Receipt>, keyOf: (item: Receipt) => string): NonEmpty<NonEmpty<Receipt>> {
  const [head, ...tail] = items;
  const isSame = (item: Receipt) => keyOf(item) === keyOf(head);
  const [next, ...rest] = tail.filter((item) => !isSame(item));
  return [[head, ...tail.filter(isSame)], ...(next ? groupsBy([next, ...rest], keyOf) : [])];
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
