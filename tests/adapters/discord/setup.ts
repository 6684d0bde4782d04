/** The adapter with the real discord.js, connected to a Discord in this process. */
import { onTestFinished } from 'vitest';
import { createDiscordPlatform } from '../../../src/adapters/discord/adapter.ts';
import { say } from '../../../src/core/cards/card.ts';
import { type Command, defineAction, defineSubcommand } from '../../../src/core/requests/command.ts';
import {
  type Acknowledgement,
  type Bot,
  type Reply,
  type Request,
  type Suggestion,
  toAsker,
} from '../../../src/core/requests/request.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startDiscordServer } from '../../fakes/discord-server.ts';
import { createRecordingLogger } from '../../fakes/logger.ts';

const run = async () => toAsker(say('neutral', 'not run in these tests'));
const suggest = () => [];

/** The three shapes that a command can have. */
export const commands: readonly Command[] = [
  {
    name: 'fact',
    description: 'Tells a fact',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        options: { about: { kind: 'text', description: 'What about', maxLength: 60, suggest } },
        audience: 'everyone',
        run,
      }),
    },
  },
  {
    name: 'quiz',
    description: 'Asks questions',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        options: {
          questions: { kind: 'integer', wanted: 'Another number.', description: 'How many', min: 1, max: 10 },
          private: { kind: 'flag', description: 'For you alone' },
          level: { kind: 'pick', description: 'How hard', values: ['any', 'easy', 'hard'] },
        },
        audience: 'everyone',
        run,
      }),
    },
  },
  {
    name: 'daily',
    description: 'A question a day',
    managersOnly: true,
    examples: () => [],
    actions: {
      subcommands: {
        set: defineSubcommand({
          description: 'Sets it',
          options: {
            topic: { kind: 'text', description: 'What about', maxLength: 60, suggest },
            time: { kind: 'text', description: 'When', maxLength: 5, required: true },
          },
          audience: 'asker',
          run,
        }),
        status: defineSubcommand({ description: 'Shows it', options: {}, audience: 'asker', run }),
      },
    },
  },
];

export interface BotScript {
  readonly acknowledgement?: Acknowledgement;
  readonly reply?: (request: Request) => Promise<Reply> | Reply;
  readonly suggestions?: readonly Suggestion[];
}

export function scriptedBot({ acknowledgement = 'to-everyone', reply, suggestions = [] }: BotScript) {
  const requests: Request[] = [];
  const bot: Bot = {
    acknowledgement: () => acknowledgement,
    handle: async (request) => {
      requests.push(request);
      return reply ? reply(request) : toAsker(say('neutral', 'Noted'));
    },
    suggest: async () => suggestions,
    placeMoved: async () => {},
    removed: async () => {},
  };
  return { bot, requests };
}

/** What a platform needs beside its address, and what a test reads of it afterwards. */
export function bench() {
  const losses: Error[] = [];
  const clock = createFakeClock('2026-03-02T09:00:00Z');
  const logger = createRecordingLogger();
  const onLost = (error: Error) => void losses.push(error);
  const events = () => logger.lines.map(({ event }) => event);
  return { losses, logger, clock, events, options: { commands, logger, clock, onLost } };
}

/** Built and not started; everything ends with the test. */
export async function connect(token?: string, wanted = commands) {
  const discord = await startDiscordServer();
  const { options, ...tools } = bench();
  const { apiUrl } = discord;
  const platform = createDiscordPlatform({
    ...options,
    token: token ?? discord.token,
    apiUrl,
    commands: wanted,
  });
  onTestFinished(async () => {
    await platform.stop();
    await discord.close();
  });
  return { discord, platform, ...tools };
}

export async function startBot(script: BotScript = {}) {
  const connected = await connect();
  const { bot, requests } = scriptedBot(script);
  await connected.platform.start(bot);
  return { ...connected, requests };
}
