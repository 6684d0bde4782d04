/** A Discord server with several channels: what people do in each of them, and what they see there. */

import type { OptionValues } from '../fakes/discord/payloads.ts';
import { type FakeDiscord, startDiscordServer } from '../fakes/discord-server.ts';

export interface Line {
  readonly name: string;
  readonly sub?: string;
  readonly options?: OptionValues;
}

export interface Channels {
  /** For the environment of the program. */
  readonly settings: Readonly<Record<string, string>>;
  /** Resolves when the person has an answer, or something else happens there. `mod` manages all channels. */
  type(user: string, channel: string, line: Line): Promise<void>;
  /** What is proposed to somebody who has typed so much of an option. */
  proposed(channel: string, command: string, option: string, typed: string): Promise<readonly string[]>;
  /** Presses a button of the latest question in the channel. */
  press(user: string, channel: string, label: string): Promise<void>;
  /** What stands in the channel for everyone, oldest first. */
  shown(channel: string): readonly string[];
  /** What only this person was shown, in whichever channel, oldest first. */
  whispers(user: string): readonly string[];
  /** How the bot calls somebody. */
  mention(user: string): string;
  close(): Promise<void>;
}

const EVERYDAY = (1n << 10n) | (1n << 11n) | (1n << 14n);
const MANAGE_SERVER = 1n << 5n;

export async function openChannels(): Promise<Channels> {
  const discord: FakeDiscord = await startDiscordServer();
  const numbers = new Map<string, string>();
  const idOf = (name: string) => {
    const id = numbers.get(name) ?? String(900_000_000_000_000_100n + BigInt(numbers.size));
    numbers.set(name, id);
    return id;
  };
  const doer = (user: string, channel: string) => ({
    user: idOf(user),
    channel: idOf(channel),
    permissions: user === 'mod' ? EVERYDAY | MANAGE_SERVER : EVERYDAY,
  });
  const plain = ({ text }: { text: string }) => text.replaceAll('**', '');
  const messages = (channel: string) => discord.messages(idOf(channel));
  return {
    settings: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    type: async (user, channel, { name, sub, options = {} }) => {
      const typed = sub === undefined ? { name, options } : { name, subcommand: sub, options };
      await discord.command({ ...doer(user, channel), ...typed });
      await discord.answered();
    },
    proposed: (channel, name, option, typed) =>
      discord.autocomplete({ ...doer('bea', channel), name, option, typed }),
    press: async (user, channel, label) => {
      const message = messages(channel).findLast(({ buttons }) => buttons.some((one) => one.label === label));
      if (!message) throw new Error(`nothing in ${channel} has a button “${label}”`);
      await discord.press({ ...doer(user, channel), message, button: label });
      await discord.answered();
    },
    shown: (channel) => messages(channel).map(plain),
    whispers: (user) => discord.whispers(idOf(user)).map(plain),
    mention: (user) => `<@${idOf(user)}>`,
    close: () => discord.close(),
  };
}
