/** What a pack lists besides its articles and entries: names, events, disagreements and topics. */
import { z } from 'zod';
import { LISTED_KINDS, type ListedKind } from './listed-kinds.ts';
import { Fields } from './wire-fields.ts';

/** One of them as the page knows it, and what it said when the page read it: as with entries. */
export interface ListedRef {
  readonly kind: ListedKind;
  readonly id: string;
  readonly hash: string;
}

export const ListedRef = z.strictObject({
  kind: z.enum(LISTED_KINDS),
  id: z.string().min(1).max(200),
  hash: z.string().max(64),
});

/**
 * Its fields are those of its file: `event`, `when`, `about`, `aliases`; `on`, `sides`; `topic`, `aliases`. Of a name,
 * which has no field of its own there: `name`, and `list`, the list that it stands in (`people`, `places` …).
 */
export interface ListedState extends ListedRef {
  readonly fields: Fields;
  /** How many facts refer to it, drafts among them. */
  readonly facts: number;
}

/** One that is being written, in place of `entry`. */
export const ListedPreviewRequest = z.strictObject({
  kind: z.enum(LISTED_KINDS),
  entry: ListedRef.optional(),
  fields: Fields,
});
export type ListedPreviewRequest = z.infer<typeof ListedPreviewRequest>;

export const LISTED_WRITES = [
  /** A new one, or all fields of `entry` as they are to be; what refers to it by its name is written anew. */
  z.strictObject({
    do: z.literal('list'),
    kind: z.enum(LISTED_KINDS),
    entry: ListedRef.optional(),
    fields: Fields,
  }),
  /** Refused while facts or events name it, unless it is to go `fromAll` of them; a topic goes only when it is empty. */
  z.strictObject({ do: z.literal('unlist'), entry: ListedRef, fromAll: z.boolean().optional() }),
] as const;

export type ListRequest = z.infer<(typeof LISTED_WRITES)[0]>;
export type UnlistRequest = z.infer<(typeof LISTED_WRITES)[1]>;
