import { describe, expect, it } from 'vitest';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  cleo,
  EVER,
  NOON,
  otherTeam,
  playRound,
  secondChannel,
  startRound,
} from './samples.ts';

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
