/** Numbers as texts write them: "63", "1,500", "three", "forty". */

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number as it stands in a text, and what it means. */
export interface NumberWords {
  readonly text: string;
  readonly at: number;
  readonly value: number;
}

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:\\d{1,3}(?:,\\d{3})+|\\d+|${[...WORDS, ...TENS].join('|')})(?![\\p{L}\\p{N}-]|[.,]\\d)`,
  'giu',
);

/** Cardinal numbers only, in order: ordinals and parts of other words say something else than how many. */
export const numbersIn = (text: string): readonly NumberWords[] =>
  [...text.matchAll(NUMBER)].map(({ 0: words, index }) => ({
    text: words,
    at: index,
    value: toNumber(words),
  }));

function toNumber(words: string): number {
  const small = WORDS.indexOf(words.toLowerCase());
  const tens = TENS.indexOf(words.toLowerCase());
  if (small >= 0) return small;
  return tens >= 0 ? (tens + 2) * 10 : Number(words.replaceAll(',', ''));
}

/** "More than three" is true of two as well, and "up to three" of four: such a number would be a second right one. */
export function isImplied(other: number, value: number, before: string): boolean {
  if (/\b(?:more than|over|above|at least|no fewer than|no less than) $/i.test(before)) return other < value;
  const isUpTo = /\b(?:fewer than|less than|under|below|at most|up to|no more than) $/i.test(before);
  return isUpTo && other > value;
}

/** Numbers near it that are written alike: words for words, as many digits, as round; the nearest first. */
export function likeNumbers({ text, value }: NumberWords): readonly string[] {
  const step = stepOf(text, value);
  return [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]
    .map((by) => value + by * step)
    .filter((other) => other >= 2)
    .flatMap((other) => writtenLike(text, other) ?? []);
}

const isTens = (text: string): boolean => TENS.includes(text.toLowerCase());

/** A round number has round rivals: 300 stands beside 400, 45 beside 40. */
function stepOf(text: string, value: number): number {
  if (isTens(text)) return 10;
  if (value < 20) return 1;
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  return zeros > 0 ? 10 ** zeros : value % 5 === 0 ? 5 : 3;
}

function writtenLike(text: string, value: number): string | undefined {
  if (/\d/.test(text)) {
    const digits = text.includes(',') ? grouped(value) : String(value);
    return digits.length === text.length ? digits : undefined;
  }
  const word = isTens(text) ? TENS[value / 10 - 2] : WORDS[value];
  return word && /^\p{Lu}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
