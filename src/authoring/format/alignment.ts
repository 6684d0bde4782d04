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

/** Paragraphs are counted from 1; `words` are those by which a receipt finds its place in the old one. */
export function alignmentOf(
  before: LockedArticle,
  { hashes, paragraphs }: Pick<ArticleText, 'hashes' | 'paragraphs'>,
): (paragraph: number, words: readonly string[]) => Fate {
  const stayed = anchors(before.paragraphs, hashes);
  const known = new Set(before.paragraphs);
  const isNew = (at: number) => !known.has(hashes[at] ?? '');
  return (paragraph, words) => {
    const old = paragraph - 1;
    const same = stayed.get(old) ?? hashes.indexOf(before.paragraphs[old] ?? '');
    if (same >= 0) return { at: same + 1 };
    const [from, until] = gapAround(old, stayed, hashes.length);
    const news = range(from + 1, until).filter(isNew);
    const [first, last] = edgesOf(old, stayed, before.paragraphs.length);
    const olds = range(first + 1, last).filter((at) => !hashes.includes(before.paragraphs[at] ?? ''));
    const text = before.text?.[old];
    const candidates =
      text === undefined ? [] : news.filter((at) => likeness(text, paragraphs[at] ?? '') >= ALIKE);
    const withWords = news.filter((at) =>
      words.every((some) => fold(paragraphs[at] ?? '').includes(fold(some))),
    );
    const found =
      only(withWords) ??
      only(candidates) ??
      (news.length === olds.length ? news[olds.indexOf(old)] : undefined);
    return found === undefined ? 'gone' : { changedAt: found + 1 };
  };
}

const only = (found: readonly number[]): number | undefined => (found.length === 1 ? found[0] : undefined);

const range = (from: number, until: number): readonly number[] =>
  Array.from({ length: Math.max(until - from, 0) }, (_, at) => from + at);

/** Old to new of what stayed in the same order: the longest such row. */
function anchors(old: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const count = (list: readonly string[], hash: string) => list.filter((one) => one === hash).length;
  const pairs = old.flatMap((hash, at) =>
    now.includes(hash) && count(old, hash) === 1 && count(now, hash) === 1
      ? [[at, now.indexOf(hash)] as const]
      : [],
  );
  const best: (readonly (readonly [number, number])[])[] = [];
  for (const [index, pair] of pairs.entries()) {
    const before = best
      .slice(0, index)
      .filter((row) => (row.at(-1)?.[1] ?? -1) < pair[1])
      .reduce<readonly (readonly [number, number])[]>(
        (longest, row) => (row.length > longest.length ? row : longest),
        [],
      );
    best.push([...before, pair]);
  }
  return new Map(best.reduce((longest, row) => (row.length > longest.length ? row : longest), []));
}

/** The new places of the neighbours that stayed, before and behind. */
function gapAround(
  old: number,
  stayed: ReadonlyMap<number, number>,
  length: number,
): readonly [number, number] {
  const [before, behind] = edgesOf(old, stayed, Number.POSITIVE_INFINITY);
  return [stayed.get(before) ?? -1, stayed.get(behind) ?? length];
}

/** The old places of the same. */
function edgesOf(
  old: number,
  stayed: ReadonlyMap<number, number>,
  length: number,
): readonly [number, number] {
  const places = [...stayed.keys()];
  return [places.filter((at) => at < old).at(-1) ?? -1, places.find((at) => at > old) ?? length];
}

/** Dice’s coefficient of the words. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu)));
  if (!a || !b || a.size + b.size === 0) return 0;
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}
