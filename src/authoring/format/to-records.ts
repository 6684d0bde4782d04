/** From what an author wrote, and what the lock knows of it, to the records that the bot reads. */
import type { Problem } from '../../core/dataset/pack.ts';
import type { RawPack, RawRecord } from '../../core/dataset/parse.ts';
import { createAbout } from './about.ts';
import type { Book } from './book.ts';
import { createClaims } from './claim-record.ts';
import type { Entry, FactEntry, QuestionEntry } from './entry.ts';
import { ownIn } from './lock.ts';
import { createQuestions } from './question-record.ts';
import { type Fields, record } from './raw-record.ts';
import { receiptParts, spotOf } from './spot.ts';
import { dateOf, publishedOf } from './when.ts';

const EVENT_FIELDS: Fields = { name: ['event'], date: ['when'], entities: ['about'] };
const SIDES_FIELDS: Fields = { title: ['on'], claims: ['facts'] };

/** Drafts are left out: they are never told and never asked. `problems` has what was told of the book already. */
export function toRecords(book: Book, problems: Problem[]): RawPack {
  const entries = book.topics.flatMap((topic) => topic.entries);
  const written = entries.filter(isFact);
  const facts = written.filter(isNoDraft);
  const receipts = receiptsIn(book);
  const about = createAbout(book, problems);
  const claims = facts.flatMap(createClaims(book, { about, written }, problems));
  const asked = entries.filter(isQuestion).filter(isNoDraft);
  const questions = asked.flatMap(createQuestions(book, written, problems));
  const events = book.events.map((event) =>
    record(
      event,
      {
        id: event.id,
        name: event.value.event,
        date: dateOf(event.value.when),
        entities: about.of(event, event.value.about ?? [], event.value.event),
        aliases: event.value.aliases ?? [],
      },
      EVENT_FIELDS,
    ),
  );
  return {
    info: infoOf(book),
    incomplete: book.incomplete,
    records: {
      topics: book.topics.map((topic) =>
        record(
          topic,
          { id: topic.id, name: topic.value.topic, aliases: topic.value.aliases ?? [] },
          { name: ['topic'] },
        ),
      ),
      articles: book.articles.map((article) => record(article, articleOf(article, book), {})),
      entities: about.entities(),
      events,
      claims,
      disagreements: book.disagreements.map((one) =>
        record(one, disagreementOf(one, receipts), SIDES_FIELDS),
      ),
      questions,
      leftOut: leftOutOf(book),
      released: releasedOf(book),
    },
  };
}

const isFact = (entry: Entry): entry is FactEntry => entry.kind === 'fact';
const isQuestion = (entry: Entry): entry is QuestionEntry => entry.kind === 'question';
const isNoDraft = ({ value }: Entry): boolean => value.draft !== true;

function infoOf({ id, info, articles }: Book): RawRecord {
  const { title, language, contested = [], about } = info.value;
  const texts = articles.length === 1 ? 'one text' : `${articles.length} texts`;
  return record(
    info,
    {
      id,
      title,
      about: about ?? `It knows ${texts}: ${title}.`,
      language,
      contested: contested.map(({ source, 'denied-by': denial }) => ({ source, denial })),
    },
    {},
  );
}

function articleOf({ id, value }: Book['articles'][number], { info, lock }: Book): unknown {
  const { published, 'left-out': leftOut, language = info.value.language ?? 'en', ...rest } = value;
  const { paragraphs = [], text } = ownIn(lock.articles, id) ?? {};
  return {
    id,
    ...rest,
    language,
    author: rest.author ?? null,
    ...(published === undefined ? {} : publishedOf(published)),
    ...(rest.ours ? { text } : {}),
    paragraphs: Math.max(paragraphs.length, 1),
  };
}

/** Of each fact that is no draft, by its id. */
export const receiptsIn = ({ topics }: Book) =>
  new Map(
    topics
      .flatMap(({ entries }) => entries)
      .filter(isFact)
      .filter(isNoDraft)
      .map(({ id, value }) => [id, value.receipt ?? []]),
  );

/** Where the sides rest on one article alone, it is at odds with itself. */
export function disagreementOf(
  { id, value }: Pick<Book['disagreements'][number], 'id' | 'value'>,
  receipts: ReturnType<typeof receiptsIn>,
): unknown {
  const articles = value.sides
    .flatMap((side) => side.facts)
    .flatMap((fact) => receiptParts(receipts.get(fact) ?? []).map(({ spot }) => spotOf(spot).article));
  return {
    id,
    title: value.on,
    kind: value.kind ?? (new Set(articles).size === 1 ? 'within-article' : 'between-articles'),
    sides: value.sides.map(({ says, facts: claims }) => ({ says, claims })),
  };
}

const leftOutOf = ({ articles }: Book): readonly RawRecord[] =>
  articles.flatMap(({ id, value, file, path }) =>
    Object.entries(value['left-out'] ?? {}).flatMap(([paragraph, parts]) =>
      Object.entries(parts).map(([reason, what]) =>
        record(
          { value: what, file, path: [...path, 'left-out', paragraph] },
          { article: id, paragraph: Number(paragraph), what, reason },
          { article: [], paragraph: [] },
        ),
      ),
    ),
  );

function releasedOf({ info, lock }: Book): readonly RawRecord[] {
  const withdrawn = info.value.withdrawn ?? {};
  const ids = [...new Set([...lock.released, ...Object.keys(withdrawn)])];
  return ids.map((id) => {
    const reason = ownIn(withdrawn, id);
    return record(
      { value: id, file: info.file, path: ['withdrawn', id] },
      { id, ...(reason === undefined ? {} : { withdrawn: reason }) },
      {},
    );
  });
}
