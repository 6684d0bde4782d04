/** The same request twice, through the real SDKs: Slack repeats a delivery, Discord tells every process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { startSlackServer } from '../fakes/slack-server.ts';
import { startBot } from './start-bot.ts';

const eventually = (read: () => unknown) => expect.poll(read, { interval: 20 });

let folder: string;
let ends: (() => Promise<void>)[];
const logger = createRecordingLogger();
beforeEach(async () => {
  ends = [];
  folder = await mkdtemp(join(tmpdir(), 'receipts-twice-'));
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  await rm(folder, { recursive: true });
});

/** A process on the file of this test, or on the database that it is given. */
async function start({
  databaseUrl,
  ...platforms
}: Partial<Pick<Config, 'discord' | 'slack' | 'databaseUrl'>>): Promise<App> {
  const app = await startBot(
    { DATABASE_PATH: join(folder, 'bot.sqlite'), ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    { platforms, seed: ends.length + 1, logger },
  );
  ends.push(app.stop);
  return app;
}

const refusals = () => logger.lines.filter(({ event }) => event === 'request-delivered-again').length;

describe('a delivery that Slack repeats', () => {
  it.each(['/fact', '/quiz'])(
    'of %s makes one message for everyone, also after a restart',
    async (command) => {
      const slack = await startSlackServer();
      ends.push(slack.close.bind(slack));
      const app = await start({ slack: slack.settings });
      const before = refusals();
      await slack.command({ channel: 'C1', user: 'U1', command });
      await slack.sockets.deliverAgain();
      await slack.answered();
      await eventually(refusals).toBe(before + 1);
      await app.stop();
      await start({ slack: slack.settings });
      await slack.sockets.deliverAgain();
      await eventually(refusals).toBe(before + 2);
      expect(slack.messages('C1')).toHaveLength(1);
      expect(slack.whispers('U1')).toEqual([]);
    },
  );
});

describe('an interaction that Discord sends to two processes', () => {
  const server = sharedPostgres();

  it.each(['fact', 'quiz'])('of /%s makes one message for everyone', async (name) => {
    const discord = await startDiscordServer();
    ends.push(discord.close);
    const { token, apiUrl } = discord;
    const databaseUrl = await server.createDatabase();
    for (const _ of ['one', 'another']) await start({ discord: { token, apiUrl }, databaseUrl });
    const callbacks = () => discord.calls.filter(({ path }) => path.endsWith('/callback')).length;
    await discord.command({ user: '11', name });
    await discord.answered();
    await eventually(callbacks).toBeGreaterThan(1);
    expect(discord.messages()).toHaveLength(1);
    await eventually(() => discord.whispers('11')).toEqual([]);
  });
});
