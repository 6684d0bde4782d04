/** What the page knows, and how each event changes it. Pure. */
import type { Person } from '../people.ts';
import type { FaceLabel, ServerEvent, ShownMessage } from '../wire.ts';

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
  /** Read out by screen readers; `count` tells two equal texts apart. */
  readonly announcement: { readonly text: string; readonly count: number };
  readonly problem: string | undefined;
}

export type PageEvent =
  | ServerEvent
  | { readonly type: 'lost' }
  | { readonly type: 'person-changed' }
  | { readonly type: 'dismiss'; readonly message: string }
  | { readonly type: 'problem-read' };

export const initialState: PageState = {
  connection: 'connecting',
  build: undefined,
  outdated: false,
  people: [],
  faces: [],
  messages: [],
  dismissed: new Set(),
  announcement: { text: '', count: 0 },
  problem: undefined,
};

export function reduce(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'snapshot': {
      const { build, people, faces, messages } = event;
      const outdated = state.build !== undefined && state.build !== build;
      return { ...state, connection: 'open', build: state.build ?? build, outdated, people, faces, messages };
    }
    case 'message':
      return withMessage(state, event.message);
    case 'problem':
      return { ...state, problem: event.words };
    case 'problem-read':
      return { ...state, problem: undefined };
    case 'lost':
      return { ...state, connection: 'lost' };
    case 'person-changed':
      return {
        ...state,
        connection: 'connecting',
        // What the one heard is not for the other.
        announcement: { text: '', count: state.announcement.count + 1 },
        messages: state.messages.filter(({ onlyYou }) => !onlyYou),
      };
    case 'dismiss':
      return { ...state, dismissed: new Set([...state.dismissed, event.message]) };
    default:
      return event satisfies never;
  }
}

function withMessage(state: PageState, message: ShownMessage): PageState {
  const before = state.messages.find(({ id }) => id === message.id);
  const others = state.messages.filter(({ id }) => id !== message.id);
  const messages = [...others, message].toSorted((a, b) => a.at - b.at);
  return { ...state, messages, announcement: announce(state, before, message) };
}

/** New messages are read out, and of changes only the one that matters: the result of a round. */
function announce(
  { announcement }: PageState,
  before: ShownMessage | undefined,
  { text, onlyYou, closes }: ShownMessage,
) {
  const counted =
    before !== undefined && (before.text === text || (before.closes !== undefined && closes !== undefined));
  if (counted) return announcement;
  return { text: `${onlyYou ? 'Only for you: ' : ''}${text}`, count: announcement.count + 1 };
}

export const visibleMessages = ({ messages, dismissed }: PageState): readonly ShownMessage[] =>
  messages.filter(({ id }) => !dismissed.has(id));

/** The newest round that still takes answers, with the token that closes it. */
export function openRound({
  messages,
}: PageState): { readonly message: string; readonly token: string } | undefined {
  const found = messages.findLast(({ closes }) => closes !== undefined);
  return found?.closes === undefined ? undefined : { message: found.id, token: found.closes };
}
