/** The messages that stand in the fake's channels. */
import type { SentMessage } from './validate.ts';

const EPHEMERAL = 64;

/** A message as a test reads it. It is plain data: `JSON.stringify` shows what the server keeps. */
export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  /** Set where only this person sees it. */
  readonly onlyFor: string | undefined;
  /** As last sent. */
  readonly sent: SentMessage;
  readonly edits: number;
  /** Titles and descriptions as a person reads them: without the backslashes of the markup. */
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
}

export interface MessageStore {
  create(channel: string, sent: SentMessage, onlyFor?: string): FakeMessage;
  edit(id: string, sent: SentMessage): FakeMessage | undefined;
  remove(id: string): boolean;
  find(id: string): FakeMessage | undefined;
  /** A message with the same nonce that was sent before: standing, or deleted since. */
  findNonce(nonce: string): FakeMessage | 'deleted' | undefined;
  all(): readonly FakeMessage[];
}

export function createMessageStore(newId: () => string): MessageStore {
  const standing = new Map<string, FakeMessage>();
  const nonces = new Map<string, string>();
  const put = (message: FakeMessage): FakeMessage => {
    standing.set(message.id, message);
    return message;
  };
  return {
    create: (channel, sent, onlyFor) => {
      const message = put(toMessage({ id: newId(), channel, onlyFor, edits: 0 }, sent));
      if (sent.nonce !== undefined && sent.enforce_nonce) nonces.set(sent.nonce, message.id);
      return message;
    },
    edit: (id, sent) => {
      const before = standing.get(id);
      return before && put(toMessage({ ...before, edits: before.edits + 1 }, sent));
    },
    remove: (id) => standing.delete(id),
    find: (id) => standing.get(id),
    findNonce: (nonce) => {
      const id = nonces.get(nonce);
      return id === undefined ? undefined : (standing.get(id) ?? 'deleted');
    },
    all: () => [...standing.values()],
  };
}

export const isEphemeral = (flags: number | undefined): boolean => ((flags ?? 0) & EPHEMERAL) !== 0;

const toMessage = (
  base: Pick<FakeMessage, 'id' | 'channel' | 'onlyFor' | 'edits'>,
  sent: SentMessage,
): FakeMessage => ({
  id: base.id,
  channel: base.channel,
  onlyFor: base.onlyFor,
  edits: base.edits,
  sent,
  text: readable(sent),
  buttons: sent.components.flatMap((row) =>
    row.components.map(({ label, custom_id: token }) => ({ label, token })),
  ),
});

const readable = ({ content = '', embeds }: SentMessage): string =>
  [content, ...embeds.flatMap(({ title = '', description = '' }) => [title, description])]
    .filter(Boolean)
    .join('\n')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
