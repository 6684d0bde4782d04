/**
 * The specification of the Platform port. Every adapter's test calls `platformContract` with a harness that
 * drives the real SDK against an in-process server.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainCard, say } from '../../src/core/cards/card.ts';
import type { MessageRef } from '../../src/core/ids.ts';
import { type Bot, type Reply, type Request, toAsker, toEveryone } from '../../src/core/requests/request.ts';
import { encodeToken } from '../../src/core/requests/token.ts';
import type { PlatformHarness, Skips } from './platform-harness.ts';
import { describeFind, describePrivateAndUnder } from './platform-unasked.ts';

export type { PlatformHarness, Skips } from './platform-harness.ts';

const card = say('neutral', 'Hello from the bot');
const token = encodeToken({ do: 'fact', about: 'a theme' });

function recordingBot(answer: (request: Request) => Promise<Reply> | Reply) {
  const requests: Request[] = [];
  const bot: Bot = {
    acknowledgement: (request) => (request.kind === 'press' ? 'to-asker' : 'to-everyone'),
    handle: async (request) => {
      requests.push(request);
      return answer(request);
    },
    suggest: async () => [],
    placeMoved: async () => {},
    removed: async () => {},
  };
  return { bot, requests };
}

export function platformContract(name: string, setup: () => Promise<PlatformHarness>, skips: Skips = {}) {
  describe(`${name} as a platform`, () => {
    let harness: PlatformHarness;
    beforeEach(async () => {
      harness = await setup();
    });
    afterEach(() => harness.close());

    const start = async (answer: (request: Request) => Promise<Reply> | Reply = () => toEveryone(card)) => {
      const recorded = recordingBot(answer);
      await harness.platform.start(recorded.bot);
      return recorded;
    };
    const post = async (): Promise<MessageRef> => {
      const outcome = await harness.platform.post(harness.place, card, 'key');
      if (outcome.status !== 'posted') throw new Error(`not posted: ${JSON.stringify(outcome)}`);
      return outcome.message;
    };

    it('is connected once started and not after it has stopped', async () => {
      expect(harness.platform.connected()).toBe(false);
      await start();
      expect(harness.platform.connected()).toBe(true);
      await harness.platform.stop();
      expect(harness.platform.connected()).toBe(false);
    });

    it('says that points of a channel count for its whole workspace', () => {
      expect(harness.platform.countsEverywhere(harness.place)).toBe(true);
    });

    it('says who it is there, before it is started too, and the same each time', async () => {
      const before = await harness.platform.identity();
      expect(before).toMatch(/\w/);
      await start();
      expect(await harness.platform.identity()).toBe(before);
    });

    it('posts a card for everyone and names the message', async () => {
      await start();
      const message = await post();
      expect(message.place).toEqual(harness.place);
      expect(harness.messages(harness.place)).toHaveLength(1);
      expect(harness.messages(harness.place)[0]).toContain('Hello from the bot');
    });

    it('replaces a message of its own', async () => {
      await start();
      const outcome = await harness.platform.edit(await post(), say('neutral', 'Another text'));
      expect(outcome).toEqual({ status: 'edited' });
      expect(harness.messages(harness.place)).toHaveLength(1);
      expect(harness.messages(harness.place)[0]).toContain('Another text');
    });

    it.skipIf(skips.forbidden)(
      skips.forbidden ?? 'is refused where it may not post, and says what to do',
      async () => {
        await start();
        const outcome = await harness.platform.post(harness.forbidden, card, 'key');
        expect(outcome).toMatchObject({
          status: 'refused',
          why: 'forbidden',
          fix: expect.stringMatching(/\w+/),
        });
      },
    );

    it.skipIf(skips.gone)(skips.gone ?? 'is refused for good where the channel is gone', async () => {
      await start();
      const outcome = await harness.platform.post(harness.gone, card, 'key');
      expect(outcome).toMatchObject({ status: 'refused', why: 'gone' });
    });

    describePrivateAndUnder(() => harness, post, start);
    describeFind(() => harness, start, skips);

    it('says that a message is gone when it is asked to edit a deleted one', async () => {
      await start();
      const message = await post();
      harness.remove(message);
      expect(await harness.platform.edit(message, card)).toEqual({ status: 'gone' });
    });

    it.skipIf(skips.broken)(
      skips.broken ?? 'reports a broken server as a failure that may pass',
      async () => {
        await start();
        harness.breakNext('server-error');
        expect(await harness.platform.post(harness.place, card, 'key')).toMatchObject({ status: 'failed' });
        expect(await harness.platform.post(harness.place, card, 'key-2')).toMatchObject({ status: 'posted' });
      },
    );

    it('hands a typed command to the bot and shows its reply to everyone', async () => {
      const { requests } = await start();
      await harness.command({ place: harness.place, user: 'U1', command: 'fact', words: 'a theme' });
      await harness.answered();
      expect(requests).toMatchObject([
        { kind: 'command', command: 'fact', origin: { place: harness.place } },
      ]);
      expect(requests[0]?.origin.player.user).toBe('U1');
      expect(harness.messages(harness.place).join()).toContain('Hello from the bot');
    });

    it('shows a private reply to the asker alone', async () => {
      await start(() => toAsker(card));
      await harness.command({ place: harness.place, user: 'U1', command: 'fact', words: '' });
      await harness.answered();
      expect(harness.messages(harness.place)).toEqual([]);
      expect(harness.whispers('U1').join()).toContain('Hello from the bot');
      expect(harness.whispers('U2')).toEqual([]);
    });

    it('says nothing where what was asked for stands there already', async () => {
      await start(() => ({ type: 'done' }));
      await harness.command({ place: harness.place, user: 'U1', command: 'fact', words: '' });
      await harness.platform.stop();
      expect(harness.messages(harness.place)).toEqual([]);
      expect(harness.whispers('U1')).toEqual([]);
    });

    it('hands the token of a pressed button to the bot and leaves the message as it stands', async () => {
      const { requests } = await start(() => toAsker(say('neutral', 'Noted')));
      const choices = [{ label: 'More', token: { do: 'fact', about: 'a theme' }, style: 'plain' }] as const;
      const outcome = await harness.platform.post(
        harness.place,
        plainCard('neutral', { type: 'text', text: ['Press here'] }, { type: 'choices', choices }),
        'key',
      );
      if (outcome.status !== 'posted') throw new Error('not posted');
      await harness.press({ message: outcome.message, user: 'U2', token });
      await harness.answered();
      expect(requests).toMatchObject([{ kind: 'press', token }]);
      expect(harness.messages(harness.place).join()).toContain('Press here');
      expect(harness.whispers('U2').join()).toContain('Noted');
    });

    it('acknowledges before the bot has an answer', async () => {
      const gate = Promise.withResolvers<Reply>();
      await start(() => gate.promise);
      await harness.command({ place: harness.place, user: 'U1', command: 'fact', words: '' });
      gate.resolve(toEveryone(card));
      await harness.answered();
      expect(harness.messages(harness.place).join()).toContain('Hello from the bot');
    });

    it('lets a request in flight end before it stops', async () => {
      const gate = Promise.withResolvers<Reply>();
      await start(() => gate.promise);
      await harness.command({ place: harness.place, user: 'U1', command: 'fact', words: '' });
      const stopped = harness.platform.stop();
      gate.resolve(toEveryone(card));
      await stopped;
      expect(harness.messages(harness.place).join()).toContain('Hello from the bot');
    });
  });
}
