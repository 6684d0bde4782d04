/** What stands around the words that people mean: odd spaces, quotation marks, commas, units. */
import type { IntegerOption } from './command.ts';

/**
 * One form of each character, no control characters, no surplus white space. Half a character is none, and no letter
 * of any language has more marks than these.
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/(?<=\p{M}{4})\p{M}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words without what is only polite. */
export const withoutPlease = (text: string): string => text.replace(/(?:^|[\s,])please[.!?]*$/i, '').trim();

/** Whether the word says nothing where no text is asked for: “in this channel”, “all time”. */
export const isIdle = (word: string): boolean =>
  /^(?:in|on|for|of|the|this|time|mode|points)$/i.test(bare(word));

/** “in private mode”: as much as belongs to a word of ours at either end of others; elsewhere it is one of them. */
export function spanAtEnd(
  words: readonly string[],
  at: number,
  size = 1,
): { readonly from: number; readonly size: number } | undefined {
  const from = /^in$/i.test(words[at - 1] ?? '') ? at - 1 : at;
  const to = at + size + (/^mode$/i.test(words[at + size] ?? '') ? 1 : 0);
  return from === 0 || to === words.length ? { from, size: to - from } : undefined;
}

/** As much of what someone typed as an answer should repeat. */
export function quote(text: string, most = 60): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}

/** Phones turn "these" into all kinds, and put the second one of a pair where the first belongs. */
const QUOTES = '"\'`´“”„‟‘’‚‛«»‹›「」『』〝〞＂＇';

/** The value alone, without a comma to the next one and without a pair of quotation marks around it. */
export function bare(text: string): string {
  const words = text.replace(/(?<![\s,;])[\s,;]+$/, '');
  return words.length > 1 && QUOTES.includes(words[0] ?? '') && QUOTES.includes(words.at(-1) ?? '')
    ? words.slice(1, -1).trim()
    : words;
}

/** How much of the text a value in quotation marks takes; undefined where it does not begin with one. */
export const quotedLength = (text: string): number | undefined =>
  new RegExp(`^[${QUOTES}].*?[${QUOTES}](?=[\\s,;]|$)`).exec(text)?.[0].length;

const UNITS = { hours: /^(?:h|hrs?|hours?)\.?$/i, seconds: /^(?:s|secs?|seconds?)\.?$/i } as const;

/** Whether the word says what the option counts. */
export const isUnit = ({ unit }: IntegerOption, word: string): boolean =>
  unit !== undefined && UNITS[unit].test(bare(word));

/** The number of “12”, or of “2h” where hours are counted; undefined for anything else. */
export function numberIn(option: IntegerOption, typed: string): string | undefined {
  const [, number, rest = ''] = /^(-?\d+(?:\.\d+)?)\s?(.*)$/.exec(bare(typed)) ?? [];
  return rest === '' || isUnit(option, rest) ? number : undefined;
}
