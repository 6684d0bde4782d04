/** The platforms from outside, alike: what people do there and what they see. */

import { SCOPES } from '../../src/adapters/slack/scopes.ts';
import type { Config } from '../../src/config.ts';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { startSlackServer } from '../fakes/slack-server.ts';

export interface Line {
  readonly name: string;
  readonly sub?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

export interface Outside {
  readonly config: Pick<Config, 'discord' | 'slack'>;
  /** Resolves when the person has an answer. `mod` manages the place, nobody else does. */
  type(user: string, line: Line): Promise<void>;
  /** Presses a button of the channel's message at this position: by its label, or an option by its number. */
  press(user: string, button: string | number, message: number): Promise<void>;
  /** Presses a button, by its label, of what this person alone was shown last. */
  pressWhisper(user: string, label: string): Promise<void>;
  /** Presses a button of that message that carries something else than it should. */
  forge(user: string, token: string, message: number): Promise<void>;
  /** What stands in the channel for everyone, oldest first. */
  channel(): readonly string[];
  /** What only this person was shown, oldest first. */
  whispers(user: string): readonly string[];
  labels(message: number): readonly string[];
  /** Messages that could have notified someone. */
  pings(): number;
  /** Someone takes away the bot's right to post, or deletes the channel. */
  shut(how: 'forbidden' | 'gone'): void;
  /** The next post: broken is 500, not done; busy is 429 with Retry-After; cut is done, but the line breaks. */
  failNext(how: 'broken' | 'busy' | 'cut'): void;
  /** From now on the bot may not read what stands in the channel. */
  hideRecord(): void;
  close(): Promise<void>;
}

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items.at(index);
  if (item === undefined) throw new Error(`there are only ${items.length} messages`);
  return item;
};

/** `now`: the platform's own clock. */
export async function outsideDiscord(now = Date.now): Promise<Outside> {
  const discord = await startDiscordServer({ now });
  const MANAGE_SERVER = 1n << 5n;
  const everyday = (1n << 10n) | (1n << 11n) | (1n << 14n);
  const ids = new Map<string, string>();
  const doer = (name: string) => {
    const user = ids.get(name) ?? String(100_000 + ids.size);
    ids.set(name, user);
    return { user, permissions: name === 'mod' ? everyday | MANAGE_SERVER : everyday };
  };
  const plain = ({ text }: { text: string }) => text.replaceAll('**', '');
  return {
    config: { discord: { token: discord.token, apiUrl: discord.apiUrl }, slack: undefined },
    type: async (user, { name, sub, options = {} }) => {
      const typed = sub === undefined ? { name, options } : { name, subcommand: sub, options };
      await discord.command({ ...doer(user), ...typed });
      await discord.answered();
    },
    press: async (user, button, message) => {
      const shown = at(discord.messages(), message);
      const label = typeof button === 'number' ? at(shown.buttons, button).label : button;
      await discord.press({ ...doer(user), message: shown, button: label });
      await discord.answered();
    },
    pressWhisper: async (user, label) => {
      const message = at(discord.whispers(doer(user).user), -1);
      await discord.press({ ...doer(user), message, button: label });
      await discord.answered();
    },
    forge: async (user, token, message) => {
      await discord.press({
        ...doer(user),
        message: at(discord.messages(), message),
        button: token,
        forged: true,
      });
      await discord.answered();
    },
    channel: () => discord.messages().map(plain),
    whispers: (user) => discord.whispers(doer(user).user).map(plain),
    labels: (message) => at(discord.messages(), message).buttons.map(({ label }) => label),
    pings: () => discord.messages().filter(({ sent }) => sent.allowed_mentions?.parse?.length !== 0).length,
    shut: (how) => discord.refuse(discord.channel, how === 'gone' ? 10003 : 50013),
    failNext: (how) => discord.failNext('posts', how === 'busy' ? { how, retryAfterSeconds: 1 } : { how }),
    hideRecord: () => discord.setHistory(discord.channel, 'hidden'),
    close: () => discord.close(),
  };
}

const SLACK_FAULTS = {
  broken: { kind: 'server-error' },
  busy: { kind: 'rate-limit', retryAfter: 1 },
  cut: { kind: 'cut' },
} as const;

export async function outsideSlack(now = Date.now): Promise<Outside> {
  const slack = await startSlackServer({ now });
  slack.addUser({ id: 'UMOD', admin: true });
  const id = (name: string) => `U${name.toUpperCase()}`;
  const press = async (
    user: string,
    message: number,
    what: { label: string } | { forgedValue: string; label: string },
  ) => {
    await slack.press({ channel: 'C1', ts: at(slack.messages('C1'), message).ts, user: id(user), ...what });
    await slack.answered();
  };
  const labels = (message: number) =>
    at(slack.messages('C1'), message).blocks.flatMap((block) =>
      [
        ...JSON.stringify(block).matchAll(/"type":"button","text":\{"type":"plain_text","text":"([^"]+)"/g),
      ].map((match) => match[1] ?? ''),
    );
  return {
    config: { discord: undefined, slack: slack.settings },
    type: async (user, { name, sub = '', options = {} }) => {
      const words = Object.entries(options).map(([option, value]) =>
        value === true ? option : `${option}: ${value}`,
      );
      await slack.command({
        channel: 'C1',
        user: id(user),
        command: `/${name}`,
        text: [sub, ...words].join(' '),
      });
      await slack.answered();
    },
    press: (user, button, message) =>
      press(user, message, { label: typeof button === 'number' ? at(labels(message), button) : button }),
    pressWhisper: async (user, label) => {
      const { ts } = at(slack.whispers(id(user)), -1);
      await slack.press({ channel: 'C1', ts, user: id(user), label });
      await slack.answered();
    },
    forge: (user, token, message) =>
      press(user, message, { label: labels(message)[0] ?? '', forgedValue: token }),
    channel: () => slack.messages('C1').map(({ text }) => text),
    whispers: (user) => slack.whispers(id(user)).map(({ text }) => text),
    labels,
    pings: () => slack.pings().length,
    shut: (how) =>
      slack.addChannel(how === 'gone' ? { id: 'C1', archived: true } : { id: 'C1', member: false }),
    failNext: (how) => slack.breakNext(SLACK_FAULTS[how], 'chat.postMessage'),
    hideRecord: () => slack.grant(SCOPES),
    close: () => slack.close(),
  };
}
