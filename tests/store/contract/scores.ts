import { describe, expect, it } from 'vitest';
import type { Player } from '../../../src/core/ids.ts';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  cleo,
  EVER,
  elsewhere,
  MINUTE,
  NOON,
  otherTeam,
  playRound,
  secondChannel,
  startRound,
} from './samples.ts';

export function specifyMissed(current: Current): void {
  describe('what a place did not know', () => {
    const missed = async () => [...(await current().missedQuestions(channel))].toSorted();
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

export function specifyScores(current: Current): void {
  describe('the leaderboard', () => {
    const standings = async (limit = 10) =>
      (await current().leaderboard({ place: channel }, 0, EVER, limit)).map(({ player, right, answered }) => [
        player.user,
        right,
        answered,
      ]);

    it('is empty where nobody has answered', async () => {
      expect(await standings()).toEqual([]);
    });

    it('counts right answers, and puts whoever needed fewer tries first', async () => {
      await playRound(current(), 'one', [
        [ana, true],
        [ben, true],
        [cleo, false],
      ]);
      await playRound(current(), 'two', [
        [ana, true],
        [ben, false],
      ]);
      await playRound(current(), 'three', [[cleo, true]]);
      await playRound(current(), 'four', [[ben, false]]);
      expect(await standings()).toEqual([
        ['ana', 2, 2],
        ['cleo', 1, 2],
        ['ben', 1, 3],
      ]);
    });

    it('keeps the order of equals the same each time', async () => {
      await playRound(current(), 'one', [
        [cleo, true],
        [ana, true],
        [ben, true],
      ]);
      expect(await standings()).toEqual([
        ['ana', 1, 1],
        ['ben', 1, 1],
        ['cleo', 1, 1],
      ]);
      expect(await standings(2)).toEqual([
        ['ana', 1, 1],
        ['ben', 1, 1],
      ]);
    });

    it('says nothing of a round that still runs', async () => {
      await startRound(current(), 'running');
      await current().recordAnswer(answer({ round: 'running' }));
      expect(await standings()).toEqual([]);
      await current().closeRound('running', NOON + 2);
      expect(await standings()).toEqual([['ben', 1, 1]]);
      await current().markRevealed('running');
      expect(await standings()).toEqual([['ben', 1, 1]]);
    });

    it('does not count what people play alone', async () => {
      await startRound(current(), 'alone', { isPrivate: true });
      await current().recordAnswer(answer({ round: 'alone' }));
      await current().closeRound('alone', NOON + 2);
      expect(await standings()).toEqual([]);
    });

    it('counts from the first instant up to, not including, the last', async () => {
      await playRound(current(), 'one', [[ana, true]]);
      const between = async (from: number, until: number) =>
        (await current().leaderboard({ place: channel }, from, until, 10)).length;
      const at = answer().at;
      expect(await between(at, at + 1)).toBe(1);
      expect(await between(at - 1, at)).toBe(0);
      expect(await between(at + 1, EVER)).toBe(0);
    });

    it('counts a channel alone or its whole workspace, and never another workspace', async () => {
      await playRound(current(), 'here', [[ana, true]]);
      await playRound(
        current(),
        'next-door',
        [
          [ana, true],
          [ben, true],
        ],
        secondChannel,
      );
      await playRound(current(), 'far', [[cleo, true]], otherTeam);
      expect(await standings()).toEqual([['ana', 1, 1]]);
      expect(await current().leaderboard({ workspaceOf: channel }, 0, EVER, 10)).toEqual([
        { player: ana, right: 2, answered: 2 },
        { player: ben, right: 1, answered: 1 },
      ]);
    });
  });
}
