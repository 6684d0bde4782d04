/** What a workspace knows: its channels, people and messages. */
import type { Recorded, Version } from '../record.ts';
import { type Block, buttonsOf, type FakeButton, pingsIn } from './check-message.ts';
import type { SharedFile } from './uploads.ts';

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** Whether the bot is in it. */
  readonly member: boolean;
  readonly private: boolean;
  readonly archived: boolean;
  /** A talk between the bot and one person. */
  readonly direct: boolean;
  /** A talk between several people, and the bot if it is a member. */
  readonly group: boolean;
  readonly creator: string;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  readonly owner: boolean;
  readonly guest: boolean;
  readonly deleted: boolean;
  /** From a workspace that shares no channel with this one. */
  readonly stranger: boolean;
  /** Where the person is at home, if not here. */
  readonly team?: string;
  /** All workspaces of the person's in an organisation. */
  readonly teams?: readonly string[];
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  /** Set where only this person sees it. */
  readonly onlyFor?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: unknown;
  /** The message in whose thread it stands. */
  readonly thread_ts?: string;
  /** A person wrote it, not the bot. */
  readonly by?: string;
  readonly files?: readonly SharedFile[];
  readonly edited: number;
}

export interface MessageBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: unknown;
  readonly thread_ts?: string;
  readonly by?: string;
  readonly files?: readonly SharedFile[];
}

type Past = Omit<Recorded, 'removed'> & { readonly versions: Version[] };

/** In memory; ids count up, so that a test can name them. */
export class Workspace {
  readonly channels = new Map<string, FakeChannel>();
  readonly users = new Map<string, FakeUser>();
  /** What notified people, in the order in which it was sent. */
  readonly pings: string[] = [];
  readonly #messages = new Map<string, FakeMessage>();
  readonly #channelOf = new Map<string, Set<string>>();
  readonly #watchers = new Set<() => void>();
  readonly #past = new Map<string, Past>();
  readonly #now: () => number;
  #sent = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  addChannel(channel: Pick<FakeChannel, 'id'> & Partial<FakeChannel>): void {
    const defaults = {
      name: channel.id.toLowerCase(),
      member: true,
      private: false,
      archived: false,
      direct: false,
      group: false,
    };
    this.channels.set(channel.id, { ...defaults, creator: 'UCREATOR', ...channel });
  }

  addUser(user: Pick<FakeUser, 'id'> & Partial<FakeUser>): void {
    this.users.set(user.id, {
      name: `name of ${user.id}`,
      admin: false,
      owner: false,
      guest: false,
      deleted: false,
      stranger: false,
      ...user,
    });
  }

  /** The channel goes on under another id, with all that stands in it. */
  moveChannel(from: string, to: string): void {
    const channel = this.channels.get(from);
    if (!channel) throw new Error(`there is no channel ${from}`);
    this.channels.delete(from);
    this.channels.set(to, { ...channel, id: to });
    const standing = this.#channelOf.get(from) ?? new Set();
    this.#channelOf.delete(from);
    this.#channelOf.set(to, standing);
    for (const message of this.#all())
      if (message.channel === from) this.#messages.set(message.ts, { ...message, channel: to });
  }

  messages(channel: string): readonly FakeMessage[] {
    return this.everything(channel).filter(({ by }) => by === undefined);
  }

  /** What people wrote, too. */
  everything(channel: string): readonly FakeMessage[] {
    return [...(this.#channelOf.get(channel) ?? [])].flatMap((ts) => {
      const message = this.#messages.get(ts);
      return message && message.onlyFor === undefined ? [message] : [];
    });
  }

  /** The talk between the bot and a person, which is there as soon as it is needed; undefined for nobody's. */
  talkWith(user: string): FakeChannel | undefined {
    if (!this.users.has(user)) return undefined;
    const id = `D${user}`;
    if (!this.channels.has(id)) this.addChannel({ id, direct: true });
    return this.channels.get(id);
  }

  record(): readonly Recorded[] {
    return [...this.#past.values()].map((past) => ({ ...past, removed: !this.#messages.has(past.id) }));
  }

  whispers(user: string): readonly FakeMessage[] {
    return this.#all().filter(({ onlyFor }) => onlyFor === user);
  }

  find(channel: string, ts: string): FakeMessage | undefined {
    const message = this.#messages.get(ts);
    return message?.channel === channel ? message : undefined;
  }

  post(channel: string, body: MessageBody, onlyFor?: string): FakeMessage {
    this.#sent += 1;
    const ts = `${Math.floor(this.#now() / 1_000)}.${String(this.#sent % 1_000_000).padStart(6, '0')}`;
    const message = {
      ...body,
      channel,
      ts,
      edited: 0,
      blocks: named(body.blocks, ts),
      ...(onlyFor ? { onlyFor } : {}),
    };
    this.#keep(message);
    if (!onlyFor) this.pings.push(...pingsIn(body.text, body.blocks));
    return message;
  }

  edit(message: FakeMessage, { text, blocks }: MessageBody): FakeMessage {
    const edited = message.edited + 1;
    const changed = { ...message, text, blocks: named(blocks, `${message.ts}-${edited}`), edited };
    this.#keep(changed);
    return changed;
  }

  /** Called after each change. */
  watch(changed: () => void): void {
    this.#watchers.add(changed);
  }

  #keep(message: FakeMessage): void {
    const { ts, channel, text, blocks } = message;
    this.#messages.set(ts, message);
    this.#channelOf.set(channel, (this.#channelOf.get(channel) ?? new Set()).add(ts));
    if (message.by !== undefined) return;
    const past = this.#past.get(ts) ?? newPast(message);
    const buttons = buttonsOf(blocks);
    past.versions.push({
      ...{ at: this.#now(), text },
      tokens: buttons.map(({ value = '' }) => value),
      labels: buttons.map((button) => button.text.text),
    });
    this.#past.set(ts, past);
    for (const changed of this.#watchers) changed();
  }

  remove(ts: string): boolean {
    this.#channelOf.get(this.#messages.get(ts)?.channel ?? '')?.delete(ts);
    return this.#messages.delete(ts);
  }

  /** Throws where the message has no such button: nobody can press what is not there. */
  button(message: FakeMessage, wanted: { label?: string; value?: string; actionId?: string }): FakeButton {
    const buttons = buttonsOf(message.blocks);
    const found = buttons.find(
      ({ text, value, action_id }) =>
        (wanted.label === undefined || text.text === wanted.label) &&
        (wanted.value === undefined || value === wanted.value) &&
        (wanted.actionId === undefined || action_id === wanted.actionId),
    );
    if (found) return found;
    const there = buttons.map(({ text, value }) => `${text.text} (${value})`).join(', ');
    throw new Error(
      `no button ${JSON.stringify(wanted)} on message ${message.ts}; there are: ${there || 'none'}`,
    );
  }

  #all(): FakeMessage[] {
    return [...this.#messages.values()];
  }
}

const newPast = ({ channel, ts: id, metadata, thread_ts: under, onlyFor }: FakeMessage): Past => ({
  ...{ channel, id, under, onlyFor, versions: [] },
  mark: keyOf(metadata),
  posted: metadata !== undefined,
});

function keyOf(metadata: unknown): string | undefined {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { key?: unknown } };
  return typeof payload?.key === 'string' ? payload.key : undefined;
}

/** Slack makes up an id for a block that has none. */
const named = (blocks: readonly Block[], seed: string): Block[] =>
  blocks.map((block, at) => ({ ...block, block_id: block.block_id ?? `b${at}-${seed}` }));
