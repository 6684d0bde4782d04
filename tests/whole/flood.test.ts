/** One person sends three hundred commands at once: what is done of it, and that the others are answered. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { startSlackServer } from '../fakes/slack-server.ts';
import { startBot } from './start-bot.ts';

const FLOOD = 300;
/** What one person may ask at once, and how often they are told that it is too much. */
const [DONE, TOLD] = [40, 5];

const eventually = (read: () => unknown) => expect.poll(read, { interval: 20 });

describe('while one person floods the bot', () => {
  let folder: string;
  let app: App | undefined;
  let close: (() => Promise<void>) | undefined;

  /** Its clock stands still, so that what is allowed is what is allowed at once. */
  const start = async (platforms: Pick<Config, 'discord' | 'slack'>) => {
    app = await startBot({ DATABASE_PATH: join(folder, 'bot.sqlite') }, { platforms });
  };

  /** Once all that had begun is done. */
  const stop = async () => {
    await app?.stop();
    app = undefined;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receipts-flood-'));
  });
  afterEach(async () => {
    await stop();
    await close?.();
    close = undefined;
    await rm(folder, { recursive: true });
  });

  it('on Discord, forty of it are done, five are told why not, and another person is answered', async () => {
    const discord = await startDiscordServer();
    close = discord.close;
    await start({ discord: { token: discord.token, apiUrl: discord.apiUrl }, slack: undefined });
    const fact = (user: string) => discord.command({ user, name: 'fact' });
    // What is too much is not answered at all in the end, which the fake holds against the bot; what is, is looked at.
    for (let at = 0; at < FLOOD; at += 1) void fact('666').catch(() => undefined);
    void fact('11').catch(() => undefined);
    await eventually(() => discord.messages().length).toBe(DONE + 1);
    await eventually(() => discord.whispers('666').length).toBe(TOLD);
    await stop();
    expect(discord.messages()).toHaveLength(DONE + 1);
    expect(discord.whispers('666')[0]?.text).toContain('You ask faster than I can answer');
    expect(discord.whispers('11')).toEqual([]);
  });

  it('on Slack, too', async () => {
    const slack = await startSlackServer();
    close = () => slack.close();
    await start({ slack: slack.settings, discord: undefined });
    const fact = (user: string) => slack.command({ channel: 'C1', user, command: '/fact' });
    const flood = Promise.all(Array.from({ length: FLOOD }, () => fact('UFLOOD')));
    await fact('UADA');
    // All are acknowledged, or Slack would send them again.
    await flood;
    await eventually(() => slack.messages('C1').length).toBe(DONE + 1);
    await eventually(() => slack.whispers('UFLOOD').length).toBe(TOLD);
    await stop();
    expect(slack.messages('C1')).toHaveLength(DONE + 1);
    expect(slack.whispers('UFLOOD')).toHaveLength(TOLD);
    expect(slack.whispers('UFLOOD')[0]?.text).toContain('You ask faster than I can answer');
  });

  it('on the page, too', async () => {
    await start({ discord: undefined, slack: undefined });
    const fact = async (player: string) => {
      const response = await fetch(`${app?.address}/api/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ player, text: '/fact' }),
      });
      return { status: response.status, text: await response.text() };
    };
    const flood = await Promise.all(Array.from({ length: FLOOD }, () => fact('bo')));
    const refused = flood.filter(({ status }) => status === 429);
    expect(flood.filter(({ status }) => status === 202)).toHaveLength(DONE);
    expect(refused).toHaveLength(FLOOD - DONE);
    expect(refused.filter(({ text }) => text.includes('You ask faster than I can answer'))).not.toEqual([]);
    await eventually(async () => (await fact('ada')).status).toBe(202);
  });
});
