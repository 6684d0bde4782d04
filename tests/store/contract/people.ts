import { describe, expect, it } from 'vitest';
import type { Place, Player } from '../../../src/core/ids.ts';
import { playerOf } from '../../../src/core/ids.ts';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  cleo,
  daily,
  NOON,
  otherTeam,
  quiz,
  secondChannel,
  startRound,
} from './samples.ts';

const EVER = Number.MAX_SAFE_INTEGER;

/** Plays one public round to its end: who answered, and whether they were right. */
async function play(
  current: Current,
  id: string,
  answers: readonly (readonly [Player, boolean])[],
  place: Place = channel,
) {
  await startRound(current(), id, { place });
  for (const [player, right] of answers) await current().recordAnswer(answer({ round: id, player, right }));
  await current().closeRound(id, NOON + 2);
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
      await play(current, 'one', [
        [ana, true],
        [ben, true],
        [cleo, false],
      ]);
      await play(current, 'two', [
        [ana, true],
        [ben, false],
      ]);
      await play(current, 'three', [[cleo, true]]);
      await play(current, 'four', [[ben, false]]);
      expect(await standings()).toEqual([
        ['ana', 2, 2],
        ['cleo', 1, 2],
        ['ben', 1, 3],
      ]);
    });

    it('keeps the order of equals the same each time', async () => {
      await play(current, 'one', [
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
      await play(current, 'one', [[ana, true]]);
      const between = async (from: number, until: number) =>
        (await current().leaderboard({ place: channel }, from, until, 10)).length;
      const at = answer().at;
      expect(await between(at, at + 1)).toBe(1);
      expect(await between(at - 1, at)).toBe(0);
      expect(await between(at + 1, EVER)).toBe(0);
    });

    it('counts a channel alone or its whole workspace, and never another workspace', async () => {
      await play(current, 'here', [[ana, true]]);
      await play(
        current,
        'next-door',
        [
          [ana, true],
          [ben, true],
        ],
        secondChannel,
      );
      await play(current, 'far', [[cleo, true]], otherTeam);
      expect(await standings()).toEqual([['ana', 1, 1]]);
      expect(await current().leaderboard({ workspaceOf: channel }, 0, EVER, 10)).toEqual([
        { player: ana, right: 2, answered: 2 },
        { player: ben, right: 1, answered: 1 },
      ]);
    });
  });
}

export function specifyPeople(current: Current): void {
  describe('what is stored about a person', () => {
    it('shows them each of their answers, oldest first, and nobody else’s', async () => {
      await play(current, 'one', [
        [ana, true],
        [ben, false],
      ]);
      await startRound(current(), 'two', { place: secondChannel, questionId: 'another' });
      await current().recordAnswer(
        answer({ round: 'two', player: ana, option: 3, right: false, at: NOON + 5 }),
      );
      await current().closeRound('two', NOON + 9);
      expect(await current().exportPlayer(ana)).toEqual([
        { place: secondChannel, questionId: 'another', option: 3, right: false, at: NOON + 5 },
        { place: channel, questionId: 'question', option: 1, right: true, at: NOON + 1_000 },
      ]);
    });

    it('does not tell before the round has closed whether they were right', async () => {
      await startRound(current(), 'running');
      await current().recordAnswer(answer({ round: 'running' }));
      expect(await current().exportPlayer(ben)).toEqual([]);
      await current().closeRound('running', NOON + 2);
      expect(await current().exportPlayer(ben)).toHaveLength(1);
    });

    it('is gone when they delete it: answers, points and dates, of running rounds too', async () => {
      await play(current, 'one', [
        [ana, true],
        [ben, true],
      ]);
      await startRound(current(), 'running');
      await current().recordAnswer(answer({ round: 'running', player: ana }));
      expect(await current().deletePlayer(ana)).toBe(2);
      expect(await current().exportPlayer(ana)).toEqual([]);
      expect(await current().answersOf('one')).toMatchObject([{ player: ben }]);
      expect(await current().answersOf('running')).toEqual([]);
      expect(await current().leaderboard({ place: channel }, 0, EVER, 10)).toMatchObject([{ player: ben }]);
      expect(await current().deletePlayer(ana)).toBe(0);
    });

    it('leaves quizzes and dailies standing when they delete it, without their name', async () => {
      await current().createQuiz(quiz({ isPrivate: true }));
      await current().saveDaily(daily());
      await current().deletePlayer(ana);
      const nobody = playerOf('chat', 'team', 'deleted');
      expect(await current().findQuiz('quiz')).toEqual(quiz({ isPrivate: true, starter: nobody }));
      expect(await current().findDaily(channel)).toEqual(daily({ setBy: nobody }));
    });

    it('is deleted for them alone, not for a namesake in another workspace', async () => {
      const namesake = playerOf('chat', 'team-2', ana.user);
      await play(current, 'one', [
        [ana, true],
        [namesake, true],
      ]);
      await current().createQuiz(quiz({ starter: namesake }));
      await current().deletePlayer(ana);
      expect(await current().exportPlayer(namesake)).toHaveLength(1);
      expect(await current().findQuiz('quiz')).toMatchObject({ starter: namesake });
    });

    it('is nothing for someone who never played', async () => {
      expect(await current().exportPlayer(cleo)).toEqual([]);
      expect(await current().deletePlayer(cleo)).toBe(0);
    });

    it('stays whole when answers and deletions come at once', async () => {
      await startRound(current(), 'round');
      const work = Array.from({ length: 20 }, (_, at) =>
        at % 4 === 3 ? current().deletePlayer(ben) : current().recordAnswer(answer()),
      );
      await Promise.all(work);
      await current().deletePlayer(ben);
      expect(await current().answersOf('round')).toEqual([]);
    });
  });
}
