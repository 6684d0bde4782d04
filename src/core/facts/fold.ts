/** From what people type, and from the dataset's texts, to words that can be compared. */

/** One form for words that people take for the same: no case, no accents, no typographic apostrophes. */
export const fold = (text: string): string =>
  (IS_PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{Mark}/gu, ''))
    .replace(/[’‘`]/g, "'")
    .toLowerCase()
    .trim();

/** Nothing in it has an accent or another form, and most texts have nothing else. */
const IS_PLAIN = /^[\u0020-\u007e’‘“”–—]*$/;

/** Tried at the beginnings of words only: tried at each letter, a long run of them costs its square. */
const COMPOUND = /(?<![\p{L}\p{N}])\p{N}*\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu;

/** "back-channel" is one word, so that "channel" does not find it; "Saint-Tropez" is two, a name of names. */
const isOneWord = (compound: string): boolean => !/-\p{Lu}/u.test(compound);

/** The words of a text, folded, without possessives and contractions; `joins` tells which compounds are one. */
export const wordsOf = (text: string, joins: (compound: string) => boolean = isOneWord): readonly string[] =>
  withoutEndings(fold(text.includes('-') ? splitCompounds(text, joins) : text)).match(WORD) ?? [];

/** Matched rather than split at what is between, which takes five times as long. */
const WORD = /[\p{L}\p{N}]+/gu;

const splitCompounds = (text: string, joins: (compound: string) => boolean): string =>
  text.replace(COMPOUND, (compound) =>
    joins(compound) ? compound.replaceAll('-', '') : compound.replaceAll('-', ' '),
  );

const withoutEndings = (folded: string): string =>
  folded.includes("'")
    ? folded.replace(/(?:(?<!\bai)n't|'(?:s|t|re|ve|ll|d|m))(?![\p{L}\p{N}])/gu, '')
    : folded;

/** Every hyphen a space: the form in which whole names are compared. */
export const nameWords = (text: string): readonly string[] => wordsOf(text, () => false);

/** A name such as "Met Gala"; "Football players" only describes. */
export const isProper = (label: string): boolean => label.split(' ').every((word) => /^\p{Lu}/u.test(word));

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{5})ations?$/, ''],
  [/(?<=.{5})ements?$/, ''],
  [/(?<=..)ie[sd]$/, 'y'],
  [/(?<=.{4})(?:ing|ed)$/, ''],
  [/(?<=.{3})(?<!s|u|i|w)s$/, ''],
];

/** What the forms of a word share: pardon, pardons, pardoned; commute, commuted, commutation. */
export function stem(word: string): string {
  if (!/[degnst]$/.test(word)) return word;
  const [ending, replacement] = ENDINGS.find(([form]) => form.test(word)) ?? [/$/, ''];
  return word.replace(ending, replacement).replace(/(?<=.{4})e$/, '');
}
