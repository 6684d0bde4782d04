/** What the desk shows, and what changes it. Pure: requests are made elsewhere, and tell what came of them. */

import { LISTED_KINDS, type ListedKind } from '../listed-kinds.ts';
import type { ArticleState, Fields, Refusal, State } from '../wire.ts';
import { type Form, type FormKind, isUnsaved, type Key, type Proposed, withKey } from './forms.ts';

export const VIEWS = ['write', 'lists', 'week', 'mend'] as const;

export type View = (typeof VIEWS)[number];

export interface Notice {
  readonly words: string;
  readonly isProblem?: true;
  /** It tells that something is saved: untrue once somebody types on. */
  readonly isSaved?: true;
  /** Takes it back. */
  readonly undo?: { readonly token: string } | { readonly form: Form } | { readonly proposal: Proposed };
}

export interface Focus {
  /** Its `data-focus`. */
  readonly on: string;
  /** Before which character of its text one goes on. */
  readonly caret?: number | undefined;
}

/** Why something could not be saved. */
export interface Refused extends Refusal {
  /** Nobody answered. */
  readonly isLost?: true;
}

/** Where a person is in the text. */
export interface Chosen {
  /** Undefined where there is none yet; `LOOSE` for facts that rest on no paragraph. */
  readonly article: string | undefined;
  readonly paragraph: number;
  /** What of it is shown at the side: a fact, a question, a form, a proposal. */
  readonly key: Key | undefined;
}

export interface ChosenInList {
  readonly kind: ListedKind;
  readonly key: Key | undefined;
}

/** In place of an article's id. No id has a space. */
export const LOOSE = 'no article';

export interface DeskState {
  readonly server: State | undefined;
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Of the page's own code. */
  readonly build: string | undefined;
  readonly isOutdated: boolean;
  /** Writes whose answers are awaited. What one changed is shown with its answer, in one step: a form gives way to its entry. */
  readonly awaited: number;
  readonly view: View;
  readonly chosen: Chosen;
  /** Which list is shown in that view, and what of it is chosen. */
  readonly list: ChosenInList;
  readonly unusedOnly: boolean;
  readonly forms: readonly Form[];
  readonly proposals: readonly Proposed[];
  /** Why a form could not be saved, by its key. */
  readonly refused: Readonly<Record<Key, Refused>>;
  readonly notice: Notice | undefined;
  /** What is to have the focus next; a new object each time. */
  readonly focus: Focus | undefined;
}

export const initialState: DeskState = {
  server: undefined,
  connection: 'connecting',
  build: undefined,
  isOutdated: false,
  awaited: 0,
  view: 'write',
  chosen: { article: undefined, paragraph: 1, key: undefined },
  list: { kind: 'name', key: undefined },
  unusedOnly: false,
  forms: [],
  proposals: [],
  refused: {},
  notice: undefined,
  focus: undefined,
};

export type PageEvent =
  | { readonly type: 'greeted'; readonly build: string }
  | { readonly type: 'lost' }
  | { readonly type: 'server'; readonly state: State; readonly isAnswer?: true }
  | { readonly type: 'awaited'; readonly by: 1 | -1 }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'choose'; readonly chosen: Partial<Chosen>; readonly focus?: string }
  | { readonly type: 'list'; readonly list: ChosenInList; readonly focus?: string }
  | { readonly type: 'unused-only'; readonly on: boolean }
  /** Opens a form, or changes it. */
  | { readonly type: 'form'; readonly form: Form; readonly focus?: string }
  | { readonly type: 'fields'; readonly key: Key; readonly fields: Fields }
  | { readonly type: 'refused'; readonly key: Key; readonly refusal: Refused | undefined }
  | { readonly type: 'form-gone'; readonly key: Key }
  /** It stands in a file now, and somebody has typed on meanwhile. */
  | {
      readonly type: 'form-goes-on';
      readonly key: Key;
      readonly form: Form;
      readonly focus?: Focus | undefined;
    }
  | { readonly type: 'forms-kept'; readonly forms: readonly Form[] }
  | { readonly type: 'proposed'; readonly proposals: readonly Proposed[] }
  | { readonly type: 'proposal-gone'; readonly key: Key }
  | { readonly type: 'notice'; readonly notice: Notice | undefined }
  | { readonly type: 'focus'; readonly on: string };

