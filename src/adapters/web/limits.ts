/** What both the page and its server check. */

/** Characters of a typed line: more than any command can use. */
export const LONGEST_LINE = 400;

/** There is one workspace only. */
export const ACCOUNTS = 'workspace' as const;
