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

/** What is longer is no word that somebody misspelt, and comparing two such costs the square of their length. */
const LONGEST = 60;

/** Near enough to offer the name: one error from four letters on, two from eight; the first letter is right. */
export function isNear(typed: string, meant: string): boolean {
  const most = typed.length >= 8 ? 2 : 1;
  return (
    Math.min(typed.length, meant.length) >= 4 &&
    Math.max(typed.length, meant.length) <= LONGEST &&
    typed[0] === meant[0] &&
    Math.abs(typed.length - meant.length) <= most &&
    !/\p{N}/u.test(typed) &&
    distance(typed, meant) <= most
  );
}

/**
 * Near enough to answer for a name. In a word of up to five letters a replaced one makes another word ("horse" is
 * not a misspelt "house"), so there only letters left out, doubled or swapped are forgiven.
 */
export const isSlip = (typed: string, meant: string): boolean =>
  isNear(typed, meant) && (typed.length > 5 || isMisspelt(typed, meant));

/**
 * Near enough to answer for a common word, which differs from others by one letter even when it is long
 * ("computation", "commutation"): no consonant is another one.
 */
export function isMisspelt(typed: string, meant: string): boolean {
  if (Math.min(typed.length, meant.length) < 4 || typed[0] !== meant[0] || /\p{N}/u.test(typed)) return false;
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return false;
  const at = [...long].findIndex((letter, place) => letter !== short[place]);
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  if (isSwapped && typed.slice(at + 2) === meant.slice(at + 2)) return true;
  return (
    typed.length > 6 &&
    isVowel(typed[at]) &&
    isVowel(meant[at]) &&
    typed.slice(at + 1) === meant.slice(at + 1)
  );
}

const isVowel = (letter = ''): boolean => 'aeiouy'.includes(letter);
