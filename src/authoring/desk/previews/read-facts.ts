/** Facts that were not locked or not accepted yet, read as if they were. */
import type { z } from 'zod';
import type { Place, Problem } from '../../../core/dataset/pack.ts';
import type { RawRecord } from '../../../core/dataset/parse.ts';
import { Article, Claim, Entity } from '../../../core/dataset/schema.ts';
import { createAbout } from '../../format/about.ts';
import { createClaims } from '../../format/claim-record.ts';
import type { FactEntry } from '../../format/entry.ts';
import type { Lock } from '../../format/lock.ts';
import { type Followed, locked } from '../../format/locking.ts';
import { receiptParts, spotOf } from '../../format/spot.ts';
import { readYaml } from '../../format/yaml-file.ts';
import type { Snapshot } from '../snapshot.ts';

/** Where things stand that stand in no file. */
export const NOWHERE = readYaml('', '');

/** In place of what proves a fact, until its author has said what does. */
export const NO_RECEIPT = Article.parse({
  ...{ id: 'no-receipt-yet', title: 'no paragraph chosen yet', publisher: 'Receipt missing' },
  ...{ language: 'en', paragraphs: 1 },
});

const UNPROVED = '0'.repeat(64);

export interface ReadFacts {
  readonly claims: readonly Claim[];
  readonly places: ReadonlyMap<object, Place>;
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
  readonly lock: Lock;
  /** One of them has no receipt that leads anywhere. */
  readonly isUnproved: boolean;
}

/** `all` are the facts of the pack with these in their place. */
export function readFacts(now: Snapshot, facts: readonly FactEntry[], all: readonly FactEntry[]): ReadFacts {
  const problems: Problem[] = [];
  const { lock, followed } = lockFor(now, facts, problems);
  const book = { ...now.book, lock };
  const about = createAbout(book, problems);
  const raw =
    facts.length === 0
      ? []
      : facts
          .map((fact) => following(fact, followed))
          .flatMap(createClaims(book, { about, written: all }, problems));
  const places = new Map<object, Place>();
  let isUnproved = false;
  const claims = raw.flatMap((record) => {
    const proved = withReceipts(record);
    isUnproved ||= proved.isUnproved;
    const { value, problems: shape } = parsedAs(proved.record, Claim, String((record.value as Claim).id));
    problems.push(...shape);
    if (value === undefined) return [];
    places.set(value, record.place);
    return [value];
  });
  const known = new Set(now.records.readable?.entities.map(({ id }) => id));
  const entities = about.entities().flatMap(({ value }) => {
    if (known.has(String((value as Entity).id))) return [];
    const entity = Entity.safeParse(value);
    return entity.success ? [entity.data] : [];
  });
  return { claims, places, entities, problems, lock, isUnproved };
}

/** What their receipts lead to, without a look at any article that they do not cite. */
function lockFor(
  { book, texts }: Snapshot,
  facts: readonly FactEntry[],
  problems: Problem[],
): { readonly lock: Lock; readonly followed: readonly Followed[] } {
  if (facts.length === 0) return { lock: book.lock, followed: [] };
  const cited = new Set(
    facts.flatMap(({ value }) => receiptParts(value.receipt ?? []).map(({ spot }) => spotOf(spot).article)),
  );
  const [topic] = book.topics;
  const only = {
    ...{ id: '', value: { topic: '' }, file: topic?.file ?? NOWHERE, path: [], entries: facts },
  };
  const found = locked(
    {
      ...book,
      topics: [only],
      articles: book.articles.map((one) => ({ ...one, value: { ...one.value, 'left-out': {} } })),
    },
    texts.filter(({ article }) => cited.has(article)),
    // What the text says now is shown, also where nobody has read it again yet.
    { accept: true },
  );
  problems.push(
    ...found.problems,
    ...found.changed.map(({ entry, spot }) => ({
      ...{ file: '', record: entry.id, field: 'receipt' },
      expected: `another paragraph: nothing is left in the new text of what stood at ${spot}`,
    })),
  );
  const locks = { ...book.lock.facts, ...found.lock.facts };
  // Under its old number too: that is how its author wrote it, and where the page looks for it.
  for (const { entry, spot, now } of found.followed) {
    const fact = locks[entry.id];
    const receipt = fact?.receipts[now];
    if (fact && receipt) locks[entry.id] = { ...fact, receipts: { ...fact.receipts, [spot]: receipt } };
  }
  return {
    lock: { ...book.lock, articles: { ...book.lock.articles, ...found.lock.articles }, facts: locks },
    followed: found.followed,
  };
}

/** The fact with its receipts as they will be written once what changed was read again. */
function following(fact: FactEntry, followed: readonly Followed[]): FactEntry {
  const own = new Map(
    followed.flatMap(({ entry, spot, now }) => (entry.id === fact.id ? [[spot, now]] : [])),
  );
  const { receipt } = fact.value;
  if (own.size === 0 || receipt === undefined) return fact;
  const moved = receiptParts(receipt).map(({ spot, attribution }) => ({
    [own.get(spot) ?? spot]: [...attribution],
  }));
  return { ...fact, value: { ...fact.value, receipt: moved } };
}

/** One that leads nowhere is shown as missing, never as one of an article that says nothing of the kind. */
function withReceipts(record: RawRecord): { readonly record: RawRecord; readonly isUnproved: boolean } {
  const value = record.value as Claim;
  const receipts = value.receipts.map((receipt) =>
    receipt.sha256 === UNPROVED ? { ...receipt, article: NO_RECEIPT.id } : receipt,
  );
  return {
    record: { ...record, value: { ...value, receipts } },
    isUnproved: value.receipts.some(({ sha256 }) => sha256 === UNPROVED),
  };
}

/** What the schema does not like is shown all the same, and told. */
export function parsedAs<Value>(
  record: RawRecord | undefined,
  schema: z.ZodType<Value>,
  id: string,
): { readonly value: Value | undefined; readonly problems: readonly Problem[] } {
  if (record === undefined) return { value: undefined, problems: [] };
  const read = schema.safeParse(record.value);
  if (read.success) return { value: read.data, problems: [] };
  return {
    value: record.value as Value,
    problems: read.error.issues.map(({ path, message }) => ({
      ...{ file: '', record: id, expected: message },
      field: record.place.fieldOf(path.join('.')),
    })),
  };
}
