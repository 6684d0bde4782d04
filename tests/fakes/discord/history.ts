/** What a bot may read of a channel: its list of messages, and what the channel tells of itself. */
import type { FakeMessage, MessageStore } from './messages.ts';

/**
 * readable: somebody wrote there long ago. empty: nobody ever did. hidden: the bot lacks the right to read the
 * history, so that Discord lists nothing.
 */
export type Readable = 'readable' | 'empty' | 'hidden';

export interface History {
  set(channel: string, readable: Readable): void;
  isHidden(channel: string): boolean;
  /** Somebody writes in the channel, or another bot copies a message of ours. */
  say(channel: string, user?: string, copied?: FakeMessage): void;
  /** Newest first, as Discord lists; with `after`, the oldest that are newer. */
  list(channel: string, query: Readonly<Record<string, string>>): readonly object[];
  lastMessage(channel: string): string | null;
}

/** Of 2015: older than anything that a test looks for. */
const LONG_AGO = '17000000000000000';
const MOST = 100;

export interface Told {
  readonly store: MessageStore;
  readonly newId: () => string;
  readonly self: string;
  /** Discord promises it for the answer to a post; whether lists have it, it does not say. */
  readonly listsNonces: () => boolean;
}

interface Said {
  readonly id: string;
  readonly author: string;
  readonly copied?: FakeMessage | undefined;
}

export function createHistory({ store, newId, self, listsNonces }: Told): History {
  const readables = new Map<string, Readable>();
  const talk = new Map<string, Said[]>();
  const shown = (message: FakeMessage) => ({
    ...asJson(message),
    ...(message.posted ? {} : { webhook_id: self }),
    author: { id: self, bot: true },
    ...(listsNonces() && message.nonce !== undefined ? { nonce: message.nonce } : {}),
  });
  const all = (channel: string) => {
    const first: Said[] = readables.get(channel) === 'empty' ? [] : [{ id: LONG_AGO, author: '1' }];
    const people = [...first, ...(talk.get(channel) ?? [])].map(({ id, author, copied }) => ({
      ...{ id, channel_id: channel, content: '', embeds: [], components: [] },
      ...(copied ? { ...asJson(copied), id } : {}),
      author: { id: author, bot: false },
    }));
    return [...people, ...store.in(channel).map(shown)].toSorted((a, b) =>
      BigInt(a.id) < BigInt(b.id) ? -1 : 1,
    );
  };
  return {
    set: (channel, readable) => void readables.set(channel, readable),
    isHidden: (channel) => readables.get(channel) === 'hidden',
    say: (channel, author = '1', copied) =>
      void talk.set(channel, [...(talk.get(channel) ?? []), { id: newId(), author, copied }]),
    list: (channel, { limit = '50', after }) => {
      if (readables.get(channel) === 'hidden') return [];
      const most = Math.min(MOST, Number(limit));
      const found = all(channel).filter(({ id }) => after === undefined || BigInt(id) > BigInt(after));
      return (after === undefined ? found.slice(-most) : found.slice(0, most)).toReversed();
    },
    lastMessage: (channel) => all(channel).at(-1)?.id ?? null,
  };
}

/** Without the nonce, and without what only a request has. */
export const asJson = ({ id, channel, sent, under }: FakeMessage) => {
  const { embeds, components, content = '' } = sent;
  const reference =
    under === undefined ? {} : { message_reference: { type: 0, message_id: under, channel_id: channel } };
  return { id, channel_id: channel, content, embeds, components, ...reference };
};
