/** From "According to AOL, as cited by the Gazette, the boat came in" to "The boat came in", where that can be done. */
import { wordsOf } from '../../core/facts/fold.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';

const NAME = '\\p{Lu}[\\p{L}\\p{N}’]*(?: \\p{Lu}[\\p{L}\\p{N}’]*)*';
const SAID = '(?:said|says|wrote|writes|claimed|claims|implied|implies|reported|reports)';

/** "according to": what follows stands by itself. */
const LEADS: readonly RegExp[] = [
  /^According to [^,“]+(?:, as (?:cited|quoted|reported|told) by [^,“]+| as cited by [^,“]+|, as [^,“]+ reports it)?, /u,
  /^As [^,“]+ (?:notes|reports|writes|tells it|puts it), /u,
  /^In [^,“]+’s (?:account|retelling|version) of [^,“]+, /u,
  new RegExp(`^In (?:his|her|their) \\p{Ll}+, ${NAME} ${SAID} that `, 'u'),
];

/** "she said that": whoever it was may be "she" in what follows. */
const SPEECHES: readonly RegExp[] = [
  new RegExp(`^[^,“]+?(?:, (?:as|on) [^,“]+,)? ${SAID} (?:that |(?=(?:it|there|the) |\\p{Lu}))`, 'u'),
  new RegExp(`^[^,“]+? told ${NAME} that `, 'u'),
];

const TAILS: readonly RegExp[] = [
  /,? according to [^,“]+?(?: as cited by [^,“]+)?(?=\.$)/u,
  new RegExp(`, ${NAME} (?:says|notes|reports|writes)(?: of [^,“]+)?(?=\\.$)`, 'u'),
  new RegExp(`, says ${NAME}(?=\\.$)`, 'u'),
];

const PRONOUN = /\b(?:he|she|him|his|her|hers|himself|herself|they|them|their)\b/iu;
const OPENING_PRONOUN = /^(?:he|she|his|her|they|their)\b/iu;

const FEWEST_WORDS = 5;

/**
 * What a text says apart from who says it; undefined where that is no sentence that stands by itself, or one in
 * which nobody knows who "she" is. `impersonal` are speakers that nobody calls "she": the publishers.
 */
export function statementOf(text: string, impersonal: readonly string[]): string | undefined {
  const speech = SPEECHES.flatMap((form) => form.exec(text)?.[0] ?? []).at(0);
  const lead = LEADS.flatMap((form) => form.exec(text)?.[0] ?? []).at(0) ?? speech ?? '';
  const rest = text.slice(lead.length);
  const tail = lead === '' ? TAILS.flatMap((form) => form.exec(rest)?.[0] ?? []).at(0) : undefined;
  const bare = startUpper(tail === undefined ? rest : rest.replace(tail, ''));
  const isPersonal = lead !== '' && lead === speech && !impersonal.some((name) => lead.startsWith(name));
  const isUnclear = OPENING_PRONOUN.test(bare) || (isPersonal && PRONOUN.test(bare));
  return isUnclear || pointsBeyond(bare) || bare.split(' ').length < FEWEST_WORDS ? undefined : bare;
}

/** "Also" needs what went before, "the article" tells of one that is asked for. */
export const pointsBeyond = (text: string): boolean => /\b(?:also|articles?)\b/iu.test(text);

/** Also behind an opening quotation mark. */
export const startUpper = (text: string): string =>
  text.replace(/^(“?)(\p{Ll})/u, (_, mark: string, letter: string) => `${mark}${letter.toUpperCase()}`);

/** By any word of weight: "Jonathan Karl’s book “Tired of Winning”" is named by "Jonathan Karl writes". */
export function isNamedBy(label: string, text: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(withoutAside(label)).some((word) => !isStopWord(word) && words.has(word));
}

/** "Mic (email)" → "Mic". */
export const withoutAside = (label: string): string => label.replace(/ \([^)]*\)/g, '');
