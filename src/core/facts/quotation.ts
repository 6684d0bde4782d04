/**
 * What a card shows of a text that is ours, so that whoever doubts it can read it: the paragraph that proves what is told,
 * where there is no address to follow. Docs: ADR 24.
 */
import { clip } from '../cards/clip.ts';
import { groupBy, type Library } from '../dataset/library.ts';
import type { Article, Claim, Receipt } from '../dataset/schema.ts';
import { oncePer } from '../once-per.ts';

export interface Quotation {
  readonly article: string;
  readonly paragraph: number;
  readonly text: string;
}

/** More of it is a wall of text. */
const LONGEST = 300;

/** Of the claim’s first receipt that can be looked up nowhere else. */
export function quotationFor({ articles }: Library, { receipts }: Claim): Quotation | undefined {
  for (const receipt of receipts) {
    const text = textAt(articles.get(receipt.article), receipt);
    if (text) return { article: receipt.article, paragraph: receipt.paragraph, text: around(text, receipt) };
  }
  return undefined;
}

const textAt = (article: Article | undefined, { paragraph }: Receipt): string | undefined =>
  article?.ours && article.url === undefined
    ? article.text?.[paragraph - 1]?.replace(/\s+/g, ' ').trim()
    : undefined;

/** Where the proof is no longer than this, none of it is cut off with the end. */
const REACH = LONGEST - 40;

/** As much of the paragraph as is read in passing, with the words that prove the claim in it. */
function around(text: string, { from, to }: Receipt): string {
  const at = Math.max(0, text.indexOf(from));
  const end = Math.max(at + from.length, to === undefined ? 0 : text.indexOf(to, at) + to.length);
  const starts = [0, sentenceAt(text, at), at];
  const start = starts.find((one) => end - one <= REACH) ?? at;
  return `${start > 0 ? '… ' : ''}${clip(text.slice(start), LONGEST)}`;
}

/** Where the sentence begins that has this place in it. */
const sentenceAt = (text: string, at: number): number =>
  Math.max(0, text.slice(0, at).search(/(?<=[.!?…][”’"')]*\s)[^.!?…]*$/u));

/** The ids of all claims that rest on the paragraph which a card of this one quotes. */
export function claimsQuoted(library: Library, claim: Claim): readonly string[] {
  const quotation = quotationFor(library, claim);
  const resting = quotation && restingOn(library).get(placeOf(quotation));
  return (resting ?? []).map(({ id }) => id);
}

const restingOn = oncePer(({ claims }: Library) =>
  groupBy([...claims.values()], ({ receipts }) => receipts.map(placeOf)),
);

const placeOf = ({ article, paragraph }: Pick<Receipt, 'article' | 'paragraph'>): string =>
  `${article}#${paragraph}`;
