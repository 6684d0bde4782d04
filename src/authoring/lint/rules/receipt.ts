import type { Receipt } from '../../../core/dataset/schema.ts';
import { fold } from '../../../core/facts/fold.ts';
import { type Finding, finding, type Rule } from '../rule.ts';
import type { SourceText } from '../source-text.ts';

/** Where a text is not at hand, another rule says so once for the article. */
export const receipt = {
  id: 'receipt',
  severity: 'error',
  says: 'A receipt’s paragraph has the hash it had, and in it the words that its link has a browser look for.',
  needs: 'texts',
  check(pack, texts) {
    const byArticle = new Map(texts.map((text) => [text.article, { ...text, ...inOrder(text) }]));
    return pack.claims.flatMap((claim) =>
      claim.receipts.flatMap((receipt, at): readonly Finding[] => {
        const text = byArticle.get(receipt.article);
        const expected = text && whatIsOff(text, receipt);
        return expected === undefined ? [] : [finding(claim, `receipts.${at}`, expected)];
      }),
    );
  },
} satisfies Rule;

interface Reading {
  /** All paragraphs as a browser compares them, one a line. */
  readonly whole: string;
  /** Where each paragraph begins in it, and where the last one ends. */
  readonly starts: readonly number[];
  /** Where words begin and end in it. */
  readonly edges: ReadonlySet<number>;
}

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

function inOrder({ paragraphs }: SourceText): Reading {
  const lines = paragraphs.map((paragraph) => `${fold(paragraph)}\n`);
  const whole = lines.join('');
  const starts = [0];
  for (const { length } of lines) starts.push((starts.at(-1) ?? 0) + length);
  return { whole, starts, edges: new Set([...WORDS.segment(whole)].map(({ index }) => index)) };
}

function whatIsOff(text: SourceText & Reading, receipt: Receipt): string | undefined {
  const { hashes } = text;
  const { paragraph, sha256 } = receipt;
  const actual = hashes[paragraph - 1];
  if (actual === sha256) return whichWordsAreOff(text, receipt);
  if (actual === undefined) return `a paragraph from 1 to ${hashes.length}, but it says ${paragraph}`;
  const elsewhere = hashes.indexOf(sha256) + 1;
  return elsewhere > 0
    ? `paragraph ${elsewhere}: that is where this hash belongs, not paragraph ${paragraph}`
    : `the hash of paragraph ${paragraph}, which is ${actual}; the text has changed or the paragraph is another`;
}

function whichWordsAreOff(text: Reading, { paragraph, from, to }: Receipt): string | undefined {
  const [start = 0, end = 0] = text.starts.slice(paragraph - 1);
  const begin = find(text, from, 0);
  if (begin === undefined || begin.at >= end)
    return `whole words of paragraph ${paragraph} in \`from\`, and “${from}” are none`;
  if (begin.at < start) {
    const first = text.starts.findLastIndex((other) => other <= begin.at) + 1;
    return `other words of paragraph ${paragraph} in \`from\`: “${from}” stand in paragraph ${first} before`;
  }
  if (to === undefined) return undefined;
  const finish = find(text, to, begin.end);
  return finish === undefined || finish.at >= end
    ? `whole words of paragraph ${paragraph} in \`to\` that come after “${from}”, and “${to}” do not`
    : undefined;
}

/** The first place from there on, where a word begins and one ends. */
function find(
  { whole, edges }: Reading,
  words: string,
  from: number,
): { at: number; end: number } | undefined {
  const sought = fold(words);
  for (let at = whole.indexOf(sought, from); at >= 0; at = whole.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (edges.has(at) && edges.has(end)) return { at, end };
  }
  return undefined;
}
