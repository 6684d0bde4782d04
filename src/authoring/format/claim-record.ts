/** Facts as the claims that the bot tells, with the receipts that the lock knows. */
import { z } from 'zod';
import { CalendarDate, DateSpec, Id } from '../../core/dataset/fields.ts';
import type { Problem } from '../../core/dataset/pack.ts';
import type { RawRecord } from '../../core/dataset/parse.ts';
import { type Receipt, Words } from '../../core/dataset/schema.ts';
import type { createAbout } from './about.ts';
import type { Book } from './book.ts';
import type { FactEntry } from './entry.ts';
import { LOCK_FILE } from './lock.ts';
import { type Fields, record } from './raw-record.ts';
import { receiptParts, spotOf } from './spot.ts';
import { isProposal } from './unwritten.ts';
import { dateOf } from './when.ts';
import { problemIn } from './yaml-file.ts';

const FIELDS: Fields = {
  text: ['fact'],
  entities: ['about'],
  date: ['when'],
  'date.on': ['when'],
  'date.until': ['when'],
  'date.text': ['when'],
  asOf: ['as-of'],
  denials: ['denied-by'],
  receipts: ['receipt'],
};

/** What no schema of what people write has checked; the rest of a claim it has. */
const Derived = z.object({
  id: Id,
  date: DateSpec.optional(),
  asOf: CalendarDate.optional(),
  receipts: z.array(z.object({ from: Words, to: Words.optional() })),
});

interface Around {
  readonly about: ReturnType<typeof createAbout>;
  /** All facts, drafts too. */
  readonly written: readonly FactEntry[];
}

export function createClaims(book: Book, { about, written }: Around, problems: Problem[]) {
  const receiptsOf = createReceipts(book, written, problems);
  const drafts = new Set(written.flatMap(({ id, value }) => (value.draft ? [id] : [])));
  const seen = new Map<string, FactEntry>();

  function denialsOf({ id, value, file, path }: FactEntry): readonly string[] {
    const denials = value['denied-by'] ?? [];
    for (const draft of denials.filter((one) => drafts.has(one)))
      problems.push(
        problemIn(
          file,
          [...path, 'denied-by'],
          id,
          'denied-by',
          `an accepted fact, but “${draft}” is a draft`,
        ),
      );
    return denials.filter((one) => !drafts.has(one));
  }

  return (entry: FactEntry): readonly RawRecord[] => {
    const { id, file, path, value } = entry;
    const other = seen.get(id);
    if (other) {
      const { line } = other.file.positionOf(other.path);
      const expected = `an id of its own: ${other.file.path}:${line} has it too`;
      problems.push(problemIn(file, [...path, 'id'], id, 'id', expected));
      return [];
    }
    seen.set(id, entry);
    if (isProposal(value.fact))
      problems.push(
        problemIn(
          entry.file,
          [...entry.path, 'fact'],
          id,
          'fact',
          'a sentence of your own: this is a proposal as the program made it',
        ),
      );
    const claim = claimOf(entry, {
      entities: about.of(entry, value.about ?? [], value.fact),
      receipts: receiptsOf(entry),
      denials: denialsOf(entry),
    });
    return [record(entry, claim, FIELDS, Derived.safeParse(claim).success)];
  };
}

interface Found {
  readonly entities: readonly unknown[];
  readonly receipts: readonly Receipt[];
  readonly denials: readonly string[];
}

function claimOf(
  { id, value, topic }: FactEntry,
  { entities, receipts, denials }: Found,
): Readonly<Record<string, unknown>> {
  const isReported = receipts.some(({ attribution }) => attribution.length > 0);
  return {
    id,
    text: value.fact,
    topic,
    events: value.events ?? [],
    entities,
    ...(value.when === undefined ? {} : { date: dateOf(value.when) }),
    status: value.status ?? (denials.length > 0 ? 'disputed' : isReported ? 'reported' : 'stated'),
    receipts,
    ...(value['as-of'] === undefined ? {} : { asOf: value['as-of'] }),
    ...(value.overtaken === undefined ? {} : { overtaken: value.overtaken }),
    denials,
    refuted: value.refuted ?? [],
    importance: value.importance ?? 2,
    ...(value.reserved === undefined ? {} : { reserved: value.reserved }),
  };
}

/** By the lock alone: the articles themselves need not be on the machine that runs the bot. */
function createReceipts(
  { folder, articles, lock, incomplete }: Book,
  written: readonly FactEntry[],
  problems: Problem[],
) {
  const known = new Set(articles.map(({ id }) => id));
  const twice = [...Map.groupBy(written, ({ id }) => id)].flatMap(([id, facts]) =>
    facts.length > 1 ? [id] : [],
  );
  const told = new Set([
    ...problems.filter(({ field }) => field === 'receipt').map((one) => one.record),
    ...twice,
  ]);
  const isLocked = Object.keys(lock.articles).length > 0;
  const hashesOf = new Map(Object.entries(lock.articles).map(([id, { paragraphs }]) => [id, paragraphs]));
  const receiptsOf = new Map(Object.entries(lock.facts).map(([id, { receipts }]) => [id, receipts]));
  let isLockTold = problems.some(({ file }) => file.endsWith(LOCK_FILE));

  function receiptOf(id: string, spot: string, attribution: readonly string[]): Receipt | string {
    const { article, at } = spotOf(spot);
    if (!known.has(article) && !incomplete.has('articles'))
      return `an article of articles.yaml, but “${article}” is none`;
    if (!isLocked) return told.has(id) ? '' : tellOfLock();
    const [paragraph = 0, from, to] = receiptsOf.get(id)?.[spot] ?? [];
    const isOther = 'paragraph' in at && at.paragraph !== paragraph;
    const sha256 = isOther ? undefined : hashesOf.get(article)?.[paragraph - 1];
    if (from === undefined || sha256 === undefined)
      return `“${spot}” in ${LOCK_FILE}, which does not know it yet: npm run pack -- check`;
    return {
      ...{ article, paragraph, from, sha256 },
      ...(to === undefined ? {} : { to }),
      attribution: [...attribution],
    };
  }

  function tellOfLock(): string {
    if (!isLockTold)
      problems.push({
        ...{ file: `${folder}/${LOCK_FILE}`, record: '', field: '' },
        expected: 'this file is missing or knows no article yet: npm run pack -- check',
      });
    isLockTold = true;
    return '';
  }

  return ({ id, value, file, path }: FactEntry): readonly Receipt[] => {
    const found =
      value.receipt === undefined
        ? ['where it stands, such as leave#4: an article and the number of a paragraph']
        : receiptParts(value.receipt).map(({ spot, attribution }) => receiptOf(id, spot, attribution));
    for (const one of found)
      if (typeof one === 'string' && one !== '' && !told.has(id))
        problems.push(problemIn(file, [...path, 'receipt'], id, 'receipt', one));
    const receipts = found.flatMap((one) => (typeof one === 'string' ? [] : [one]));
    return receipts.length > 0 ? receipts : [unknown(articles[0]?.id)];
  };
}

/** In place of receipts that a problem was told about: what else is wrong with the fact is found all the same. */
const unknown = (article = 'unknown'): Receipt => ({
  ...{ article, paragraph: 1, from: '–', attribution: [] },
  sha256: '0'.repeat(64),
});
