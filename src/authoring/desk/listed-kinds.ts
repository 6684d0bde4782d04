/** What a pack lists besides its articles and entries; apart from `wire-listed.ts`, so that the page takes no schemas along. */

export const LISTED_KINDS = ['name', 'event', 'disagreement', 'topic'] as const;

export type ListedKind = (typeof LISTED_KINDS)[number];

/** The field by which people know one. */
export const CALLED = {
  name: 'name',
  event: 'event',
  disagreement: 'on',
  topic: 'topic',
} as const satisfies Readonly<Record<ListedKind, string>>;
