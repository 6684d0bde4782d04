/** An article as a browser searches it for the words of a link: it takes the first place in the whole text. */
import { fold } from '../../core/facts/fold.ts';

/** An article’s paragraphs, and the SHA-256 of each in lower-case hex. */
export interface ArticleText {
  readonly article: string;
  readonly paragraphs: readonly string[];
  readonly hashes: readonly string[];
}

export interface Reading {
  /** All paragraphs as a browser compares them, one a line. */
  readonly whole: string;
  /** Where each paragraph begins in it, and where the last one ends. */
  readonly starts: readonly number[];
  /** Where words begin and end in it. */
  readonly edges: ReadonlySet<number>;
}

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

export function readingOf(paragraphs: readonly string[]): Reading {
  const lines = paragraphs.map((paragraph) => `${fold(paragraph)}\n`);
  const whole = lines.join('');
  const starts = [0];
  for (const { length } of lines) starts.push((starts.at(-1) ?? 0) + length);
  return { whole, starts, edges: new Set([...WORDS.segment(whole)].map(({ index }) => index)) };
}

interface Found {
  readonly at: number;
  readonly end: number;
}

/** The first place from there on, where a word begins and one ends. */
export function findWords({ whole, edges }: Reading, words: string, from: number): Found | undefined {
  const sought = fold(words);
  for (let at = whole.indexOf(sought, from); at >= 0; at = whole.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (edges.has(at) && edges.has(end)) return { at, end };
  }
  return undefined;
}

/** 1-based: in which paragraph a place of the reading lies. */
export const paragraphAt = ({ starts }: Reading, at: number): number =>
  starts.findLastIndex((start) => start <= at) + 1;

/** Whether a link with these words leads to that paragraph. */
export function leadsTo(reading: Reading, paragraph: number, from: string, to: string | undefined): boolean {
  const begin = findWords(reading, from, 0);
  if (begin === undefined || paragraphAt(reading, begin.at) !== paragraph) return false;
  if (to === undefined) return true;
  const finish = findWords(reading, to, begin.end);
  return finish !== undefined && paragraphAt(reading, finish.at) === paragraph;
}
