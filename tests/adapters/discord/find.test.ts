/** How a post whose outcome is unknown is looked for, with the real discord.js. */
import { describe, expect, it } from 'vitest';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { toEveryone } from '../../../src/core/requests/request.ts';
import { type BotScript, connect, startBot } from './setup.ts';

const HOUR = 3_600_000;
const question = (round: string) => {
  const choices = [{ label: 'A', token: { do: 'answer', round, option: 0 }, style: 'plain' }] as const;
  return plainCard('question', { type: 'text', text: ['Which one?'] }, { type: 'choices', choices });
};
const notice = say('neutral', 'The answer is B. It was told by 3 of 4.');

async function looking(script?: BotScript) {
  const bot = await (script ? startBot(script) : connect());
  const place = placeOf('discord', bot.discord.guild, bot.discord.channel);
  const find = (card = question('r-1'), since = Date.now()) =>
    bot.platform.find(place, { card, key: 'key', since });
  const lists = () =>
    bot.discord.calls.filter(({ path, method }) => method === 'GET' && /messages$/.test(path));
  return { ...bot, place, find, lists };
}

describe('an empty list', () => {
  it('proves nothing where the bot may not read the history and somebody wrote since', async () => {
    const { discord, find, place } = await looking();
    discord.setHistory(place.channel, 'hidden');
    discord.say(place.channel);
    expect(await find()).toEqual({ status: 'impossible' });
  });

  it('is believed where the last message of the channel is older than the post, whatever may be read', async () => {
    const { discord, find, place } = await looking();
    discord.setHistory(place.channel, 'hidden');
    expect(await find()).toEqual({ status: 'absent' });
  });

  it('is believed where nobody ever wrote in the channel', async () => {
    const { discord, find, place } = await looking();
    discord.setHistory(place.channel, 'empty');
    expect(await find()).toEqual({ status: 'absent' });
  });

  it('is believed where older messages can be read', async () => {
    const { discord, platform, find, place } = await looking();
    const outcome = await platform.post(place, question('r-1'), 'key');
    if (outcome.status === 'posted') discord.remove(outcome.message.id);
    expect(await find()).toEqual({ status: 'absent' });
  });
});

describe('a busy channel', () => {
  const busy = async (messages: number) => {
    const bench = await looking();
    for (let written = 0; written < messages; written += 1) bench.discord.say(bench.place.channel);
    await bench.platform.post(bench.place, question('r-1'), 'key');
    return bench;
  };

  it('is read on until the message is found', async () => {
    const { find, lists } = await busy(150);
    expect(await find()).toMatchObject({ status: 'found' });
    expect(lists()).toHaveLength(2);
  });

  it('is given up, and nothing said about the message, where it is too busy', async () => {
    const { find, lists } = await busy(300);
    expect(await find()).toEqual({ status: 'impossible' });
    expect(lists()).toHaveLength(3);
  });
});

describe('a message is known again', () => {
  it('by its buttons, also once people have pressed them and its text has changed', async () => {
    const { platform, place, find } = await looking();
    const outcome = await platform.post(place, question('r-1'), 'key');
    const { blocks } = question('r-1');
    const counted = plainCard('question', ...blocks, { type: 'note', text: ['3 have answered'] });
    if (outcome.status === 'posted') await platform.edit(outcome.message, counted);
    expect(await find()).toMatchObject({ status: 'found' });
  });

  it('by its words where it has no buttons', async () => {
    const { platform, place, find } = await looking();
    await platform.post(place, notice, 'key');
    expect(await find(notice)).toMatchObject({ status: 'found' });
    expect(await find(say('neutral', 'The answer is B. It was told by 2 of 4.'))).toEqual({
      status: 'absent',
    });
  });

  it('by its nonce, where Discord tells it, even when nothing of it is left as it was', async () => {
    const { discord, platform, place, find } = await looking();
    const outcome = await platform.post(place, question('r-1'), 'key');
    if (outcome.status === 'posted') await platform.edit(outcome.message, say('right', 'It was B'));
    expect(await find()).toEqual({ status: 'absent' });
    discord.listNonces(true);
    expect(await find()).toMatchObject({ status: 'found' });
  });

  it('only since its post was begun: an older one with the same words is another', async () => {
    const { platform, place, find } = await looking();
    await platform.post(place, notice, 'key');
    expect(await find(notice, Date.now() + HOUR)).toEqual({ status: 'absent' });
  });

  it('as its own: another bot that copies it does not count', async () => {
    const { discord, platform, place, find } = await looking();
    await platform.post(place, question('r-1'), 'key');
    const [copied] = discord.messages();
    if (!copied) throw new Error('not posted');
    discord.remove(copied);
    discord.say(place.channel, '99', copied);
    expect(await find()).toEqual({ status: 'absent' });
  });

  it('by its nonce before its words: the same words with another nonce are another message', async () => {
    const { discord, platform, place, find } = await looking();
    discord.listNonces(true);
    await platform.post(place, notice, 'another key');
    expect(await find(notice)).toEqual({ status: 'absent' });
  });

  it('and is not mistaken for the same card as an answer to a command', async () => {
    const { discord, find } = await looking({ reply: () => toEveryone(notice) });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(discord.messages()).toHaveLength(1);
    expect(await find(notice)).toEqual({ status: 'absent' });
  });
});

describe('a search', () => {
  it.each([
    [10003, 'absent'],
    [10004, 'impossible'],
    [50001, 'impossible'],
    [50013, 'impossible'],
  ])('that Discord answers with code %i ends with: %s', async (code, status) => {
    const { discord, find, place } = await looking();
    discord.refuse(place.channel, code);
    expect(await find()).toEqual({ status });
  });

  it.each([{ how: 'broken' }, { how: 'dropped' }, { how: 'cut' }] as const)(
    'that goes wrong ($how) is a failure that may pass, and is not repeated by itself',
    async (fault) => {
      const { discord, find, lists } = await looking();
      discord.failNext('lists', fault);
      expect(await find()).toEqual({ status: 'failed' });
      expect(lists()).toHaveLength(1);
    },
  );

  it('says how long Discord wants to be left alone', async () => {
    const { discord, find } = await looking();
    discord.failNext('lists', { how: 'busy', retryAfterSeconds: 30 });
    expect(await find()).toMatchObject({ status: 'failed', retryAfterMs: expect.closeTo(30_000, -3) });
  });
});
