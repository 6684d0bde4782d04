/**
 * `pack.lock.json`: what a program knows of a pack and nobody has to type. Written by `npm run pack`, read at every
 * start; a line an item, so that a change reads well as a difference.
 */
import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Of a receipt: its paragraph, the words with which its place begins, and with which it ends where that is not all. */
const LockedReceipt = z.tuple([z.int().min(1), z.string(), z.string().optional()]);

const LockedArticle = z.strictObject({
  /** The hash of each paragraph. */
  paragraphs: z.array(Hash).min(1),
  /** The paragraphs themselves, of our own texts only. */
  text: z.array(z.string()).optional(),
});

const LockedFact = z.strictObject({
  /** Its text when it was locked, where its id is not written down: by it the fact is known again. */
  fact: z.string().optional(),
  /** By the receipt as it is written. */
  receipts: z.record(z.string(), LockedReceipt),
});

export const Lock = z.strictObject({
  format: z.literal('1'),
  articles: z.record(z.string(), LockedArticle),
  facts: z.record(z.string(), LockedFact),
  /** The prompt of each question whose id is not written down, by its id. */
  questions: z.record(z.string(), z.string()),
  /** Ids that questions had in what was handed on: rounds in strangers' databases refer to them. */
  released: z.array(z.string()),
});

export type Lock = z.infer<typeof Lock>;
export type LockedArticle = z.infer<typeof LockedArticle>;
export type LockedReceipt = z.infer<typeof LockedReceipt>;

/** An id may be called as what every object has, such as `constructor`. */
export const ownIn = <Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

export const EMPTY_LOCK: Lock = { format: '1', articles: {}, facts: {}, questions: {}, released: [] };

export const LOCK_FILE = 'pack.lock.json';

export function lockToText({ format, articles, facts, questions, released }: Lock): string {
  const lines = (entries: readonly string[]) =>
    entries.length === 0 ? '' : `\n    ${entries.join(',\n    ')}\n  `;
  const map = (record: Readonly<Record<string, unknown>>) =>
    `{${lines(Object.entries(record).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`))}}`;
  return `{
  "format": ${JSON.stringify(format)},
  "articles": ${map(articles)},
  "facts": ${map(facts)},
  "questions": ${map(questions)},
  "released": [${lines(released.map((id) => JSON.stringify(id)))}]
}
`;
}
