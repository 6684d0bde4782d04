/** What of several things a place has seen: databases may have one under an id of an earlier release. */
import type { Shown, Taking } from './ports/store.ts';

interface Named {
  readonly id: string;
}

/** Finds what an id stands for or once stood for. */
export type Find<Item> = (id: string) => Item | undefined;

/**
 * The first candidate that was not shown. Once all were, they are forgotten, and no others, and it starts again, though
 * not with the last one shown where there is another. Undefined only where there are no candidates.
 */
export function firstUnseen<Item extends Named>(
  candidates: readonly Item[],
  { items, last }: Shown,
  find: Find<Item>,
): Taking | undefined {
  const seen = new Set([...items].map(find));
  const unseen = candidates.find((candidate) => !seen.has(candidate));
  if (unseen) return { item: unseen.id, forget: [] };
  const latest = last === undefined ? undefined : find(last);
  const again = candidates.find((candidate) => candidate !== latest) ?? candidates[0];
  return again && { item: again.id, forget: idsOf(candidates, items, find) };
}

/** Those of the ids that stand for one of these. */
export function idsOf<Item extends Named>(
  candidates: readonly Item[],
  ids: Iterable<string>,
  find: Find<Item>,
): readonly string[] {
  const sought = new Set<Item | undefined>(candidates);
  return [...ids].filter((id) => {
    const found = find(id);
    return found !== undefined && sought.has(found);
  });
}
