/**
 * The pack with one entry put in its place, in memory. Only that entry and the drafts that it rests on are read anew:
 * all else is as it was read last.
 */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import { type Claim, Question } from '../../../core/dataset/schema.ts';
import type { Entry, FactEntry, QuestionEntry } from '../../format/entry.ts';
import type { Lock } from '../../format/lock.ts';
import { createQuestions } from '../../format/question-record.ts';
import { freeSlug } from '../../format/slug.ts';
import { receiptParts, spotOf } from '../../format/spot.ts';
import { entryIn } from '../../format/topic-file.ts';
import { tidied } from '../fields.ts';
import type { Placed } from '../placed.ts';
import { plainly } from '../plain-words.ts';
import type { Snapshot } from '../snapshot.ts';
import type { EntryProblem, PreviewRequest, ReceiptState } from '../wire.ts';
import { NOWHERE, parsedAs, readFacts } from './read-facts.ts';
import { lackingIn, leftToDo, PLACEHOLDERS, salvagedFact, salvagedQuestion } from './salvage.ts';
import { swapped } from './swap.ts';

export interface Assembled {
  readonly id: string;
  /** Undefined where the pack itself cannot be read. */
  readonly pack: Pack | undefined;
  /** The record of the entry in it. */
  readonly record: Claim | Question | undefined;
  /** Facts that the record rests on, among them drafts that are taken as accepted here. */
  readonly claims: readonly Claim[];
  readonly isPartial: boolean;
  readonly problems: readonly EntryProblem[];
  readonly receipts: readonly ReceiptState[];
}

/** `placed` is the entry that it takes the place of. */
export function assemble(now: Snapshot, request: PreviewRequest, placed: Placed | undefined): Assembled {
  const { kind } = request;
  const problems: Problem[] = [];
  const fields = tidied(kind, request.fields, placed?.fields);
  const isNamed = typeof fields[kind] === 'string';
  entryIn({ [kind]: PLACEHOLDERS[kind], ...fields }, { file: NOWHERE, path: [], topic: '' }, problems);
  if (!isNamed) problems.unshift({ file: '', record: '', field: kind, expected: 'this is missing' });
  const text = isNamed ? String(fields[kind]) : PLACEHOLDERS[kind];
  const id =
    typeof fields.id === 'string'
      ? fields.id
      : (placed?.id ?? freeSlug(text, (one) => isTaken(now, kind, one)));
  const lacks = kind === 'question' ? lackingIn(fields) : leftToDo(fields);
  const shape = distinctFields([...problems.map(toEntryProblem), ...lacks]);
  const place = { id, topic: topicFor(now, request, placed), file: NOWHERE, path: [] };
  const parts =
    kind === 'fact'
      ? withFact(now, { ...place, kind, value: salvagedFact(fields) })
      : withQuestion(now, {
          ...{ ...place, kind, value: salvagedQuestion(fields) },
          under: placed?.under ?? request.under,
        });
  return {
    id,
    ...parts,
    problems: distinct([
      ...shape,
      ...parts.problems.filter(({ field }) => !shape.some((one) => rootOf(one) === field.split('.')[0])),
    ]),
    isPartial: parts.isPartial || !isNamed || lacks.length > 0,
  };
}

/** One of each field: that it is missing needs no second sentence. */
const distinctFields = (problems: readonly EntryProblem[]): readonly EntryProblem[] =>
  [...new Map(problems.toReversed().map((problem) => [problem.field, problem])).values()].toReversed();

const rootOf = ({ field }: EntryProblem): string | undefined => field.split('.')[0];

const isTaken = ({ book }: Snapshot, kind: string, id: string): boolean =>
  book.topics.some(({ entries }) => entries.some((entry) => entry.kind === kind && entry.id === id));

function topicFor({ book }: Snapshot, { topic, under }: PreviewRequest, placed: Placed | undefined): string {
  const of = book.topics.find(({ entries }) =>
    entries.some((one) => one.kind === 'fact' && one.id === under),
  );
  return placed?.topic ?? of?.id ?? topic ?? book.topics[0]?.id ?? 'topic';
}

type Parts = Omit<Assembled, 'id'>;

