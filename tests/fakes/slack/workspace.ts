/** What a workspace knows: its channels, people and messages. */
import { type Block, buttonsOf, type FakeButton, pingsIn } from './check-message.ts';

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** Whether the bot is in it. */
  readonly member: boolean;
  readonly private: boolean;
  readonly archived: boolean;
  /** A talk between the bot and one person. */
  readonly direct: boolean;
  readonly creator: string;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  readonly owner: boolean;
  readonly guest: boolean;
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  /** Set where only this person sees it. */
  readonly onlyFor?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: unknown;
  readonly edited: number;
}

export interface MessageBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: unknown;
}

/** In memory; ids count up, so that a test can name them. */
export class Workspace {
  readonly channels = new Map<string, FakeChannel>();
  readonly users = new Map<string, FakeUser>();
  /** What notified people, in the order in which it was sent. */
  readonly pings: string[] = [];
  readonly #messages = new Map<string, FakeMessage>();
  #sent = 0;

  addChannel(channel: Pick<FakeChannel, 'id'> & Partial<FakeChannel>): void {
    const defaults = {
      name: channel.id.toLowerCase(),
      member: true,
      private: false,
      archived: false,
      direct: false,
    };
    this.channels.set(channel.id, { ...defaults, creator: 'UCREATOR', ...channel });
  }

  addUser(user: Pick<FakeUser, 'id'> & Partial<FakeUser>): void {
    this.users.set(user.id, {
      name: `name of ${user.id}`,
      admin: false,
      owner: false,
      guest: false,
      ...user,
    });
  }

  messages(channel: string): readonly FakeMessage[] {
    return this.#all().filter((message) => message.channel === channel && message.onlyFor === undefined);
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
    const ts = `1700000000.${String(this.#sent).padStart(6, '0')}`;
    const message = {
      ...body,
      channel,
      ts,
      edited: 0,
      blocks: named(body.blocks, ts),
      ...(onlyFor ? { onlyFor } : {}),
    };
    this.#messages.set(ts, message);
    if (!onlyFor) this.pings.push(...pingsIn(body.text, body.blocks));
    return message;
  }

  edit(message: FakeMessage, { text, blocks }: MessageBody): FakeMessage {
    const edited = message.edited + 1;
    const changed = { ...message, text, blocks: named(blocks, `${message.ts}-${edited}`), edited };
    this.#messages.set(message.ts, changed);
    return changed;
  }

  remove(ts: string): boolean {
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

/** Slack makes up an id for a block that has none. */
const named = (blocks: readonly Block[], seed: string): Block[] =>
  blocks.map((block, at) => ({ ...block, block_id: block.block_id ?? `b${at}-${seed}` }));
