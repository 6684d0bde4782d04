/** What both the page and its server check. */

/** There is one workspace only. */
export const ACCOUNTS = 'workspace' as const;