function withFact(now: Snapshot, entry: FactEntry): Parts {
  const others = factsOf(now).filter(({ id }) => id !== entry.id);
  const live = { ...entry, value: { ...entry.value, draft: undefined } };
  const read = readFacts(now, [live], [...others, live]);
  const claim = read.claims[0];
  const { pack, problems } = swapped(now, { ...read, questions: [] });
  return {
    ...{ pack, record: claim, claims: claim ? [claim] : [] },
    isPartial: read.isUnproved,
    // Its topic is one that there is, or comes with it.
    problems: [...read.problems, ...problems]
      .filter(({ record, field }) => record === entry.id && field !== 'topic')
      .map(toEntryProblem),
    receipts: receiptsIn(read.lock, entry),
  };
}

function withQuestion(now: Snapshot, entry: QuestionEntry): Parts {
  const facts = factsOf(now);
  const { value, under } = entry;
  const named = [...(value.facts ?? (under === undefined ? [] : [under])), ...(value.also ?? [])];
  const drafts = facts.filter((fact) => fact.value.draft === true && named.includes(fact.id));
  const waiting = new Set(now.records.locking.changed.map(({ spot }) => spotOf(spot).article));
  const toReread = facts.filter(
    (fact) =>
      named.includes(fact.id) &&
      receiptParts(fact.value.receipt ?? []).some(({ spot }) => waiting.has(spotOf(spot).article)),
  );
  const anew = [...new Set([...drafts, ...toReread])];
  const live = anew.map((fact) => ({ ...fact, value: { ...fact.value, draft: undefined } }));
  const isOfNone = named.length === 0;
  const unsaid = unnamedFact(entry.topic);
  const known = [...facts.filter((fact) => !anew.includes(fact)), ...live, ...(isOfNone ? [unsaid] : [])];
  const read = readFacts(now, [...live, ...(isOfNone ? [unsaid] : [])], known);
  const told: Problem[] = [];
  const written = {
    ...entry,
    value: { ...value, draft: undefined, ...(isOfNone && { facts: [unsaid.id] }) },
  };
  const strict = createQuestions(now.book, known, told)(written);
  const [raw] = strict.length > 0 ? strict : createQuestions(now.book, known, [])(lenient(written, known));
  const { value: question, problems: shape } = parsedAs(raw, Question, entry.id);
  const { pack, problems } = swapped(now, {
    ...read,
    questions: question && raw ? [[question, raw.place] as const] : [],
  });
  const rests = new Set(isOfNone ? [unsaid.id] : named);
  return {
    ...{ pack, record: question, receipts: [] },
    claims: pack?.claims.filter(({ id }) => rests.has(id)) ?? [],
    isPartial: isOfNone || strict.length === 0,
    problems: [
      ...(isOfNone ? [{ field: 'facts', expected: 'the fact that proves the right answer' }] : []),
      ...drafts.map((fact) => ({
        field: 'facts',
        expected: `a fact that is accepted: “${fact.value.fact}” is a draft still`,
      })),
      ...[...told, ...shape, ...problems].filter(({ record }) => record === entry.id).map(toEntryProblem),
    ],
  };
}

/** What the format would say something about, so that a card can be shown all the same. */
function lenient(entry: QuestionEntry, facts: readonly FactEntry[]): QuestionEntry {
  const { facts: named = [], also = [], payoff } = entry.value;
  const known = new Set(facts.map(({ id }) => id));
  const [first] = [...named, ...(entry.under === undefined ? [] : [entry.under]), ...also].filter((id) =>
    known.has(id),
  );
  const text = facts.find(({ id }) => id === first)?.value.fact ?? '';
  const short = text.length > 160 ? `${text.slice(0, 156)} …` : text;
  return { ...entry, value: { ...entry.value, payoff: payoff ?? (short || '–') } };
}

const unnamedFact = (topic: string): FactEntry => ({
  ...{ kind: 'fact', id: 'no-fact-yet', topic, file: NOWHERE, path: [] },
  value: { fact: 'The fact that proves it.' },
});

const factsOf = ({ book }: Snapshot): readonly FactEntry[] =>
  book.topics
    .flatMap(({ entries }) => entries)
    .filter((entry: Entry): entry is FactEntry => entry.kind === 'fact');

/** Where each of its receipts leads. */
const receiptsIn = (lock: Lock, { id, value }: FactEntry): readonly ReceiptState[] =>
  receiptParts(value.receipt ?? []).map(({ spot }) => ({
    ...{ spot, article: spotOf(spot).article },
    paragraph: lock.facts[id]?.receipts[spot]?.[0],
  }));

const toEntryProblem = ({ field, expected }: Pick<Problem, 'field' | 'expected'>): EntryProblem => ({
  field,
  expected: plainly(expected),
});

const distinct = (problems: readonly EntryProblem[]): readonly EntryProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.field} ${problem.expected}`, problem])).values(),
];
