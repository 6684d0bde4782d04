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

/** "eleven", "forty"; undefined for what has no word of its own here. */
export const wordOf = (value: number): string | undefined =>
  WORDS[value] ?? (value % 10 === 0 ? TENS[value / 10 - 2] : undefined);