export function reduce(now: DeskState, event: PageEvent): DeskState {
  switch (event.type) {
    case 'greeted':
      return {
        ...now,
        connection: 'open',
        build: event.build,
        isOutdated: now.isOutdated || (now.build !== undefined && now.build !== event.build),
        // A program that was started again counts from the beginning.
        server: now.server && { ...now.server, revision: 0 },
        refused: without(now.refused, ({ isLost }) => isLost === true),
      };
    case 'lost':
      return { ...now, connection: 'lost' };
    case 'server':
      return event.state.revision < (now.server?.revision ?? 0) || (now.awaited > 0 && !event.isAnswer)
        ? now
        : withServer(now, event.state);
    case 'awaited':
      return { ...now, awaited: now.awaited + event.by };
    case 'view':
      return { ...now, view: event.view, notice: undefined };
    case 'choose':
      return {
        ...now,
        view: 'write',
        chosen: { ...now.chosen, key: undefined, ...event.chosen },
        ...focusOn(event.focus),
      };
    case 'list':
      return { ...now, view: 'lists', list: event.list, ...focusOn(event.focus) };
    case 'unused-only':
      return { ...now, unusedOnly: event.on };
    case 'form':
      return {
        ...now,
        forms: [...now.forms.filter(({ key }) => key !== event.form.key), event.form],
        ...atForm(event.form),
        ...focusOn(event.focus),
      };
    case 'fields':
      return {
        ...now,
        forms: now.forms.map((form) => (form.key === event.key ? { ...form, fields: event.fields } : form)),
        refused: without(now.refused, ({ fields }, key) => key === event.key && fields !== undefined),
        notice: outlived(now.notice),
      };
    case 'refused': {
      const { [event.key]: _, ...others } = now.refused;
      return { ...now, refused: event.refusal ? { ...others, [event.key]: event.refusal } : others };
    }
    case 'form-gone':
      return { ...now, forms: now.forms.filter(({ key }) => key !== event.key) };
    case 'form-goes-on':
      return {
        ...now,
        forms: now.forms.map((form) => (form.key === event.key ? event.form : form)),
        chosen: now.chosen.key === event.key ? { ...now.chosen, key: event.form.key } : now.chosen,
        list: now.list.key === event.key ? { ...now.list, key: event.form.key } : now.list,
        ...(event.focus && { focus: event.focus }),
      };
    case 'forms-kept':
      return { ...now, forms: event.forms };
    case 'proposed':
      return { ...now, proposals: [...now.proposals, ...event.proposals] };
    case 'proposal-gone':
      return { ...now, proposals: now.proposals.filter(({ key }) => key !== event.key) };
    case 'notice':
      return { ...now, notice: event.notice };
    case 'focus':
      return { ...now, focus: { on: event.on } };
    default:
      return event satisfies never;
  }
}

/** “Saved.” beside what is not saved yet would be taken for that; what was saved before can be taken back all the same. */
const outlived = (notice: Notice | undefined): Notice | undefined =>
  notice?.isSaved ? { ...notice, words: 'The last change can be taken back.' } : notice;

const atForm = ({
  kind,
  key,
  article,
  paragraph,
}: Form): Pick<DeskState, 'view' | 'list'> | Pick<DeskState, 'view' | 'chosen'> =>
  isListed(kind)
    ? { view: 'lists', list: { kind, key } }
    : { view: 'write', chosen: { article, paragraph, key } };

export const isListed = (kind: FormKind): kind is ListedKind => LISTED_KINDS.some((one) => one === kind);

const focusOn = (on: string | undefined) => (on === undefined ? {} : { focus: { on } });

/** Somebody may have taken away what a person was looking at. */
function withServer(now: DeskState, server: State): DeskState {
  const { article, paragraph } = now.chosen;
  const there = server.articles.find(({ id }) => id === article);
  const [first] = server.articles;
  const isLoose =
    (article === LOOSE && looseFacts(server).length > 0) ||
    now.forms.some((form) => form.article === article);
  const chosen: Chosen =
    there || isLoose
      ? { ...now.chosen, paragraph: Math.min(paragraph, there?.paragraphs.length ?? 1) }
      : { article: first?.id, paragraph: first ? beginningOf(first) : 1, key: undefined };
  const isNews = server.revision !== now.server?.revision;
  const refused = without(
    now.refused,
    ({ isLost, problems, conflict }) =>
      isLost === true ||
      (isNews && conflict !== undefined) ||
      (problems !== undefined && !problems.some(({ file }) => isBroken(server, file))),
  );
  return { ...now, server, connection: 'open', chosen, refused };
}

const isBroken = ({ problems }: State, file: string): boolean => problems.some((one) => one.file === file);

/** A message goes with what caused it. */
function without(
  refused: DeskState['refused'],
  isOver: (refusal: Refused, key: Key) => boolean,
): DeskState['refused'] {
  const left = Object.entries(refused).filter(([key, refusal]) => !isOver(refusal, key));
  return left.length === Object.keys(refused).length ? refused : Object.fromEntries(left);
}

/** Where one begins to read: not at the headline. */
export const beginningOf = ({ paragraphs }: ArticleState): number =>
  (paragraphs.find(({ isHeading }) => !isHeading) ?? paragraphs[0])?.number ?? 1;

/** Facts whose receipts lead to no paragraph that can be shown. */
export const looseFacts = ({ facts, articles }: State): readonly string[] => {
  const placed = new Set(articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ facts: on }) => on)));
  return facts.flatMap(({ id }) => (placed.has(id) ? [] : [id]));
};

/** What is shown at the side: what was chosen, where it is still there, else the first fact of the paragraph. */
export function shownKey({ server, view, chosen, list, forms, proposals }: DeskState): Key | undefined {
  if (!server) return undefined;
  if (view === 'lists') return list.key !== undefined && isThere(list.key) ? list.key : undefined;
  const { key } = chosen;
  if (key !== undefined && isThere(key)) return key;
  const [form] = forms.filter(
    ({ article, paragraph }) => article === chosen.article && paragraph === chosen.paragraph,
  );
  const [fact] = factsAt(server, chosen);
  return form?.key ?? (fact === undefined ? undefined : `fact:${fact}`);

  function isThere(one: Key): boolean {
    return (
      [...forms, ...proposals].some((other) => other.key === one) ||
      (server !== undefined && withKey(server, one) !== undefined)
    );
  }
}

export const factsAt = (server: State, { article, paragraph }: Pick<Chosen, 'article' | 'paragraph'>) =>
  article === LOOSE
    ? looseFacts(server)
    : (server.articles.find(({ id }) => id === article)?.paragraphs.find(({ number }) => number === paragraph)
        ?.facts ?? []);

export const unsavedForms = ({ forms }: DeskState): readonly Form[] => forms.filter(isUnsaved);

/** Of those that are to be used: has no fact, no reason, and is no heading. */
export const isUnused = ({ facts, leftOut, isHeading }: ArticleState['paragraphs'][number]): boolean =>
  facts.length === 0 && leftOut.length === 0 && !isHeading;
