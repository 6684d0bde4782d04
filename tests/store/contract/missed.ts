import { describe, expect, it } from 'vitest';
import type { Player } from '../../../src/core/ids.ts';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  cleo,
  elsewhere,
  MINUTE,
  NOON,
  startRound,
} from './samples.ts';

export function specifyMissed(current: Current): void {
  describe('what a place did not know', () => {
    const missed = async () =>
      (await current().lastOutcomes(channel))
        .flatMap(({ questionId, isMissed }) => (isMissed ? [questionId] : []))
        .toSorted();
    /** Asked at a time, with a message of its own, and shown with its result. */
    async function ask(
      questionId: string,
      at: number,
      answers: readonly (readonly [Player, boolean])[],
      given = {},
    ) {
      const id = `${questionId}-${at}`;
      await startRound(current(), id, { questionId, openedAt: at, ...given });
      for (const [player, right] of answers)
        await current().recordAnswer(answer({ round: id, player, right }));
      await current().attachMessage(id, { messageId: id, openedAt: at, closesAt: at + MINUTE });
      await current().closeRound(id, at + MINUTE);
      await current().markRevealed(id);
    }

    it('is each question that fewer than half of the answers knew, or none', async () => {
      await ask('known', NOON, [
        [ana, true],
        [ben, true],
      ]);
      await ask('half', NOON, [
        [ana, true],
        [ben, false],
      ]);
      await ask('a-third', NOON, [
        [ana, true],
        [ben, false],
        [cleo, false],
      ]);
      await ask('wrong', NOON, [[ana, false]]);
      await ask('silent', NOON, []);
      expect(await missed()).toEqual(['a-third', 'silent', 'wrong']);
    });

    it('goes by the last time that a question was asked', async () => {
      await ask('learnt', NOON, [[ana, false]]);
      await ask('learnt', NOON + 1, [[ana, true]]);
      await ask('forgotten', NOON + 1, [[ana, false]]);
      await ask('forgotten', NOON, [[ana, true]]);
      expect(await missed()).toEqual(['forgotten']);
    });

    it('is told with what it knew, in the order in which each was last asked', async () => {
      await ask('both-times', NOON, [[ana, false]]);
      await ask('once', NOON + 1, [[ana, true]]);
      await ask('both-times', NOON + 2, [[ana, false]]);
      expect(await current().lastOutcomes(channel)).toEqual([
        { questionId: 'once', isMissed: false },
        { questionId: 'both-times', isMissed: true },
      ]);
    });

    it('counts neither other places, nor private questions, nor what is open or was never seen', async () => {
      for (const [at, place] of elsewhere.entries()) await ask(`other-${at}`, NOON, [], { place });
      await ask('private', NOON, [], { isPrivate: true });
      await startRound(current(), 'open', { questionId: 'open' });
      await startRound(current(), 'unseen', { questionId: 'unseen' });
      await current().closeRound('unseen', NOON);
      await current().markRevealed('unseen');
      expect(await missed()).toEqual([]);
    });
  });
}
