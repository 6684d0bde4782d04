/** A platform may deliver one request several times: what it asks for is done once, and answered once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeToken, type Token } from '../../src/core/requests/token.ts';
import { createWorld, originOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const pressTwice = (token: Token) => {
  const press = { kind: 'press', token: encodeToken(token) } as const;
  return Promise.all(
    [1, 2].map(() => world.bot.handle({ ...press, origin: originOf({ requestId: 'the-same' }) })),
  );
};

describe('a request that is delivered twice', () => {
  it.each(['/fact', '/quiz', '/quiz private', '/leaderboard', '/help', '/fact quantum chromodynamics'])(
    '%s is answered once',
    async (line) => {
      const requestId = 'the-same';
      const both = await Promise.all([1, 2].map(() => world.deliver(line, { requestId })));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await world.deliver(line, { requestId })).toBeUndefined();
    },
  );

  it('makes one quiz, though two processes get it at the same instant, and a third one later', async () => {
    const other = await createWorld({ store: world.store, platform: world.platform, clock: world.clock });
    const requestId = 'the-same';
    const both = await Promise.all([world, other].map(({ deliver }) => deliver('/quiz', { requestId })));
    expect(both.filter(Boolean)).toHaveLength(1);
    await world.clock.advance(46_000);
    expect(await (await world.restart()).deliver('/quiz', { requestId })).toBeUndefined();
    expect(world.platform.shown).toHaveLength(1);
  });

  it('tells one more fact and asks one private question', async () => {
    const claim = [...world.library.questions.values()][0]?.right.claims[0] ?? '';
    expect((await pressTwice({ do: 'ask', claim })).filter(Boolean)).toHaveLength(1);
    const about = { do: 'fact', about: '' } as const;
    const press = {
      kind: 'press',
      token: encodeToken(about),
      origin: originOf({ requestId: 'fact' }),
    } as const;
    expect(await world.bot.handle(press)).toMatchObject({ to: 'everyone' });
    expect(await world.bot.handle(press)).toBeUndefined();
  });

  it('still answers an answer and a reveal, which change nothing the second time', async () => {
    await world.type('/quiz');
    const card = world.platform.shown[0]?.card;
    const tokens = card ? tokensOf(card) : [];
    for (const verb of ['answer', 'reveal']) {
      const token = tokens.find((candidate) => candidate.do === verb);
      if (!token) throw new Error(`no button ${verb}`);
      expect((await pressTwice(token)).filter(Boolean)).toHaveLength(2);
    }
    expect(world.platform.shown).toHaveLength(1);
  });

  it('is forgotten some time after an hour', async () => {
    expect(await world.deliver('/help', { requestId: 'the-same' })).toBeDefined();
    expect(await world.store.takeRequest(originOf({}).place.platform, 'the-same', 0)).toBe(false);
    await world.everyMinute(125);
    expect(await world.store.takeRequest(originOf({}).place.platform, 'the-same', 0)).toBe(true);
  });
});
