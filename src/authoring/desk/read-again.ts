/** Facts whose paragraph says something else now: which of them wait for their author, and which were read since. */
import { ownIn } from '../format/lock.ts';
import { spotOf } from '../format/spot.ts';
import type { Snapshot } from './snapshot.ts';
import type { ToReread } from './wire.ts';

export const toReread = ({ book, records, texts }: Snapshot): readonly ToReread[] =>
  records.locking.changed.map(({ entry, spot, paragraph }) => {
    const { article } = spotOf(spot);
    const text = texts.find((one) => one.article === article);
    return {
      ...{ fact: entry.id, spot, article, paragraph },
      says: paragraph === undefined ? undefined : text?.paragraphs[paragraph - 1],
      was: wasIn(book, entry.id, spot),
    };
  });

/** What the paragraph said when it was read last; undefined where the text is somebody else’s, which no lock keeps. */
export function wasIn({ lock }: Snapshot['book'], fact: string, spot: string): string | undefined {
  const paragraph = ownIn(lock.facts, fact)?.receipts[spot]?.[0];
  return paragraph === undefined
    ? undefined
    : ownIn(lock.articles, spotOf(spot).article)?.text?.[paragraph - 1];
}

export interface Rereading {
  waiting(now: Snapshot): readonly ToReread[];
  /** Whoever changes a fact has read what its paragraph says now. Whether none waits any more that did before. */
  changed(now: Snapshot, fact: string): boolean;
}

/** Kept as long as the program runs: the lock knows articles as a whole, and is written once all of it was read. */
export function createRereading(): Rereading {
  const read = new Set<string>();
  const keyOf = ({ fact, spot, says }: ToReread): string => JSON.stringify([fact, spot, says]);
  const waiting = (now: Snapshot) => toReread(now).filter((one) => !read.has(keyOf(one)));
  return {
    waiting,
    changed(now, fact) {
      const own = waiting(now).filter((one) => one.fact === fact && one.paragraph !== undefined);
      for (const one of own) read.add(keyOf(one));
      return own.length > 0 && waiting(now).length === 0;
    },
  };
}
