/** The messages that stand in the fake's channels, and those that stood there. */
import type { Recorded, Version } from '../record.ts';
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
  /** The nonce that it was created with; an edit has none. */
  readonly nonce: string | undefined;
  /** The message that it answers. */
  readonly under: string | undefined;
  /** Of the bot's own accord, not as the answer to an interaction. */
  readonly posted: boolean;
  readonly edits: number;
  /** Titles and descriptions as a person reads them: without the backslashes of the markup. */
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
}

export interface Times {
  readonly now: () => number;
  /** How long Discord knows a nonce again. */
  readonly nonceMs: number;
}

export interface MessageStore {
  create(channel: string, sent: SentMessage, onlyFor?: string, posted?: boolean): FakeMessage;
  edit(id: string, sent: SentMessage): FakeMessage | undefined;
  remove(id: string): boolean;
  find(id: string): FakeMessage | undefined;
  /** A message with the same nonce that was sent a moment ago: standing, or deleted since. */
  findNonce(nonce: string): FakeMessage | 'deleted' | undefined;
  all(): readonly FakeMessage[];
  /** What stands in a channel for everyone, oldest first. */
  in(channel: string): readonly FakeMessage[];
  record(): readonly Recorded[];
  /** Called after each change. */
  watch(changed: () => void): void;
}

type Past = Omit<Recorded, 'removed'> & { readonly versions: Version[] };

export function createMessageStore(newId: () => string, { now, nonceMs }: Times): MessageStore {
  const standing = new Map<string, FakeMessage>();
  const channels = new Map<string, Set<string>>();
  const past = new Map<string, Past>();
  const watchers = new Set<() => void>();
  const nonces = new Map<string, { readonly id: string; readonly until: number }>();
  const put = (message: FakeMessage): FakeMessage => {
    const { id, channel, nonce: mark, under, posted, onlyFor, text, buttons } = message;
    standing.set(id, message);
    channels.set(channel, (channels.get(channel) ?? new Set()).add(id));
    const known = past.get(id) ?? { channel, id, mark, under, posted, onlyFor, versions: [] };
    known.versions.push({
      ...{ at: now(), text },
      tokens: buttons.map(({ token }) => token),
      labels: buttons.map(({ label }) => label),
    });
    past.set(id, known);
    for (const changed of watchers) changed();
    return message;
  };
  return {
    create: (channel, sent, onlyFor, posted = false) => {
      const { nonce, enforce_nonce: enforced, message_reference: reference } = sent;
      const base = { id: newId(), channel, onlyFor, posted, nonce, under: reference?.message_id, edits: 0 };
      const message = put(toMessage(base, sent));
      if (nonce !== undefined && enforced) nonces.set(nonce, { id: message.id, until: now() + nonceMs });
      return message;
    },
    edit: (id, sent) => {
      const before = standing.get(id);
      return before && put(toMessage({ ...before, edits: before.edits + 1 }, sent));
    },
    remove: (id) => {
      channels.get(standing.get(id)?.channel ?? '')?.delete(id);
      return standing.delete(id);
    },
    find: (id) => standing.get(id),
    findNonce: (nonce) => {
      const known = nonces.get(nonce);
      if (!known || now() > known.until) return undefined;
      return standing.get(known.id) ?? 'deleted';
    },
    all: () => [...standing.values()],
    in: (channel) =>
      [...(channels.get(channel) ?? [])].flatMap((id) => {
        const message = standing.get(id);
        return message && message.onlyFor === undefined ? [message] : [];
      }),
    watch: (changed) => void watchers.add(changed),
    record: () => [...past.values()].map((known) => ({ ...known, removed: !standing.has(known.id) })),
  };
}

export const isEphemeral = (flags: number | undefined): boolean => ((flags ?? 0) & EPHEMERAL) !== 0;

type Base = Pick<FakeMessage, 'id' | 'channel' | 'onlyFor' | 'posted' | 'nonce' | 'under' | 'edits'>;

const toMessage = (base: Base, sent: SentMessage): FakeMessage => ({
  id: base.id,
  channel: base.channel,
  onlyFor: base.onlyFor,
  posted: base.posted,
  nonce: base.nonce,
  under: base.under,
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
