import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import type { Proposal } from '../../../src/adapters/web/wire.ts';
import type { Card } from '../../../src/core/card.ts';
import { say } from '../../../src/core/card.ts';
import { encodeToken } from '../../../src/core/token.ts';
import { listen } from './listener.ts';
import { createScriptedBot, factCard, questionCard } from './scripted-bot.ts';
import { send } from './send.ts';
import { type MemoryTranscript, memoryTranscript, type ServedPage, servePage } from './serve.ts';

let served: ServedPage;
let transcript: MemoryTranscript;
let bot: ReturnType<typeof createScriptedBot>;

beforeEach(async () => {
  transcript = memoryTranscript();
  served = await servePage({ transcript });
  bot = createScriptedBot();
  await served.platform.start(bot);
});
afterEach(() => served.close());

const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  send(`${served.address}${path}`, body, headers);

async function posted(card: Card = factCard('')) {
  const outcome = await served.platform.post(CHANNEL, card, 'key');
  if (outcome.status !== 'posted') throw new Error('not posted');
  return outcome.message.id;
}

describe('what the page’s server does', () => {
  it('allows nothing inline and nothing from other servers', async () => {
    const page = await fetch(served.address);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:)/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('reads named options as a form would send them, and anything else as words', async () => {
    const ada = await listen(served.address, 'ada');
    for (const text of [
      '/fact about: Ivanka Trump',
      '/quiz 3 private',
      '/quiz questions: 3 private: yes',
      '/daily now',
    ])
      expect(await post('/api/command', { player: 'ada', text })).toMatchObject({ status: 202 });
    await ada.until(({ messages }) => messages.length === 4);
    expect(bot.asked).toMatchObject([
      { command: 'fact', input: { named: { about: 'Ivanka Trump' } } },
      { command: 'quiz', input: { words: '3 private' } },
      { command: 'quiz', input: { named: { questions: 3, private: true } } },
      { command: 'daily', input: { words: 'now' } },
    ]);
    ada.close();
  });

  it('lets only the moderator manage', async () => {
    await post('/api/command', { player: 'ada', text: '/help' });
    await post('/api/command', { player: 'bo', text: '/help' });
    expect(await Promise.all(bot.asked.map(({ origin }) => origin.manages()))).toEqual([true, false]);
  });

  it('turns a person’s own whisper into the result when its button is pressed', async () => {
    const [ada, bo] = [await listen(served.address, 'ada'), await listen(served.address, 'bo')];
    await post('/api/command', { player: 'ada', text: '/quiz private' });
    await ada.until(({ messages }) => messages.length === 1);
    const message = ada.messages[0]?.id;
    await post('/api/press', {
      player: 'ada',
      message,
      token: encodeToken({ do: 'pick', round: 'round-1', option: 2 }),
    });
    await ada.until(({ messages }) => messages[0]?.text.includes('right answer') === true);
    expect(ada.messages).toHaveLength(1);
    expect(bo.messages).toEqual([]);
    ada.close();
    bo.close();
  });

  it('names the button that closes the newest open round, and no button once it is revealed', async () => {
    const ada = await listen(served.address, 'ada');
    const message = await posted(questionCard(0));
    await ada.until(({ messages }) => messages.length === 1);
    const token = ada.messages[0]?.closes;
    expect(token).toBe(encodeToken({ do: 'reveal', round: 'round-1' }));
    expect(await post('/api/press', { player: 'ada', message, token })).toMatchObject({ status: 202 });
    await ada.until(({ messages }) => messages[0]?.closes === undefined);
    ada.close();
  });

  it('posts a message once where its key comes twice', async () => {
    expect(await posted()).toBe(await posted());
    expect(transcript.entries).toHaveLength(1);
  });

  it('forgets whispers beyond the last twenty', async () => {
    for (let at = 0; at < 25; at += 1) await post('/api/command', { player: 'ada', text: '/help' });
    const ada = await listen(served.address, 'ada');
    expect(ada.messages).toHaveLength(20);
    ada.close();
  });

  it('tells the asker in words when the answer cannot be kept', async () => {
    const ada = await listen(served.address, 'ada');
    transcript.breakNext = true;
    expect(await post('/api/command', { player: 'ada', text: '/fact' })).toMatchObject({ status: 202 });
    await ada.until(({ problems }) => problems.length === 1);
    expect(ada.problems[0]).toMatch(/Please try again/);
    expect(served.log.lines.map(({ event }) => event)).toContain('web-reply-failed');
    ada.close();
  });

  it('shows what it can of a transcript of another release', async () => {
    const good = JSON.stringify(say('neutral', 'still here'));
    for (const [at, card] of ['{"kind":"hologram"}', 'not json', good].entries())
      await transcript.saveTranscript({ message: { place: CHANNEL, id: `old-${at}` }, card, at });
    const ada = await listen(served.address, 'ada');
    expect(ada.messages.map(({ text }) => text)).toEqual(['still here']);
    ada.close();
  });
});

describe('what is proposed while someone types', () => {
  const proposals = async (text: string) => {
    const response = await fetch(`${served.address}/api/suggest?${new URLSearchParams({ text })}`);
    return ((await response.json()) as readonly Proposal[]).map(({ line }) => line);
  };

  it.each([
    ['/', ['/fact ', '/quiz ', '/daily ', '/help ']],
    ['/qu', ['/quiz ']],
    ['/daily ', ['/daily now ', '/daily status ']],
    ['/quiz ', ['/quiz questions: ', '/quiz private: ']],
    ['/quiz private: ', ['/quiz private: yes', '/quiz private: no']],
    ['/fact iva', ['/fact about: Ivanka Trump', '/fact about: Ivana Trump']],
    ['/fact about: iva', ['/fact about: Ivanka Trump', '/fact about: Ivana Trump']],
    ['/fact about: nobody', []],
    [`/fact about: ${'x'.repeat(1000)}`, []],
  ])('after %j', async (typed, expected) => {
    expect(await proposals(typed)).toEqual(expected);
  });
});
