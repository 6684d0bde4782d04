/** What a person gets to see where Discord fails while the bot answers. */
import { describe, expect, it } from 'vitest';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { toAsker, toEveryone } from '../../../src/core/requests/request.ts';
import { startBot } from './setup.ts';

const card = say('neutral', 'The answer');
const choices = [{ label: 'Next', token: { do: 'next', quiz: 'q-1' }, style: 'primary' }] as const;
const question = plainCard('neutral', { type: 'text', text: ['Which?'] }, { type: 'choices', choices });

describe('an answer that Discord fails once to take', () => {
  it.each([
    ['as it was promised', toEveryone(card)],
    ['elsewhere than promised', toAsker(card)],
  ])('arrives after a second, %s', async (_, reply) => {
    const { discord, clock, events } = await startBot({ reply: () => reply });
    discord.failNext('answers', { how: 'broken' });
    await discord.command({ user: '11', name: 'fact' });
    await expect.poll(events).toContain('discord-reply-repeated');
    await clock.advance(1_000);
    await discord.answered();
    const shown = [...discord.messages(), ...discord.whispers('11')];
    expect(shown.map(({ text }) => text)).toEqual(['The answer']);
  });

  it('arrives after a second where it follows the press of a button', async () => {
    const { discord, platform, clock, events } = await startBot({
      acknowledgement: 'in-place',
      reply: () => toAsker(card),
    });
    await platform.post(placeOf('discord', discord.guild, discord.channel), question, 'key');
    const [message] = discord.messages();
    discord.failNext('answers', { how: 'broken' });
    await discord.press({ user: '11', message: message?.id ?? '', button: 'Next' });
    await expect.poll(events).toContain('discord-reply-repeated');
    await clock.advance(1_000);
    await expect.poll(() => discord.whispers('11').map(({ text }) => text)).toEqual(['The answer']);
  });

  const broken = async (times: number) => {
    const bot = await startBot({ reply: () => toEveryone(card) });
    for (let call = 0; call < times; call += 1) bot.discord.failNext('answers', { how: 'broken' });
    await bot.discord.command({ user: '11', name: 'fact' });
    const repeats = () => bot.events().filter((event) => event === 'discord-reply-repeated').length;
    const pass = async (until: () => boolean, ms = 60_000) => {
      for (let turn = 0; turn < 30 && !until(); turn += 1) {
        const seen = repeats();
        await bot.clock.advance(ms);
        await expect.poll(() => repeats() > seen || until()).toBe(true);
      }
    };
    await expect.poll(repeats).toBe(1);
    return { ...bot, repeats, pass };
  };

  it('arrives as soon as Discord is back, as long as its token lives', async () => {
    const { discord, pass } = await broken(8);
    await pass(() => discord.messages().length > 0);
    expect(discord.messages().map(({ text }) => text)).toEqual(['The answer']);
  });

  it('is given up after fifteen minutes, when Discord would no longer take it, and the operator is told', async () => {
    const { discord, pass, events, repeats } = await broken(60);
    await pass(() => events().includes('discord-reply-failed'));
    expect(events()).toContain('discord-reply-failed');
    expect(repeats()).toBeLessThan(25);
    expect(discord.messages()).toEqual([]);
  });

  it('is tried once more and no longer when the bot stops', async () => {
    const { discord, platform, events, repeats } = await broken(60);
    await platform.stop();
    expect(events()).toContain('discord-reply-failed');
    expect(repeats()).toBe(1);
    expect(discord.messages()).toEqual([]);
  });
});

describe('an answer beside what was promised, which Discord takes without confirming it', () => {
  it('shows three times at the most', async () => {
    const { discord, clock, events } = await startBot({ reply: () => toAsker(card) });
    // The first call takes back what was promised.
    discord.failNext('answers', { how: 'late', lateMs: 0 });
    for (let call = 0; call < 30; call += 1) discord.failNext('answers', { how: 'lost' });
    await discord.command({ user: '11', name: 'fact' });
    for (let turn = 0; turn < 30 && !events().includes('discord-reply-failed'); turn += 1) {
      await new Promise((done) => setImmediate(done));
      await clock.advance(60_000);
    }
    await expect.poll(events).toContain('discord-reply-failed');
    expect(discord.whispers('11')).toHaveLength(3);
  });
});
