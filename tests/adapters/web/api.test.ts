import { describe, expect, it } from 'vitest';
import { encodeToken } from '../../../src/core/requests/token.ts';
import { houseForEachTest } from './house.ts';
import { listen } from './listener.ts';
import { factCard } from './scripted-bot.ts';
import { JSON_TYPE } from './send.ts';

const house = houseForEachTest();

const more = encodeToken({ do: 'fact', about: 'moon' });

describe('what the page’s server does not take', () => {
  it.each([
    ['text of a thousand characters', { player: 'ada', text: `/fact ${'x'.repeat(1000)}` }],
    ['a field too many', { player: 'ada', text: '/fact', admin: true }],
    ['a number where text belongs', { player: 'ada', text: 7 }],
    ['no player', { text: '/fact' }],
    ['something that is not JSON', '{"player":"ada","text":'],
    ['an array', []],
  ])('%s', async (_, body) => {
    const { status, error } = await house.send('/api/command', body);
    expect(status).toBe(400);
    expect(error).toMatch(/Reload the page/);
    expect(house.bot.asked).toEqual([]);
  });

  it('a body larger than any command', async () => {
    expect(await house.send('/api/command', { player: 'ada', text: 'x'.repeat(100_000) })).toMatchObject({
      status: 413,
    });
  });

  it('a form in place of JSON, as another site could send', async () => {
    const { status } = await house.send('/api/command', '{"player":"ada","text":"/fact"}', {
      'content-type': 'text/plain',
    });
    expect(status).toBe(400);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('a request from another site: %o', async (headers) => {
    const { status, error } = await house.send(
      '/api/command',
      { player: 'ada', text: '/fact' },
      { ...JSON_TYPE, ...headers },
    );
    expect(status).toBe(403);
    expect(error).toMatch(/other sites/);
    expect(house.bot.asked).toEqual([]);
  });

  it('a player whom nobody knows, in commands, presses and streams', async () => {
    const message = await house.post(factCard(''));
    for (const [path, body] of [
      ['/api/command', { player: 'mallory', text: '/fact' }],
      ['/api/press', { player: 'mallory', message, token: more }],
    ] as const) {
      expect(await house.send(path, body)).toMatchObject({
        status: 404,
        error: expect.stringMatching(/Nobody here/),
      });
    }
    expect((await fetch(`${house.served.address}/api/events?player=mallory`)).status).toBe(404);
  });

  it('a command that does not exist, and says which do', async () => {
    expect(await house.send('/api/command', { player: 'ada', text: '/frobnicate' })).toEqual({
      status: 422,
      error: 'There is no command /frobnicate. Type /help for those there are.',
    });
  });

  it('words without a command', async () => {
    const { status, error } = await house.send('/api/command', { player: 'ada', text: 'tell me something' });
    expect(status).toBe(422);
    expect(error).toMatch(/starts with a slash/);
  });

  it('a button that the message does not have', async () => {
    const message = await house.post(factCard(''));
    const token = encodeToken({ do: 'reveal', round: 'round-of-somebody-else' });
    expect(await house.send('/api/press', { player: 'ada', message, token })).toMatchObject({ status: 409 });
    expect(
      await house.send('/api/press', { player: 'ada', message, token: 'r1["drop","tables"]' }),
    ).toMatchObject({
      status: 409,
    });
    expect(house.bot.asked).toEqual([]);
  });

  it('a button of a message that is gone, or of another person’s whisper', async () => {
    const ada = await listen(house.served.address, 'ada');
    await house.send('/api/command', { player: 'ada', text: '/quiz private' });
    await ada.until(({ messages }) => messages.length === 1);
    const whisper = ada.messages[0]?.id;
    const token = encodeToken({ do: 'pick', round: 'round-1', option: 0 });
    expect(await house.send('/api/press', { player: 'bo', message: whisper, token })).toMatchObject({
      status: 409,
    });
    expect(await house.send('/api/press', { player: 'ada', message: 'reply-none', token })).toMatchObject({
      status: 409,
    });
    ada.close();
  });

  it('anything while the bot is stopping', async () => {
    await house.served.platform.stop();
    const { status, error } = await house.send('/api/command', { player: 'ada', text: '/fact' });
    expect(status).toBe(503);
    expect(error).toMatch(/Try again in a moment/);
  });
});
