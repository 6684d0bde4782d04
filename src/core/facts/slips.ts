/** What counts as a typing error, so that a wrong letter is forgiven but another word is not taken for a name. */

/** Letters inserted, left out, replaced or swapped with their neighbour. */
export function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}

/** Near enough to offer the name: one error from four letters on, two from eight; the first letter is right. */
export function isNear(typed: string, meant: string): boolean {
  const most = typed.length >= 8 ? 2 : 1;
  return (
    Math.min(typed.length, meant.length) >= 4 &&
    typed[0] === meant[0] &&
    !/\p{N}/u.test(typed) &&
    Math.abs(typed.length - meant.length) <= most &&
    distance(typed, meant) <= most
  );
}

/**
 * Near enough to answer for it. In a word of up to five letters a replaced one makes another word ("horse" is
 * not a misspelt "house"), so there only letters left out, doubled or swapped are forgiven. Common words differ
 * so even when they are long ("computation", "commutation"): `strictUpTo` then covers their length.
 */
export const isSlip = (typed: string, meant: string, strictUpTo = 5): boolean =>
  isNear(typed, meant) &&
  (typed.length > strictUpTo || typed.length !== meant.length || sorted(typed) === sorted(meant));

const sorted = (word: string): string => [...word].sort().join('');
