/** Which words of a text were not in the one before it. Pure. */

export interface Piece {
  readonly text: string;
  readonly isNew: boolean;
}

/** Beyond that nobody compares word by word. */
const MOST_WORDS = 1500;

/** Pieces that are the later text together; what is left out of the earlier one shows nowhere. */
export function changedWords(before: string, after: string): readonly Piece[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old.length + now.length > MOST_WORDS) return [{ text: after, isNew: false }];
  const kept = longestCommon(old, now);
  const pieces: Piece[] = [];
  for (const [at, text] of now.entries()) {
    const isNew = !kept.has(at);
    const last = pieces.at(-1);
    if (last?.isNew === isNew) pieces[pieces.length - 1] = { text: last.text + text, isNew };
    else pieces.push({ text, isNew });
  }
  return pieces;
}

/** Each with the space behind it. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/gu) ?? [];

/** The places in `now` of the longest run of words, in order, that `old` has too. */
function longestCommon(old: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const isSame = (a: number, b: number) => old[a]?.trim() === now[b]?.trim();
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  for (let a = old.length - 1; a >= 0; a -= 1)
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const row = lengths[a];
      if (row) row[b] = isSame(a, b) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const kept = new Set<number>();
  for (let a = 0, b = 0; a < old.length && b < now.length; )
    if (isSame(a, b)) {
      kept.add(b);
      a += 1;
      b += 1;
    } else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  return kept;
}
