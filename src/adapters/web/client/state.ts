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
  /** What went wrong, and whether it is said where one types or where the messages are. */
  readonly problem: Problem | undefined;
  /** What the moderator was told when somebody else pressed the moderator's button. */
  readonly aside: string | undefined;
  /** Who is played by the open pages, once for each. */
  readonly players: readonly string[];
  /** The line that was sent from the box and may have to go back there. */
  readonly line: string | undefined;
  /** A line that did not work, to be put back; a new object each time. */
  readonly returned: { readonly line: string } | undefined;
  /** The message whose button this person pressed last. */
  readonly pressed: string | undefined;
  /** What the person did has not been answered yet: the next whisper is that. */
  readonly waits: boolean;
  readonly held: Held | undefined;
  /** Counts the person's own commands: each shows the end of both windows. */
  readonly ends: number;
}

export interface Problem {
  readonly words: string;
  readonly at: 'slip' | 'windows';
}

/** The news, whose beginning stays in sight; a new object for each. */
export interface Held {
  readonly message: string;
  /** It comes of what this person did, so that it is shown also to a reader of older messages. */
  readonly own: boolean;
  /** A question, its result, or the person's own: worth to be brought on the screen where the windows are not. */
  readonly matters: boolean;
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
  players: [],
  line: undefined,
  returned: undefined,
  pressed: undefined,
  waits: false,
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
      return { ...withLineReturned(state), problem: problemOf(state, event.words), waits: false };
    case 'players':
      return { ...state, players: event.players };
    case 'notices-read':
      return { ...state, ...READ };
    case 'acting':
      return { ...state, ...READ, line: event.line, pressed: event.pressed, waits: true };
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
    messages: messages.toSorted((a, b) => a.at - b.at),
  };
}

const withoutPerson = (state: PageState): PageState => ({
  ...state,
  connection: 'connecting',
  ...READ,
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
    held: heldAfter(state, message, before !== undefined),
    waits: false,
  };
}

/** What one has pressed stands among the messages; what one has typed, above them. */
const problemOf = ({ pressed }: PageState, words: string): Problem => ({
  words,
  at: pressed === undefined ? 'slip' : 'windows',
});

/** Of changes only the one that matters is read out and shown: the result of a round, not every count. */
const isSame = (before: ShownMessage, after: ShownMessage): boolean =>
  before.text === after.text || (before.closes !== undefined && after.closes !== undefined);

/** The newest that everyone sees. A whisper takes its place only where it answers what the person did. */
function heldAfter(
  { held, pressed, waits }: PageState,
  { id, onlyYou, closes }: ShownMessage,
  isChange: boolean,
): Held | undefined {
  if (onlyYou && !waits && !isChange) return held;
  const own = onlyYou || pressed === id;
  return { message: id, own, matters: own || closes !== undefined || isChange };
}

const wordsOf = ({ onlyYou, spoken }: ShownMessage): string => `${onlyYou ? 'Only for you: ' : ''}${spoken}`;

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
