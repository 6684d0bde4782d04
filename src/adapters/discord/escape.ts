/** Plain text on its way into Discord's markdown: it must come out as the same text and nothing else. */

/**
 * Control characters are refused or dropped by Discord, half a surrogate pair is no text, and an unclosed
 * change of writing direction would turn around what follows it.
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '');

/**
 * Everything that is markup anywhere in a line: emphasis, spoilers, code, masked links, `<@1>` and `<t:0>`,
 * `@everyone`, `:smile:`, and addresses that Discord would make a link of. Each sign by itself, because the rest
 * of its markup may stand in the next piece of text.
 */
export const escapeInline = (text: string): string => clean(text).replace(/[\\*_~|`[\]<>@]|:(?!\s)/g, '\\$&');

/**
 * The same within the label of a masked link, where Discord reads no escapes and shows their backslashes
 * (discord/discord-api-docs#6185): each sign that could be markup becomes one that looks like it.
 */
export const asLabel = (text: string): string =>
  clean(text).replace(/[\\*_~|`[\]<>@]|:(?!\s)/g, (sign) => LOOK_ALIKE.get(sign) ?? '');

const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ['\\', '\u2216'],
  ['*', '\u2217'],
  ['_', '\u02CD'],
  ['~', '\u223C'],
  ['|', '\u2223'],
  ['`', '\u02CB'],
  ['[', '('],
  [']', ')'],
  ['<', '\u2039'],
  ['>', '\u203A'],
  ['@', '\uFF20'],
  [':', '\u2236'],
]);

/**
 * What is markup only where a line begins: headings, small print and lists. Runs over the finished text,
 * because two harmless pieces may together begin a line ("1" and ". ").
 */
export const escapeLineStarts = (markdown: string): string =>
  markdown.replace(/^([^\S\n]*)([#+-]|\d+(?=[.)]))/gm, (_, indent: string, start: string) =>
    /\d/.test(start) ? `${indent}${start}\\` : `${indent}\\${start}`,
  );

/** A space that may not be broken at stays one. */
export const onOneLine = (text: string): string =>
  clean(text)
    .replace(/[^\S\u00A0]+/g, ' ')
    .trim();
