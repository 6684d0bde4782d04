/** What a person gets to see where Discord fails while the bot answers. */
import { describe, expect, it } from 'vitest';
import { plainCard, say } from '../../../src/core/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { toAsker, toEveryone } from '../../../src/core/request.ts';
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

  it('is given up after the second time, and the operator is told', async () => {
    const { discord, clock, events } = await startBot({ reply: () => toEveryone(card) });
    discord.failNext('answers', { how: 'broken' });
    discord.failNext('answers', { how: 'broken' });
    await discord.command({ user: '11', name: 'fact' });
    await expect.poll(events).toContain('discord-reply-repeated');
    await clock.advance(1_000);
    await expect.poll(events).toContain('discord-reply-failed');
    expect(discord.messages()).toEqual([]);
  });
});
