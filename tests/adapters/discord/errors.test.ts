import { describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../src/adapters/discord/adapter.ts';
import { say } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { bench, startBot } from './setup.ts';

const card = say('neutral', 'Hello');

async function started() {
  const bot = await startBot();
  return { ...bot, place: placeOf('discord', bot.discord.guild, bot.discord.channel) };
}

describe('a post', () => {
  it('carries no mention and a key by which Discord knows a repeat', async () => {
    const { discord, platform, place } = await started();
    await platform.post(place, card, 'key');
    const sent = discord.messages()[0]?.sent;
    expect(sent).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    expect(sent?.nonce).toHaveLength(24);
  });

  it('that is repeated with its key shows once', async () => {
    const { discord, platform, place } = await started();
    const first = await platform.post(place, card, 'key');
    expect(await platform.post(place, card, 'key')).toEqual(first);
    await platform.post(place, card, 'another key');
    expect(discord.messages()).toHaveLength(2);
  });

  it('with the same key in two channels shows in both', async () => {
    const { discord, platform, place } = await started();
    await platform.post(place, card, 'key');
    await platform.post(placeOf('discord', discord.guild, '900000000000000009'), card, 'key');
    expect(discord.messages('900000000000000009')).toHaveLength(1);
  });

  it('whose answer was lost may stand there, is not sent again by itself, and a repeat finds it', async () => {
    const { discord, platform, place } = await started();
    discord.failNext('posts', { how: 'lost' });
    expect(await platform.post(place, card, 'key')).toEqual({ status: 'failed', sent: 'maybe' });
    expect(discord.calls.filter(({ path }) => path.startsWith('/channels/'))).toHaveLength(1);
    expect(await platform.post(place, card, 'key')).toMatchObject({ status: 'posted' });
    expect(discord.messages()).toHaveLength(1);
  });

  it('that Discord has no time for is not there, and may be tried after a while', async () => {
    const { discord, platform, place } = await started();
    discord.failNext('posts', { how: 'busy', retryAfterSeconds: 30 });
    const outcome = await platform.post(place, card, 'key');
    expect(outcome).toMatchObject({ status: 'failed', sent: 'no', retryAfterMs: expect.closeTo(30_000, -3) });
  });

  it('is not there where Discord cannot be reached', async () => {
    const { discord, place } = await started();
    const options = { ...bench().options, token: discord.token, apiUrl: 'http://127.0.0.1:9/api' };
    expect(await createDiscordPlatform(options).post(place, card, 'key')).toEqual({
      status: 'failed',
      sent: 'no',
    });
  });

  it.each([
    [10003, 'gone', 'no longer exists'],
    [10004, 'removed', 'Add it again'],
    [50001, 'forbidden', 'View Channel, Send Messages, Embed Links'],
    [50013, 'forbidden', 'Send Messages'],
    [50083, 'forbidden', 'archived'],
    [20009, 'forbidden', 'Safety Setup'],
    [200000, 'forbidden', 'AutoMod'],
    [240000, 'forbidden', 'whoever runs the bot'],
  ])('is refused for good with code %i, with what a person can do about it', async (code, why, fix) => {
    const { discord, platform, place } = await started();
    discord.refuse(place.channel, code);
    const refused = { status: 'refused', why, fix: expect.stringContaining(fix) };
    expect(await platform.post(place, card, 'key')).toMatchObject(refused);
  });

  it.each([40004, 40333])('is tried again after a while with code %i, which passes', async (code) => {
    const { discord, platform, place } = await started();
    discord.refuse(place.channel, code);
    const later = { status: 'failed', sent: 'no', retryAfterMs: 600_000 };
    expect(await platform.post(place, card, 'key')).toEqual(later);
  });

  it('in a server that took the bot out is told from one in a channel that is hidden from it', async () => {
    const { discord, platform, place } = await started();
    const sent = await platform.post(place, card, 'key');
    if (sent.status !== 'posted') throw new Error('not posted');
    discord.refuse(place.channel, 50001);
    expect(await platform.post(place, card, 'another')).toMatchObject({
      status: 'refused',
      why: 'forbidden',
    });
    discord.expel();
    const removed = { status: 'refused', why: 'removed', fix: expect.stringContaining('Add it again') };
    expect(await platform.post(place, card, 'another')).toEqual(removed);
    expect(await platform.edit(sent.message, card)).toEqual(removed);
  });

  it('wakes a thread that went to sleep, in which nothing can be edited before', async () => {
    const { discord, platform, place } = await started();
    const sent = await platform.post(place, card, 'key');
    if (sent.status !== 'posted') throw new Error('not posted');
    discord.archive(place.channel);
    expect(await platform.edit(sent.message, card)).toEqual({ status: 'failed', asleep: true });
    expect(await platform.post(place, card, 'below', sent.message)).toMatchObject({ status: 'posted' });
    expect(await platform.edit(sent.message, card)).toEqual({ status: 'edited' });
  });

  it('with a token that was reset is reported to the operator, and the bot is no longer connected', async () => {
    const { discord, platform, logger, place, losses } = await started();
    discord.failNext('posts', { how: 'unauthorized' });
    expect(await platform.post(place, card, 'key')).toMatchObject({ status: 'failed', sent: 'no' });
    expect(platform.connected()).toBe(false);
    expect(logger.lines.at(-1)).toMatchObject({
      level: 'error',
      event: 'discord-token-refused',
      fields: { status: 401 },
    });
    expect(losses.map(({ message }) => message)).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    expect(await platform.post(place, card, 'key')).toMatchObject({ status: 'failed', sent: 'no' });
  });
});

describe('an edit', () => {
  const edited = async (code?: number) => {
    const bot = await started();
    const outcome = await bot.platform.post(bot.place, card, 'key');
    if (outcome.status !== 'posted') throw new Error('not posted');
    if (code !== undefined) bot.discord.refuse(bot.place.channel, code);
    return { ...bot, message: outcome.message };
  };

  it('mentions nobody either', async () => {
    const { discord, platform, message } = await edited();
    await platform.edit(message, say('neutral', 'New'));
    expect(discord.messages()[0]).toMatchObject({
      text: 'New',
      edits: 1,
      sent: { allowed_mentions: { parse: [] } },
    });
  });

  it.each([
    [10008, { status: 'gone' }],
    [10003, { status: 'gone' }],
    [10004, { status: 'refused', why: 'removed' }],
    [50001, { status: 'refused', why: 'forbidden' }],
    [30046, { status: 'failed', retryAfterMs: 600_000 }],
  ])('that Discord answers with code %i is told as such', async (code, expected) => {
    const { platform, message } = await edited(code);
    expect(await platform.edit(message, card)).toMatchObject(expected);
  });
});
