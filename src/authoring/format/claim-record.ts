/** Facts as the claims that the bot tells, with the receipts that the lock knows. */
import type { Problem } from '../../core/dataset/pack.ts';
import type { RawRecord } from '../../core/dataset/parse.ts';
import type { Receipt } from '../../core/dataset/schema.ts';
import type { createAbout } from './about.ts';
import type { Book } from './book.ts';
import type { FactEntry } from './entry.ts';
import { LOCK_FILE, ownIn } from './lock.ts';
import { type Fields, record } from './raw-record.ts';
import { receiptParts, spotOf } from './spot.ts';
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

/** Facts whose receipts are not all known are told of and left out. */
export const createClaims = (book: Book, about: ReturnType<typeof createAbout>, problems: Problem[]) => {
  const receiptsOf = createReceipts(book, problems);
  return (facts: readonly FactEntry[]): readonly RawRecord[] =>
    facts.flatMap((entry) => {
      const entities = about.of(entry, entry.value.about ?? [], entry.value.fact);
      const receipts = receiptsOf(entry);
      return receipts ? [record(entry, claimOf(entry, entities, receipts), FIELDS)] : [];
    });
};

function claimOf(
  { id, value, topic }: FactEntry,
  entities: ReturnType<ReturnType<typeof createAbout>['of']>,
  receipts: readonly Receipt[],
): Readonly<Record<string, unknown>> {
  const denials = value['denied-by'] ?? [];
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
function createReceipts({ folder, articles, lock, incomplete }: Book, problems: Problem[]) {
  const known = new Set(articles.map(({ id }) => id));
  const told = new Set(problems.filter(({ field }) => field === 'receipt').map(({ record: id }) => id));
  const isLocked = Object.keys(lock.articles).length > 0;
  let isLockTold = problems.some(({ file }) => file.endsWith(LOCK_FILE));

  function receiptOf(id: string, spot: string, attribution: readonly string[]): Receipt | string {
    const { article } = spotOf(spot);
    if (!known.has(article) && !incomplete.has('articles'))
      return `an article of articles.yaml, but “${article}” is none`;
    const [paragraph = 0, from, to] = ownIn(lock.facts, id)?.receipts[spot] ?? [];
    const sha256 = ownIn(lock.articles, article)?.paragraphs[paragraph - 1];
    if (from === undefined || sha256 === undefined)
      return `“${spot}” in ${LOCK_FILE}, which does not know it yet: npm run pack -- check`;
    return {
      article,
      paragraph,
      from,
      ...(to === undefined ? {} : { to }),
      sha256,
      attribution: [...attribution],
    };
  }

  return ({ id, value, file, path }: FactEntry): readonly Receipt[] | undefined => {
    const say = (expected: string) => {
      if (!told.has(id)) problems.push(problemIn(file, [...path, 'receipt'], id, 'receipt', expected));
    };
    if (value.receipt === undefined) {
      say('where it stands, such as leave#4: an article and the number of a paragraph');
      return undefined;
    }
    if (!isLocked) {
      if (!isLockTold)
        problems.push({
          ...{ file: `${folder}/${LOCK_FILE}`, record: '', field: '' },
          expected: 'this file is missing or knows no article yet: npm run pack -- check',
        });
      isLockTold = true;
      return undefined;
    }
    const found = receiptParts(value.receipt).map(({ spot, attribution }) =>
      receiptOf(id, spot, attribution),
    );
    for (const one of found) if (typeof one === 'string') say(one);
    return found.every((one) => typeof one !== 'string') ? found : undefined;
  };
}
