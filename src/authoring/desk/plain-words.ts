/** What the rules and the format say, for an author who sees a page and neither files nor a command line. */

/** What concerns releases: there is nothing to be done about it at the page. */
export const OF_THE_COMMAND_LINE: ReadonlySet<string> = new Set(['unreleased']);

/**
 * Without what only the command line can use: `expected` names a command behind its last colon, and how something is
 * written in the file in brackets at its end.
 */
export const plainly = (expected: string): string =>
  IN_FILES.reduce((text, [typed, said]) => text.replace(typed, said), expected)
    .replace(/ \(in the file: [^)]*\)$/u, '')
    .replace(/[:;,]? npm run pack -- .*$/su, '');

/** What the page has other words for. */
const IN_FILES: readonly (readonly [typed: string, said: string])[] = [
  ['put what the article calls it into names.yaml', 'list it with what the article calls it, too'],
  ['under `denied-by`', 'as what denies it'],
  ['an article of articles.yaml', 'an article of the pack'],
];
