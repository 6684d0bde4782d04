/** What the page knows, and how each event changes it. Pure. */
import type { Person } from '../people.ts';
import type { FaceLabel, ServerEvent, ShownMessage, Snapshot } from '../wire.ts';
import {
  type Announcements,
  announce,
  clearSpoken,
  silence,
  speakWhispers,
  withoutWhispers,
} from './announcements.ts';

export interface PageState {
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Undefined until the first snapshot. */
  readonly build: string | undefined;
  /** The server has a newer page than this one. */
  readonly outdated: boolean;
  readonly people: readonly Person[];
  readonly faces: readonly FaceLabel[];
  readonly messages: readonly ShownMessage[];
  /** Whispers that the person has put away; they are not shown again on this page. */
  readonly dismissed: ReadonlySet<string>;
  readonly announcements: Announcements;
  readonly problem: string | undefined;
  /** What the moderator was told when somebody else pressed the moderator's button. */
  readonly aside: string | undefined;
  /** The line that was sent from the box and may have to go back there. */
  readonly line: string | undefined;
  /** A line that did not work, to be put back; a new object each time. */
  readonly returned: { readonly line: string } | undefined;
  /** The message whose button this person pressed last. */
  readonly pressed: string | undefined;
  readonly held: Held | undefined;
  /** Counts the person's own commands: each shows the end of both windows. */
  readonly ends: number;
}

/** A message that has changed and whose beginning stays in sight; a new object for each change. */
export interface Held {
  readonly message: string;
  /** By this person's own press, so that it is shown also to a reader of older messages. */
  readonly own: boolean;
}

export type PageEvent =
  | ServerEvent
  | { readonly type: 'lost' }
  | { readonly type: 'person-changed' }
  | { readonly type: 'dismiss'; readonly message: string }
  /** Somebody sends a line from the box, presses a button, or uses one of the slip's buttons. */
  | { readonly type: 'acting'; readonly line?: string; readonly pressed?: string }
  | { readonly type: 'to-end' }
  | { readonly type: 'notices-read' }
  | { readonly type: 'whispers-due' }
  | { readonly type: 'all-heard' };

export const initialState: PageState = {
  connection: 'connecting',
  build: undefined,
  outdated: false,
  people: [],
  faces: [],
  messages: [],
  dismissed: new Set(),
  announcements: silence,
  problem: undefined,
  aside: undefined,
  line: undefined,
  returned: undefined,
  pressed: undefined,
  held: undefined,
  ends: 0,
};

const READ = { problem: undefined, aside: undefined } as const;

export function reduce(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'snapshot':
      return withSnapshot(state, event);
    case 'message':
      return withMessage(state, event.message);
    case 'overheard':
      return {
        ...state,
        aside: event.words,
        announcements: announce(state.announcements, event.words, true),
      };
    case 'problem':
      return { ...withLineReturned(state), problem: event.words };
    case 'notices-read':
      return { ...state, ...READ };
    case 'acting':
      return { ...state, ...READ, line: event.line, pressed: event.pressed };
    case 'to-end':
      return { ...state, held: undefined, ends: state.ends + 1 };
    case 'lost':
      return { ...state, connection: 'lost' };
    case 'person-changed':
      return withoutPerson(state);
    case 'dismiss':
      return { ...state, dismissed: new Set([...state.dismissed, event.message]) };
    case 'whispers-due':
      return { ...state, announcements: speakWhispers(state.announcements) };
    case 'all-heard':
      return { ...state, announcements: clearSpoken(state.announcements) };
    default:
      return event satisfies never;
  }
}

/** What could not be sent while there was no connection is no longer the news once there is one. */
function withSnapshot(state: PageState, { build, people, faces, messages }: Snapshot): PageState {
  const outdated = state.build !== undefined && state.build !== build;
  const problem = state.connection === 'open' ? state.problem : undefined;
  return {
    ...state,
    connection: 'open',
    build: state.build ?? build,
    outdated,
    problem,
    people,
    faces,
    messages,
  };
}

const withoutPerson = (state: PageState): PageState => ({
  ...state,
  connection: 'connecting',
  aside: undefined,
  line: undefined,
  announcements: withoutWhispers(state.announcements),
  messages: state.messages.filter(({ onlyYou }) => !onlyYou),
});

function withMessage(state: PageState, message: ShownMessage): PageState {
  const before = state.messages.find(({ id }) => id === message.id);
  const others = state.messages.filter(({ id }) => id !== message.id);
  const messages = [...others, message].toSorted((a, b) => a.at - b.at);
  const next = { ...(message.onlyYou ? withAnswer(state, message) : state), messages };
  if (before && isSame(before, message)) return next;
  return {
    ...next,
    announcements: announce(state.announcements, wordsOf(message), message.onlyYou),
    held: before ? { message: message.id, own: state.pressed === message.id } : heldAfter(state, message),
  };
}

/** Of changes only the one that matters is read out and shown: the result of a round, not every count. */
const isSame = (before: ShownMessage, after: ShownMessage): boolean =>
  before.text === after.text || (before.closes !== undefined && after.closes !== undefined);

/**
 * A whisper and the standings after a quiz leave a result where it is. The next question takes its place, and
 * so does the answer to what one has pressed elsewhere.
 */
function heldAfter({ held, pressed }: PageState, { onlyYou, closes }: ShownMessage) {
  const elsewhere = pressed !== undefined && pressed !== held?.message;
  return !onlyYou && (closes !== undefined || elsewhere) ? undefined : held;
}

const wordsOf = ({ onlyYou, text }: ShownMessage): string => `${onlyYou ? 'Only for you: ' : ''}${text}`;

const withAnswer = (state: PageState, { problem }: ShownMessage): PageState =>
  problem ? withLineReturned(state) : { ...state, line: undefined };

const withLineReturned = (state: PageState): PageState =>
  state.line === undefined ? state : { ...state, line: undefined, returned: { line: state.line } };

export const visibleMessages = ({ messages, dismissed }: PageState): readonly ShownMessage[] =>
  messages.filter(({ id }) => !dismissed.has(id));

/** The newest round that still takes answers, with the token that closes it. */
export interface OpenRound {
  readonly message: string;
  readonly token: string;
}

export function openRound({ messages }: PageState): OpenRound | undefined {
  const found = messages.findLast(({ closes }) => closes !== undefined);
  return found?.closes === undefined ? undefined : { message: found.id, token: found.closes };
}
