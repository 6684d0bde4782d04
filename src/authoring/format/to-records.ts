/** From what an author wrote, and what the lock knows of it, to the records that the bot reads. */
import type { Place, Problem } from '../../core/dataset/pack.ts';
import type { RawPack, RawRecord } from '../../core/dataset/parse.ts';
import { TRUE_OR_FALSE } from '../../core/dataset/schema.ts';
import type { Book } from './book.ts';
import type { FactEntry, QuestionEntry, Written } from './entry.ts';
import { LOCK_FILE } from './lock.ts';
import { createNamer, mentionsIn, type NamedEntity, rolesOf } from './names.ts';
import { slugOf } from './slug.ts';
import { receiptParts, spotOf } from './spot.ts';
import { dateOf, publishedOf } from './when.ts';
import { type Path, placeAt, problemIn } from './yaml-file.ts';

/** What the schema allows for the text that a fact lends to a question without a pay-off of its own. */
const LONGEST_PAYOFF = 160;

/** Drafts are left out: they are never told and never asked. */
export function toRecords(book: Book, problems: Problem[]): RawPack {
  const facts = book.topics.flatMap(({ entries }) => entries.filter(isFact)).filter(isNoDraft);
  const questions = book.topics.flatMap(({ entries }) => entries.filter(isQuestion)).filter(isNoDraft);
  const texts = new Map(facts.map(({ id, value }) => [id, value.fact]));
  const about = createAbout(book, problems);
  const claims = facts.map((entry) => record(entry, claimOf(entry, book, about, problems), FACT_FIELDS));
  const events = book.events.map(({ id, ...event }) =>
    record(
      event,
      {
        id,
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
      disagreements: book.disagreements.map((one) => record(one, disagreementOf(one, facts), SIDES_FIELDS)),
      questions: questions.map((entry) => record(entry, questionOf(entry, texts, problems), QUESTION_FIELDS)),
      leftOut: leftOutOf(book),
      released: releasedOf(book),
    },
  };
}

const isFact = (entry: { readonly kind: string }): entry is FactEntry => entry.kind === 'fact';
const isQuestion = (entry: { readonly kind: string }): entry is QuestionEntry => entry.kind === 'question';
const isNoDraft = ({ value }: FactEntry | QuestionEntry): boolean => value.draft !== true;

/** How a record’s field is written; a field that is not named here is written as it is called. */
type Fields = Readonly<Record<string, Path>>;

const FACT_FIELDS: Fields = {
  text: ['fact'],
  entities: ['about'],
  date: ['when'],
  asOf: ['as-of'],
  denials: ['denied-by'],
  receipts: ['receipt'],
};
const EVENT_FIELDS: Fields = { name: ['event'], date: ['when'], entities: ['about'] };
const SIDES_FIELDS: Fields = { title: ['on'], claims: ['facts'] };
const QUESTION_FIELDS: Fields = {
  prompt: ['question'],
  claims: ['facts'],
  'right.text': ['right'],
  'right.claims': ['facts'],
};

function pathOf(field: string, fields: Fields): Path {
  const whole = fields[field];
  if (whole) return whole;
  return field
    .split('.')
    .flatMap((step): Path => fields[step] ?? [/^\d+$/.test(step) ? Number(step) : step])
    .filter((step, at) => !(at > 1 && step === 'text'));
}

export const placeOf = ({ file, path }: Pick<Written<unknown>, 'file' | 'path'>, fields: Fields): Place =>
  placeAt(file, path, (field) => (field === '' ? [] : pathOf(field, fields)));

const record = (written: Written<unknown>, value: unknown, fields: Fields): RawRecord => ({
  value,
  place: placeOf(written, fields),
});

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
  const { paragraphs = [], text } = lock.articles[id] ?? {};
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

/** Entities of the pack, and those that entries name without listing them anywhere. */
function createAbout({ articles, entities }: Book, problems: Problem[]) {
  const known = new Map<string, NamedEntity>();
  const all: Written<NamedEntity>[] = [...entities];
  for (const { value } of entities)
    for (const key of [value.id, value.name, ...value.aliases]) if (!known.has(key)) known.set(key, value);
  const namedIn = createNamer(
    entities.map(({ value }) => value),
    articles.map(({ value }) => value.publisher),
  );
  const idOf = (of: string, { file, path }: Written<unknown>): string => {
    const entity = known.get(of);
    if (entity) return entity.id;
    const made: NamedEntity = {
      ...{ id: slugOf(of), kind: 'other', name: of },
      ...{ aliases: [], minor: false, invented: false },
    };
    known.set(of, made);
    all.push({ value: made, file, path: [...path, 'about'] });
    return made.id;
  };
  return {
    of: (written: Written<unknown>, about: readonly string[], text: string) =>
      rolesOf(
        mentionsIn(about).map(({ of, role }) => ({ entity: idOf(of, written), role })),
        namedIn(text),
      ),
    entities: (): readonly RawRecord[] => {
      const ids = new Map<string, Written<NamedEntity>>();
      for (const one of all) {
        const other = ids.get(one.value.id);
        if (other && other.value.name !== one.value.name)
          problems.push(
            problemIn(
              one.file,
              one.path,
              one.value.name,
              'id',
              `an \`id\` of its own: “${other.value.name}” has ${one.value.id} too`,
            ),
          );
        else ids.set(one.value.id, one);
      }
      return [...ids.values()].map((one) => record(one, one.value, { name: [], aliases: [], id: [] }));
    },
  };
}

function claimOf(
  entry: FactEntry,
  book: Book,
  about: ReturnType<typeof createAbout>,
  problems: Problem[],
): Readonly<Record<string, unknown>> {
  const { id, value, topic } = entry;
  const receipts = receiptsOf(entry, book, problems);
  const denials = value['denied-by'] ?? [];
  const isReported = receipts.some(({ attribution }) => attribution.length > 0);
  return {
    id,
    text: value.fact,
    topic,
    events: value.events ?? [],
    entities: about.of(entry, value.about ?? [], value.fact),
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
function receiptsOf(entry: FactEntry, { articles, lock }: Book, problems: Problem[]) {
  const { id, value } = entry;
  const say = (expected: string) =>
    problems.push(problemIn(entry.file, [...entry.path, 'receipt'], id, 'receipt', expected));
  if (value.receipt === undefined) {
    say('where it stands, such as leave#4: an article and the number of a paragraph');
    return [];
  }
  return receiptParts(value.receipt).flatMap(({ spot, attribution }) => {
    const { article } = spotOf(spot);
    const locked = lock.facts[id]?.receipts[spot];
    const [paragraph = 0, from, to] = locked ?? [];
    const sha256 = lock.articles[article]?.paragraphs[paragraph - 1];
    if (!articles.some((one) => one.id === article)) {
      say(`an article of articles.yaml, but “${article}” is none`);
      return [];
    }
    if (from === undefined || sha256 === undefined) {
      say(`“${spot}” in ${LOCK_FILE}, which does not know it yet: npm run pack -- check`);
      return [];
    }
    return [{ article, paragraph, from, ...(to === undefined ? {} : { to }), sha256, attribution }];
  });
}

function questionOf(
  entry: QuestionEntry,
  texts: ReadonlyMap<string, string>,
  problems: Problem[],
): Readonly<Record<string, unknown>> {
  const { id, value, topic, under } = entry;
  const say = (field: string, expected: string) =>
    problems.push(problemIn(entry.file, [...entry.path, field], id, field, expected));
  const isStatement = TRUE_OR_FALSE.some((word) => word === value.right) && (value.wrong?.length ?? 0) < 2;
  const claims = [...(value.facts ?? (under === undefined ? [] : [under])), ...(value.also ?? [])];
  if (claims.length === 0)
    say('facts', 'what it rests on: put the question under its fact, or name the fact’s id here');
  const wrong = value.wrong ?? TRUE_OR_FALSE.filter((word) => isStatement && word !== value.right);
  if (wrong.length === 0) say('wrong', 'one to three wrong options');
  const payoff = value.payoff ?? claims.map((one) => texts.get(one)).find((text) => text !== undefined);
  if (payoff !== undefined && payoff.length > LONGEST_PAYOFF && value.payoff === undefined)
    say(
      'payoff',
      `a sentence of its own: the fact has ${payoff.length} characters, and ${LONGEST_PAYOFF} fit`,
    );
  return {
    id,
    formerly: value.formerly ?? [],
    kind: value.kind ?? (isStatement ? 'true-false' : 'choice'),
    prompt: value.question,
    topic,
    fit: value.fit ?? 'quiz',
    difficulty: value.difficulty ?? 2,
    right: { text: value.right, claims },
    wrong: wrong.map((option) => {
      const { text, because = '', facts = [] } = typeof option === 'string' ? { text: option } : option;
      return { text, because, claims: facts };
    }),
    // Where there is none a problem was told above, and one is enough.
    payoff: payoff?.slice(0, LONGEST_PAYOFF) ?? '–',
  };
}

/** Where the sides rest on one article alone, it is at odds with itself. */
function disagreementOf({ id, value }: Book['disagreements'][number], facts: readonly FactEntry[]): unknown {
  const ids = new Set(value.sides.flatMap((side) => side.facts));
  const articles = facts
    .filter((fact) => ids.has(fact.id))
    .flatMap((fact) => receiptParts(fact.value.receipt ?? []).map(({ spot }) => spotOf(spot).article));
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
    const reason = withdrawn[id];
    return record(
      { value: id, file: info.file, path: ['withdrawn', id] },
      { id, ...(reason === undefined ? {} : { withdrawn: reason }) },
      {},
    );
  });
}
