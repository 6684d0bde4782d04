/** From the start of the bot to the loss of its connection. */
import { describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../src/adapters/discord/adapter.ts';
import { say } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { bench, commands, connect, scriptedBot, startBot } from './setup.ts';

const { bot } = scriptedBot({});

/** The SDK asks three more times by itself, at once, where Discord is broken. */
const TRIES = 4;

/** Discord is broken for so many attempts to connect. */
async function whileBroken(attempts: number) {
  const connected = await connect();
  for (let call = 0; call < attempts * TRIES; call += 1)
    connected.discord.failNext('gateway', { how: 'broken' });
  const failures = () => connected.events().filter((event) => event === 'discord-not-connected').length;
  return { ...connected, failures };
}

describe('a start that can never work', () => {
  it.each(['before it connects', 'as it connects'])(
    'with a wrong token fails %s, naming the setting and not the token',
    async (when) => {
      const { discord, platform, losses } = await connect(
        when === 'before it connects' ? 'a-secret-that-is-wrong' : undefined,
      );
      if (when === 'as it connects') discord.dropConnections(4004, true);
      const start = platform.start(bot);
      await expect(start).rejects.toThrow(/DISCORD_TOKEN/);
      await expect(start).rejects.not.toThrow(/a-secret|fake\.discord/);
      expect(platform.connected()).toBe(false);
      expect(losses).toEqual([]);
    },
  );

  it('with a token that cannot even be sent fails at once, without showing it', async () => {
    const { platform, logger } = await connect('a-sec\nret');
    await expect(platform.start(bot)).rejects.toThrow(/DISCORD_TOKEN/);
    expect(JSON.stringify(logger.lines)).not.toContain('a-sec');
  });

  it('with commands that Discord does not take fails, and disconnects', async () => {
    const [fact] = commands;
    const { platform } = await connect(undefined, fact ? [{ ...fact, name: 'not a name' }] : []);
    await expect(platform.start(bot)).rejects.toThrow(/does not take the commands/);
    expect(platform.connected()).toBe(false);
  });
});

describe('a start that may work later', () => {
  it('where nobody listens is no failure, and ends with the stop', async () => {
    const { options, logger, clock, losses } = bench();
    const unreachable = { ...options, token: 'a-secret', apiUrl: 'http://127.0.0.1:9/api' };
    const platform = createDiscordPlatform(unreachable);
    await platform.start(bot);
    expect(platform.connected()).toBe(false);
    const fields = { message: expect.stringContaining('ECONNREFUSED'), waitMs: 1_000 };
    expect(logger.lines).toMatchObject([{ event: 'discord-not-connected', fields }]);
    await platform.stop();
    await clock.advance(600_000);
    expect(logger.lines).toHaveLength(1);
    expect(losses).toEqual([]);
  });

  it('goes on ever more patiently, and the bot answers as soon as Discord is back', async () => {
    const { discord, platform, clock, failures, logger, losses } = await whileBroken(2);
    await platform.start(bot);
    expect([failures(), platform.connected()]).toEqual([1, false]);
    await clock.advance(1_000);
    await expect.poll(failures).toBe(2);
    expect(logger.lines.at(-1)?.fields).toMatchObject({ waitMs: 2_000, status: 500 });
    await clock.advance(2_000);
    await expect.poll(() => discord.commands()).toHaveLength(commands.length);
    expect(platform.connected()).toBe(true);
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(discord.whispers('11')).toHaveLength(1);
    expect(losses).toEqual([]);
  });

  it('does not wait for a Discord that never answers', async () => {
    const { discord, platform, clock } = await connect();
    discord.failNext('gateway', { how: 'silent' });
    const start = platform.start(bot);
    await clock.advance(15_000);
    await start;
    expect(platform.connected()).toBe(false);
  });

  it('tells of a token that turns out to be wrong later, once', async () => {
    const { discord, platform, clock, losses, events } = await whileBroken(1);
    await platform.start(bot);
    discord.failNext('gateway', { how: 'unauthorized' });
    await clock.advance(1_000);
    await expect
      .poll(() => losses.map(({ message }) => message))
      .toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    expect(events()).toContain('discord-cannot-start');
    await clock.advance(600_000);
    expect(losses).toHaveLength(1);
    expect(platform.connected()).toBe(false);
  });

  it('works with yesterday’s commands until Discord takes today’s', async () => {
    const { discord, platform, clock, events } = await connect();
    for (let call = 0; call < TRIES; call += 1) discord.failNext('commands', { how: 'broken' });
    await platform.start(bot);
    expect(platform.connected()).toBe(true);
    expect(events()).toContain('discord-commands-not-registered');
    expect(discord.commands()).toEqual([]);
    await clock.advance(1_000);
    await expect.poll(() => discord.commands()).toHaveLength(commands.length);
  });
});

describe('a connection', () => {
  it('asks for no events beyond those that come unasked', async () => {
    const { discord } = await startBot();
    expect(discord.identified).toMatchObject([{ intents: 0 }]);
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4010, 'DISCORD_TOKEN'],
    [4011, 'Start the bot again'],
    [4012, 'code 4012'],
    [4013, 'code 4013'],
    [4014, 'Privileged Gateway Intents'],
  ])('that Discord closes for good with %i is lost, and the program is told once', async (code, words) => {
    const { discord, platform, losses, events } = await startBot();
    discord.dropConnections(code, true);
    await expect.poll(() => losses.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
    expect(events()).toContain('discord-disconnected-for-good');
    expect(platform.connected()).toBe(false);
    const place = placeOf('discord', discord.guild, discord.channel);
    discord.failNext('posts', { how: 'unauthorized' });
    await platform.post(place, say('neutral', 'Hello'), 'key');
    expect(losses).toHaveLength(1);
  });

  it('that breaks is made again, and commands arrive as before', async () => {
    const { discord, platform, requests, losses } = await startBot();
    const session = discord.nextSession();
    discord.dropConnections(4000);
    expect(await session).toBe('resumed');
    await expect.poll(() => platform.connected()).toBe(true);
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(requests).toHaveLength(1);
    expect(losses).toEqual([]);
  });

  it('that the bot itself ends is not lost', async () => {
    const { platform, losses } = await startBot();
    await platform.stop();
    expect(platform.connected()).toBe(false);
    expect(losses).toEqual([]);
  });
});
