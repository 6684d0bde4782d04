/** All that the page shows of a pack, from what was read and found last. */

import { receiptParts, spotOf } from '../format/spot.ts';
import type { Verdict } from '../lint/lint.ts';
import { rules } from '../lint/rules.ts';
import { articlesOf } from './article-states.ts';
import { type NeverAsked, toFileProblem } from './changes/change.ts';
import { packParts } from './changes/particulars.ts';
import { listedIn } from './listed/listed.ts';
import { factsOn } from './listed/referring.ts';
import { hashOf, type Placed, placedIn, questionsUnder } from './placed.ts';
import { OF_THE_COMMAND_LINE } from './plain-words.ts';
import { mayBeAccepted, PROTECTING } from './previews/lint-entry.ts';
import { type Snapshot, within } from './snapshot.ts';
import type { EntryState, FindingState, QuestionState, ReceiptState, State, ToReread } from './wire.ts';

export interface Said {
  readonly revision: number;
  /** Of the lint that ran last. */
  readonly verdicts: readonly Verdict[];
  readonly isChecking: boolean;
  readonly never: ReadonlyMap<string, NeverAsked>;
  /** Facts that are to be read again. */
  readonly waiting: readonly ToReread[];
}

export function stateOf(now: Snapshot, { revision, verdicts, isChecking, never, waiting }: Said): State {
  const { book, folder, broken } = now;
  const placed = placedIn(now);
  const facts = placed.filter(({ kind }) => kind === 'fact').map((one) => factState(now, placed, one));
  const questions = placed.filter(({ kind }) => kind === 'question').map((one) => questionState(now, one));
  const articles = articlesOf(now, facts);
  // A pack without an entry has something to begin with, and nothing to mend.
  const open = verdicts.filter(
    ({ waived, rule, severity }) =>
      waived === undefined && !OF_THE_COMMAND_LINE.has(rule) && (placed.length > 0 || severity === 'error'),
  );
  const of = (severity: Verdict['severity']) => open.filter((one) => one.severity === severity).length;
  const problems = problemsOf(now);
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const isDraft = ({ draft }: EntryState | QuestionState) => draft;
  return {
    ...{ revision, folder, isChecking, articles, facts, questions, problems },
    pack: {
      ...{ id: book.id, title: book.info.value.title, about: book.info.value.about },
      shownAbout: now.records.readable?.info.about ?? '',
      language: book.info.value.language ?? 'en',
      hash: hashOf(packParts(now)),
      isBroken: broken.has('pack.yaml'),
    },
    counts: {
      facts: facts.filter((one) => !isDraft(one)).length,
      questions: questions.filter((one) => !isDraft(one)).length,
      drafts: [...facts, ...questions].filter(isDraft).length,
      paragraphs: paragraphs.length,
      unused: paragraphs.filter((one) => one.facts.length + one.leftOut.length === 0 && !one.isHeading)
        .length,
      ...{
        errors: of('error') + problems.length + waiting.length,
        warnings: of('warning'),
        notes: of('note'),
      },
    },
    topics: book.topics.map((topic) => ({
      ...{ id: topic.id, name: topic.value.topic },
      facts: facts.filter((one) => one.topic === topic.id).length,
      questions: questions.filter((one) => one.topic === topic.id).length,
      isBroken: broken.has(within(now, topic.file.path)),
    })),
    listed: listedIn(now).map((one) => ({
      ...{ kind: one.kind, id: one.id, hash: one.hash, fields: one.fields },
      facts: factsOn(now, one),
    })),
    withdrawn: Object.entries(book.info.value.withdrawn ?? {}).map(([id, reason]) => ({
      ...{ id, reason, question: never.get(id)?.question },
    })),
    findings: open.map((verdict) => findingOf(now, verdict)),
    toReread: waiting,
    rules: rules.filter(({ id }) => !PROTECTING.has(id)).map(({ id, says }) => ({ id, says })),
  };
}

function entryState(now: Snapshot, { kind, id, hash, topic, fields, entry, index }: Placed) {
  const { file } = now.book.topics.find((one) => one.id === topic) ?? {};
  return {
    ...{ kind, id, hash, topic, fields },
    draft: fields.draft === 'true',
    line: file?.positionOf(['entries', index]).line ?? 1,
    isUnread: entry === undefined,
  };
}

function factState(now: Snapshot, all: readonly Placed[], placed: Placed): EntryState {
  return {
    ...entryState(now, placed),
    receipts: receiptsOf(now, placed),
    questions: questionsUnder(all, placed).map(({ id }) => id),
  };
}

function questionState(now: Snapshot, placed: Placed): QuestionState {
  const { entry, id, under } = placed;
  const value = entry?.kind === 'question' ? entry.value : undefined;
  return {
    ...{ ...entryState(now, placed), under },
    facts: [...(value?.facts ?? (under === undefined ? [] : [under])), ...(value?.also ?? [])],
    isReleased: now.book.lock.released.includes(id),
  };
}

/** A draft is not locked yet: by the number that it says, or by its words. */
function receiptsOf({ book, texts, records }: Snapshot, { entry, id }: Placed): readonly ReceiptState[] {
  if (entry?.kind !== 'fact') return [];
  return receiptParts(entry.value.receipt ?? []).map(({ spot }) => {
    const { article, at } = spotOf(spot);
    const locked = records.lock.facts[id]?.receipts[spot]?.[0] ?? book.lock.facts[id]?.receipts[spot]?.[0];
    if (locked !== undefined) return { spot, article, paragraph: locked };
    const text = texts.find((one) => one.article === article)?.paragraphs ?? [];
    const found = 'paragraph' in at ? at.paragraph : text.findIndex((one) => one.includes(at.words)) + 1;
    return { spot, article, paragraph: found >= 1 && found <= text.length ? found : undefined };
  });
}

/** What keeps files and records from being read: not the lint’s, which come later. */
function problemsOf(now: Snapshot): State['problems'] {
  const read = now.records.verdicts.filter(({ expected }) => !expected.includes('npm run pack -- sync'));
  const left = now.records.locking.leftOut.map(({ article, paragraph }) => ({
    ...{ file: 'articles.yaml', record: article, field: 'left-out' },
    expected: `paragraph ${paragraph}, which is left out, to be looked at again: it says something else now, or stands elsewhere`,
  }));
  return [
    ...[...[...now.broken.values()].flat(), ...read].map((problem) => toFileProblem(now, problem)),
    ...left,
  ];
}

const findingOf = (now: Snapshot, verdict: Verdict): FindingState => ({
  ...toFileProblem(now, verdict),
  ...{ rule: verdict.rule, severity: verdict.severity, words: verdict.words },
  on: verdict.kind && { kind: verdict.kind, id: verdict.record },
  mayBeAccepted: mayBeAccepted(verdict.rule),
});
