/** What a program proposes and nobody has written yet. */

/** Between the parts of a proposal: in no sentence of a person. */
const BETWEEN = ' · ';

const WRITE = 'Write in your own words';
const SAY = 'Say who or what';

/** "Write in your own words – Mara Quill · 12 February 2020": what a fact has to tell, and none of how a text tells it. */
export const toWrite = (parts: readonly string[], leaning?: string): string =>
  `${WRITE}${leaning === undefined ? '' : ` (who or what is “${leaning}”?)`} – ${parts.join(BETWEEN)}`;

/** "Say who or what “it” is – It was built in 1871." */
export const toResolve = (sentence: string, leaning: string): string =>
  `${SAY} “${leaning}” is – ${sentence}`;

const LEFT = new RegExp(`^(?:${WRITE}|${SAY})\\b|${BETWEEN}|^(?:todo|tbd|xxx+|\\?+|…|\\.+)[:.]?$`, 'iu');

/** As it was made: with its opening, or its parts. The bot refuses to tell one. */
export const isProposal = (text: string): boolean =>
  text.startsWith(WRITE) || text.startsWith(`${SAY} “`) || text.includes(BETWEEN);

/** A proposal in two: what its author has to do, with the word that leans on something, and the text to begin with. */
export function proposalParts(text: string): { advice: string; leaning?: string; rest: string } | undefined {
  const [, opening = '', rest = ''] = /^(.+?) – (.*)$/s.exec(text) ?? [];
  if (!isProposal(text) || opening === '') return undefined;
  const [, leaning] = /“([^”]*)”/.exec(opening) ?? [];
  const found = leaning === undefined ? {} : { leaning };
  return text.startsWith(WRITE) ? { advice: text, ...found, rest: '' } : { advice: opening, ...found, rest };
}

/** A word that is neither a name nor, as in "412 signatures", what a number counts. */
const PLAIN = /(?<![\p{L}\p{N}]|\d )\p{Ll}{2,}/u;

/**
 * Whether a text is still a proposal's list of names, dates and numbers, as it was made or with its opening taken out:
 * a pack that holds one without `draft: true` is refused, since people would be shown a form that nobody filled in.
 * "Oslo, Norway" is none, and may be an option.
 */
export const isUnwritten = (text: string): boolean => LEFT.test(text) || isList(text);

const isList = (text: string): boolean =>
  /,.*,/.test(text) &&
  /\d/.test(text) &&
  /^[\p{Script=Latin}\p{P}\p{S}\p{N}\s]+$/u.test(text) &&
  !PLAIN.test(text.replace(/“[^”]*”/g, ''));
