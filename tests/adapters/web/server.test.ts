import { describe, expect, it } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import type { Proposal } from '../../../src/adapters/web/wire.ts';
import { say } from '../../../src/core/cards/card.ts';
import { encodeToken } from '../../../src/core/requests/token.ts';
import { houseForEachTest } from './house.ts';
import { listen } from './listener.ts';
import { factCard, questionCard } from './scripted-bot.ts';

const house = houseForEachTest();

describe('what the page’s server does', () => {
  it('allows nothing inline and nothing from other servers', async () => {
    const page = await fetch(house.served.address);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:)/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('hands on what was typed as words, in which the core finds the options', async () => {
    const ada = await listen(house.served.address, 'ada');
    for (const text of [
      '/fact about: Ivanka Trump',
      '/quiz 3 private',
      '/quiz questions: 3 private: yes',
      '/daily now',
      '/FACT kim',
    ])
      expect(await house.send('/api/command', { player: 'ada', text })).toMatchObject({ status: 202 });
    await ada.until(({ messages }) => messages.length === 5);
    expect(house.bot.asked).toMatchObject([
      { command: 'fact', input: { words: 'about: Ivanka Trump' } },
      { command: 'quiz', input: { words: '3 private' } },
      { command: 'quiz', input: { words: 'questions: 3 private: yes' } },
      { command: 'daily', input: { words: 'now' } },
      { command: 'fact', input: { words: 'kim' } },
    ]);
    ada.close();
  });

  it('lets only the moderator manage', async () => {
    await house.send('/api/command', { player: 'ada', text: '/help' });
    await house.send('/api/command', { player: 'bo', text: '/help' });
    expect(await Promise.all(house.bot.asked.map(({ origin }) => origin.manages()))).toMatchObject([
      { ok: true },
      { ok: false },
    ]);
  });

  it('turns a person’s own whisper into the result when its button is pressed', async () => {
    const [ada, bo] = [await listen(house.served.address, 'ada'), await listen(house.served.address, 'bo')];
    await house.send('/api/command', { player: 'ada', text: '/quiz private' });
    await ada.until(({ messages }) => messages.length === 1);
    const message = ada.messages[0]?.id;
    await house.send('/api/press', {
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

  it('shows who pressed a button whose answer everyone sees, and what it stands for', async () => {
    const bo = await listen(house.served.address, 'bo');
    const message = await house.post(factCard(''));
    const token = encodeToken({ do: 'fact', about: 'moon' });
    await house.send('/api/press', { player: 'ada', message, token });
    await bo.until(({ messages }) => messages.length === 2);
    expect(bo.messages[1]?.asked).toMatchObject({ person: 'ada', line: '/fact moon' });
    bo.close();
  });

  it('names the button that closes the newest open round, and no button once it is revealed', async () => {
    const ada = await listen(house.served.address, 'ada');
    const message = await house.post(questionCard(0));
    await ada.until(({ messages }) => messages.length === 1);
    const token = ada.messages[0]?.closes;
    expect(token).toBe(encodeToken({ do: 'reveal', round: 'round-1' }));
    expect(await house.send('/api/press', { player: 'ada', message, token })).toMatchObject({ status: 202 });
    await ada.until(({ messages }) => messages[0]?.closes === undefined);
    ada.close();
  });

  it('tells the core that people type words here, so that help shows the options', () => {
    expect(house.served.platform.capabilities.namedOptions).toBe(false);
  });

  it('posts a message once where its key comes twice', async () => {
    expect(await house.post(factCard(''))).toBe(await house.post(factCard('')));
    expect(house.transcript.entries).toHaveLength(1);
  });

  it('forgets whispers beyond the last twenty', async () => {
    for (let at = 0; at < 25; at += 1) await house.send('/api/command', { player: 'ada', text: '/help' });
    const ada = await listen(house.served.address, 'ada');
    expect(ada.messages).toHaveLength(20);
    ada.close();
  });

  it('tells the asker in words when the answer cannot be kept', async () => {
    const ada = await listen(house.served.address, 'ada');
    house.transcript.breakNext = true;
    expect(await house.send('/api/command', { player: 'ada', text: '/fact' })).toMatchObject({ status: 202 });
    await ada.until(({ problems }) => problems.length === 1);
    expect(ada.problems[0]).toMatch(/Please try again/);
    expect(house.served.log.lines.map(({ event }) => event)).toContain('web-reply-failed');
    ada.close();
  });

  it('shows what it can of a transcript of another release', async () => {
    const good = JSON.stringify(say('neutral', 'still here'));
    for (const [at, card] of ['{"kind":"hologram"}', 'not json', good].entries())
      await house.transcript.saveTranscript({ message: { place: CHANNEL, id: `old-${at}` }, card, at });
    const ada = await listen(house.served.address, 'ada');
    expect(ada.messages.map(({ text }) => text)).toEqual(['still here']);
    ada.close();
  });
});

describe('what is proposed while someone types', () => {
  const proposals = async (text: string) => {
    const response = await fetch(`${house.served.address}/api/suggest?${new URLSearchParams({ text })}`);
    return ((await response.json()) as readonly Proposal[]).map(({ line }) => line);
  };

  it.each([
    ['/', ['/fact ', '/quiz ', '/daily ', '/help ']],
    ['/qu', ['/quiz ']],
    ['/daily ', ['/daily now ', '/daily set ', '/daily status ']],
    ['/quiz ', ['/quiz questions: ', '/quiz private: ']],
    ['/quiz private: ', ['/quiz private: yes', '/quiz private: no']],
    ['/fact iva', ['/fact about: Ivanka Trump', '/fact about: Ivana Trump']],
    ['/fact about: iva', ['/fact about: Ivanka Trump', '/fact about: Ivana Trump']],
    ['/FACT iva', ['/fact about: Ivanka Trump', '/fact about: Ivana Trump']],
    ['/Fact About: ivana', ['/fact about: Ivana Trump']],
    ['/quiz questions: ', [1, 3, 5, 10].map((number) => `/quiz questions: ${number}`)],
    ['/quiz questions: 1', ['/quiz questions: 10']],
    ['/quiz questions: 3 ', ['/quiz questions: 3 private: ']],
    ['/daily set 09:00 ', ['time', 'zone', 'reveal'].map((name) => `/daily set 09:00 ${name}: `)],
    ['/daily set 09:00 zo', ['/daily set 09:00 zone: ']],
    ['/daily set 09:00 zone: ber', ['/daily set 09:00 zone: Berlin', '/daily set 09:00 zone: Bermuda']],
    ['/daily set time: 9 zone: lima re', ['/daily set time: 9 zone: lima reveal: ']],
    ['/fact about: nobody', []],
    [`/fact about: ${'x'.repeat(1000)}`, []],
  ])('after %j', async (typed, expected) => {
    expect(await proposals(typed)).toEqual(expected);
  });
});
