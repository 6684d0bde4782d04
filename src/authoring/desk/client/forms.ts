/** Entries that are being written: kept in the browser until they stand in a file. */

import { CALLED, type ListedKind } from '../listed-kinds.ts';
import type { EntryState, Fields, Kind, Proposal, QuestionState, Ref, State } from '../wire.ts';
import type { ListedRef, ListedState } from '../wire-listed.ts';
import { isSame, textIn, textsIn } from './fields.ts';

/** What something is called on the page: `fact:ID`, `question:ID`, `event:ID` …, `new:…` or `proposal:…`. */
export type Key = string;

/** What is written at the desk: facts and questions, and what a pack lists besides. */
export type FormKind = Kind | ListedKind;

export type AnyRef = Ref | ListedRef;

export interface Form {
  /** That of the entry which it changes, else a new one. */
  readonly key: Key;
  readonly kind: FormKind;
  /** The entry that it changes, as it was when the form was opened. */
  readonly entry?: AnyRef | undefined;
  /** Its fields then. */
  readonly before: Fields;
  /** Where it stands in the text; of what is listed: nowhere. */
  readonly article: string;
  readonly paragraph: number;
  /** The fact that a question stands under. */
  readonly under?: string | undefined;
  /** Of a new fact. */
  readonly topic?: TopicChoice | undefined;
  /** What a fact is to deny, where its author has changed that: it is written at those facts. */
  readonly denies?: readonly string[] | undefined;
  readonly fields: Fields;
  /** What its author has to do with what a program proposed. */
  readonly advice?: string | undefined;
  /** The word that it is about. */
  readonly leaning?: string | undefined;
  /** What it was made from, and becomes again where nobody typed anything. */
  readonly proposal?: Proposed | undefined;
}

export type TopicChoice = { readonly id: string } | { readonly name: string };

/** A proposal of the program with its place on the page; it stands in no file. */
export interface Proposed extends Proposal {
  readonly key: Key;
  readonly article: string;
  readonly paragraph: number;
}

export const newKey = (): Key => `new:${crypto.randomUUID()}`;

export const keyOf = ({ kind, id }: Pick<AnyRef, 'kind' | 'id'>): Key => `${kind}:${id}`;

/** What has this key in the files; undefined for what is being written. */
export function withKey(state: State, key: Key): EntryState | QuestionState | ListedState | undefined {
  const [, kind, id = ''] = /^([a-z]+):(.*)$/s.exec(key) ?? [];
  return [...state.facts, ...state.questions, ...state.listed].find(
    (one) => one.kind === kind && one.id === id,
  );
}

/** Whether something would be lost with it. */
export const isUnsaved = ({ fields, before, denies }: Form): boolean =>
  denies !== undefined || !isSame(fields, before);

/** Facts that name it as one that denies them. */
export const deniedBy = ({ facts }: State, id: string | undefined): readonly string[] =>
  id === undefined
    ? []
    : facts.flatMap((one) => (textsIn(one.fields, 'denied-by').includes(id) ? [one.id] : []));

const FEW_LETTERS = 70;

/** “The lamp was lit again in …”: a fact as it is called beside another one. */
export function firstWordsOf({ facts }: State, id: string): string {
  const fact = facts.find((one) => one.id === id);
  const text = fact ? textIn(fact.fields, 'fact') : '';
  return text.length <= FEW_LETTERS
    ? `“${text}”`
    : `“${text.slice(0, text.lastIndexOf(' ', FEW_LETTERS))} …”`;
}

export const entryOf = (
  state: State,
  { kind, id }: Pick<Ref, 'kind' | 'id'>,
): EntryState | QuestionState | undefined =>
  (kind === 'fact' ? state.facts : state.questions).find((one) => one.id === id);

/**
 * Forms that stand under nothing that is shown at a paragraph: a new fact, and whatever lost its place because somebody
 * took its fact, its paragraph or its article out of the files. `facts` are those of the paragraph.
 */
export const formsAt = (
  forms: readonly Form[],
  state: State,
  article: string,
  { number, facts }: { readonly number: number; readonly facts: readonly string[] },
): readonly Form[] => {
  const last = state.articles.find(({ id }) => id === article)?.paragraphs.length ?? 1;
  return forms.filter((form) => {
    const isHere = form.article === article && Math.min(form.paragraph, last) === number;
    return isHere && !isUnderFact(form, state, facts);
  });
};

/** Whether one of these facts shows it, as its own or under it. */
function isUnderFact({ kind, entry, under }: Form, state: State, facts: readonly string[]): boolean {
  if (kind === 'fact') return entry !== undefined && facts.includes(entry.id);
  const question = entry && state.questions.find(({ id }) => id === entry.id);
  const fact = entry ? question && (question.under ?? question.facts[0]) : under;
  return fact !== undefined && facts.includes(fact);
}

/** Without the short names by which files know entries and articles: nobody at the desk has to. */
export const inWords = (text: string, { articles, facts, questions, listed }: State): string => {
  const titleOf = (id: string) => articles.find((one) => one.id === id)?.title;
  const wordsOf = (id: string) => {
    const named = [...questions, ...facts].find((one) => one.id === id);
    if (named) return textIn(named.fields, named.kind);
    const other = listed.find((one) => one.id === id);
    return titleOf(id) ?? (other && textIn(other.fields, CALLED[other.kind]));
  };
  return text
    .replace(/\b([a-z0-9-]+)#(\d+)/g, (spot, id: string, number: string) => {
      const title = titleOf(id);
      return title === undefined ? spot : `paragraph ${number} of “${title}”`;
    })
    .replace(/(?<=\b(?:in|or) )[a-z0-9-]+(?![\w-])/g, (id) => {
      const title = titleOf(id);
      return title === undefined ? id : `“${title}”`;
    })
    .replace(/“([a-z0-9-]+)”/g, (quoted, id: string) => {
      const words = wordsOf(id);
      return words === undefined ? quoted : `“${words}”`;
    });
};

export const refOf = ({ kind, id, hash }: AnyRef): AnyRef => ({ kind, id, hash }) as AnyRef;

export type Change =
  | { readonly what: 'none' }
  /** Somebody else has changed it since: both versions are to be seen. */
  | { readonly what: 'changed'; readonly theirs: Fields; readonly entry: AnyRef }
  | { readonly what: 'gone' };

/** What became of a form's entry in the files meanwhile. */
export function changeOf(form: Form, state: State): Change {
  if (!form.entry) return { what: 'none' };
  const now = withKey(state, keyOf(form.entry));
  if (!now) return { what: 'gone' };
  if (now.hash === form.entry.hash || isSame(now.fields, form.before)) return { what: 'none' };
  return { what: 'changed', theirs: now.fields, entry: refOf(now) };
}

/** The topic that a new fact goes to if nobody chooses: that of the last one on the same article. */
export function likelyTopic(state: State, article: string): TopicChoice {
  const there = state.facts.findLast(({ receipts }) => receipts.some((one) => one.article === article));
  const [first] = state.topics;
  if (there) return { id: there.topic };
  const alone = state.topics.length === 1 && state.articles.length === 1 ? first : undefined;
  const title = state.articles.find(({ id }) => id === article)?.title ?? state.pack.title;
  return alone ? { id: alone.id } : { name: title.slice(0, LONGEST_TOPIC) };
}

const LONGEST_TOPIC = 60;
