/** Signs that look like others or like nothing: what is stored, numbered and hashed has none of them. */

const BREAK = /\r\n?|\n?\f|[\v\u0085\u2028\u2029]/g;
/** A word that was hyphenated where its line ended. */
const HYPHENATED = /\u00ad\n[ \t]*/g;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Joiners between letters that need them, and in an emoji made of several. */
const JOINER = /(?<![\p{Lo}\p{Mark}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/gu;

/** Soft hyphens, zero-width spaces, marks of direction and order, control characters. */
const UNSEEN = /[^\P{Cf}\u200c\u200d]|[^\P{Cc}\n\t]|[\ud800-\udfff]/gu;

/** The same text in plain spaces and line feeds; tabs stay, for tables of them. */
export const plainSigns = (text: string): string =>
  text
    .replace(BREAK, '\n')
    .replace(HYPHENATED, '')
    .replace(SPACE, ' ')
    .replace(JOINER, '')
    .replace(UNSEEN, '');

/** The form of a paragraph: one line of words with one space between them. */
export const oneLine = (text: string): string => plainSigns(text).replace(/\s+/g, ' ').trim();

/** Rules and ornaments such as “* * *” are no paragraph: nothing in them can be cited. */
export const hasWords = (line: string): boolean => /[\p{L}\p{N}]/u.test(line);
