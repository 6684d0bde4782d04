/**
 * `pack.lock.json`: what a program knows of a pack and nobody has to type. Written by `npm run pack`, read at every
 * start; a line an item, so that a change reads well as a difference.
 */

/** Of a receipt: its paragraph, the words with which its place begins, and with which it ends where that is not all. */
export type LockedReceipt =
  | readonly [paragraph: number, from: string]
  | readonly [paragraph: number, from: string, to: string];

export interface LockedArticle {
  /** The hash of each paragraph. */
  readonly paragraphs: readonly string[];
  /** The paragraphs themselves, of our own texts only. */
  readonly text?: readonly string[];
}

interface LockedFact {
  /** Its text when it was locked, where its id is not written down: by it the fact is known again. */
  readonly fact?: string;
  /** By the receipt as it is written. */
  readonly receipts: Readonly<Record<string, LockedReceipt>>;
}

export interface Lock {
  readonly format: '1';
  readonly articles: Readonly<Record<string, LockedArticle>>;
  readonly facts: Readonly<Record<string, LockedFact>>;
  /** The prompt of each question whose id is not written down, by its id. */
  readonly questions: Readonly<Record<string, string>>;
  /** Ids that questions had in what was handed on: rounds in strangers' databases refer to them. */
  readonly released: readonly string[];
}

/**
 * Undefined where it is not as the program wrote it: how it is broken helps nobody. Looked through by hand, because it
 * is as long as the whole pack, is read at every start, and no single thing in it is ever told about.
 */
export function readLock(text: string): Lock | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isLock(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

type Guard<Value> = (value: unknown) => value is Value;

const isText = (value: unknown): value is string => typeof value === 'string';

const isHash = (value: unknown): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf =
  <Item>(isItem: Guard<Item>): Guard<readonly Item[]> =>
  (value): value is readonly Item[] =>
    Array.isArray(value) && value.every(isItem);

const isRecordOf =
  <Item>(isItem: Guard<Item>): Guard<Readonly<Record<string, Item>>> =>
  (value): value is Readonly<Record<string, Item>> =>
    isRecord(value) && Object.values(value).every(isItem);

/** Nothing besides these fields: it would be lost as soon as the lock is written anew. */
const hasOnly = (record: object, fields: readonly string[]): boolean =>
  Object.keys(record).every((field) => fields.includes(field));

const isReceipt = (value: unknown): value is LockedReceipt => {
  if (!Array.isArray(value)) return false;
  const [paragraph, ...words] = value;
  return (
    Number.isSafeInteger(paragraph) &&
    paragraph >= 1 &&
    (words.length === 1 || words.length === 2) &&
    words.every(isText)
  );
};

const isArticle = (value: unknown): value is LockedArticle =>
  isRecord(value) &&
  isListOf(isHash)(value.paragraphs) &&
  value.paragraphs.length > 0 &&
  (value.text === undefined || isListOf(isText)(value.text)) &&
  hasOnly(value, ['paragraphs', 'text']);

const isFact = (value: unknown): value is LockedFact =>
  isRecord(value) &&
  isRecordOf(isReceipt)(value.receipts) &&
  (value.fact === undefined || isText(value.fact)) &&
  hasOnly(value, ['fact', 'receipts']);

const isLock = (value: unknown): value is Lock =>
  isRecord(value) &&
  value.format === '1' &&
  isRecordOf(isArticle)(value.articles) &&
  isRecordOf(isFact)(value.facts) &&
  isRecordOf(isText)(value.questions) &&
  isListOf(isText)(value.released) &&
  hasOnly(value, ['format', 'articles', 'facts', 'questions', 'released']);

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
