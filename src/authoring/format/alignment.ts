/**
 * Where the paragraphs of an article are after it changed: by their hash, and where one says something else now, by what
 * stands between the neighbours that stayed. Nothing is guessed: what cannot be told is gone.
 */
import { fold } from '../../core/facts/fold.ts';
import type { LockedArticle } from './lock.ts';
import type { ArticleText } from './reading.ts';

export type Fate =
  /** Word for word, there. */
  | { readonly at: number }
  /** With other words, there. */
  | { readonly changedAt: number }
  | 'gone';

/** How alike two paragraphs of our own have to be, between 0 and 1, to be the same one with other words. */
const ALIKE = 0.4;

/** What stood between two neighbours that stayed and is no more, and what stands there now and did not. */
interface Gap {
  readonly olds: readonly number[];
  readonly news: readonly NewParagraph[];
}

interface NewParagraph {
  readonly at: number;
  /** Folded. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** Where each hash stands, in order. */
type Places = ReadonlyMap<string, readonly number[]>;

/** An old place and the new one. */
type Pair = readonly [number, number];

/** Paragraphs are counted from 1; `words` are those by which a receipt finds its place in the old one. */
export function alignmentOf(
  before: LockedArticle,
  text: Pick<ArticleText, 'hashes' | 'paragraphs'>,
): (paragraph: number, words: readonly string[]) => Fate {
  const places = placesOf(text.hashes);
  const gaps = gapsOf(before.paragraphs, text, places);
  return (paragraph, words) => {
    const old = paragraph - 1;
    const [same] = places.get(before.paragraphs[old] ?? '') ?? [];
    if (same !== undefined) return { at: same + 1 };
    const gap = gaps.get(old);
    const found = gap && foundIn(gap, old, words.map(fold), before.text?.[old]);
    return found ? { changedAt: found.at + 1 } : 'gone';
  };
}

function foundIn(
  { olds, news }: Gap,
  old: number,
  words: readonly string[],
  text: string | undefined,
): NewParagraph | undefined {
  const oldWords = text === undefined ? undefined : wordsOf(fold(text));
  return (
    only(news, (one) => words.every((some) => one.text.includes(some))) ??
    (oldWords && only(news, (one) => likeness(oldWords, one.words) >= ALIKE)) ??
    (news.length === olds.length ? news[olds.indexOf(old)] : undefined)
  );
}

/** Undefined where two are such: the rest need not be looked at then. */
function only(
  news: readonly NewParagraph[],
  isSuch: (one: NewParagraph) => boolean,
): NewParagraph | undefined {
  const first = news.findIndex(isSuch);
  return news.some((one, index) => index > first && isSuch(one)) ? undefined : news[first];
}

const placesOf = (hashes: readonly string[]): Places => Map.groupBy(hashes.keys(), (at) => hashes[at] ?? '');

/** By each old place whose paragraph is no more. */
function gapsOf(
  old: readonly string[],
  { hashes, paragraphs }: Pick<ArticleText, 'hashes' | 'paragraphs'>,
  places: Places,
): ReadonlyMap<number, Gap> {
  const oldPlaces = placesOf(old);
  const gaps = new Map<number, Gap>();
  let [oldFrom, from] = [0, 0];
  for (const [oldUntil, until] of [...anchors(oldPlaces, places), [old.length, hashes.length] as const]) {
    const olds = range(oldFrom, oldUntil).filter((at) => !places.has(old[at] ?? ''));
    const news = range(from, until)
      .filter((at) => !oldPlaces.has(hashes[at] ?? ''))
      .map((at) => newParagraph(at, fold(paragraphs[at] ?? '')));
    for (const at of olds) gaps.set(at, { olds, news });
    [oldFrom, from] = [oldUntil + 1, until + 1];
  }
  return gaps;
}

const newParagraph = (at: number, text: string): NewParagraph => ({ at, text, words: wordsOf(text) });

const range = (from: number, until: number): readonly number[] =>
  Array.from({ length: Math.max(until - from, 0) }, (_, at) => from + at);

/** What stands once and stayed in the same order: the longest such row. */
const anchors = (old: Places, now: Places): readonly Pair[] =>
  longestRising(
    [...old].flatMap(([hash, [at = 0, ...oldRest]]) => {
      const [there, ...rest] = now.get(hash) ?? [];
      return there === undefined || oldRest.length > 0 || rest.length > 0 ? [] : [[at, there] as const];
    }),
  );

/** A row, from its end. */
interface Row {
  readonly last: Pair;
  readonly before: Row | undefined;
}

/** By patience sorting: for each length only the row is kept that ends the earliest, so that places are found by halves. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const rows: Row[] = [];
  for (const last of pairs) {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.last[1] ?? 0) < last[1]) low = middle + 1;
      else high = middle;
    }
    rows[low] = { last, before: rows[low - 1] };
  }
  const longest: Pair[] = [];
  for (let row = rows.at(-1); row !== undefined; row = row.before) longest.push(row.last);
  return longest.reverse();
}

const wordsOf = (folded: string): ReadonlySet<string> => new Set(folded.match(/[\p{L}\p{N}]+/gu));

/** Dice’s coefficient of the words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}
