import { describe, expect, it } from 'vitest';
import { type Player, playerOf } from '../../../src/core/ids.ts';
import {
  allTime,
  ana,
  answer,
  ben,
  type Current,
  channel,
  cleo,
  daily,
  NOON,
  playRound,
  quiz,
  secondChannel,
  startRound,
} from './samples.ts';

export function specifyPeople(current: Current): void {
  const ordersOf = async (player: Player) => {
    const { quizzes, dailies } = await current().exportAccount(player);
    return [quizzes.length, dailies.length];
  };

  describe('what is stored about a person', () => {
    it('shows them each of their answers, oldest first, and nobody else’s', async () => {
      await playRound(current(), 'one', [
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
      expect(await current().exportPlayer(ben)).toMatchObject([{ right: undefined }]);
      await current().closeRound('running', NOON + 2);
      expect(await current().exportPlayer(ben)).toMatchObject([{ right: true }]);
    });

    it('is gone when they delete it: answers, points and dates, of running rounds too', async () => {
      await playRound(current(), 'one', [
        [ana, true],
        [ben, true],
      ]);
      await startRound(current(), 'running');
      await current().recordAnswer(answer({ round: 'running', player: ana }));
      expect(await current().deletePlayer(ana)).toBe(2);
      expect(await current().exportPlayer(ana)).toEqual([]);
      expect(await current().answersOf('one')).toMatchObject([{ player: ben }]);
      expect(await current().answersOf('running')).toEqual([]);
      expect((await current().leaderboard(allTime, ana, 10)).top).toMatchObject([{ player: ben }]);
      expect(await current().deletePlayer(ana)).toBe(0);
    });

    it('counts the quizzes they started and the dailies they set, until they are forgotten', async () => {
      await current().createQuiz(quiz({ id: 'theirs', starter: ana }));
      await current().saveDaily(daily({ setBy: ana }));
      expect(await ordersOf(ana)).toEqual([1, 1]);
      expect(await ordersOf(cleo)).toEqual([0, 0]);
      await current().deletePlayer(ana);
      expect(await ordersOf(ana)).toEqual([0, 0]);
    });

    it('is not answered anew by them while its round is open, and answered by the others as before', async () => {
      await startRound(current(), 'round');
      await startRound(current(), 'next');
      await current().recordAnswer(answer());
      await current().deletePlayer(ben);
      expect(await current().recordAnswer(answer({ option: 2 }))).toEqual({ status: 'deleted' });
      expect(await current().recordAnswer(answer())).toEqual({ status: 'deleted' });
      expect(await current().answersOf('round')).toEqual([]);
      expect(await current().deletePlayer(ben)).toBe(0);
      for (const other of [answer({ player: ana }), answer({ round: 'next' })])
        expect(await current().recordAnswer(other)).toMatchObject({ status: 'locked' });
    });

    it('is deleted once and for all, however many answers come while it is', async () => {
      await startRound(current(), 'round');
      await current().recordAnswer(answer());
      await Promise.all([
        current().deletePlayer(ben),
        ...Array.from({ length: 10 }, () => current().recordAnswer(answer({ option: 2 }))),
      ]);
      expect(await current().answersOf('round')).toEqual([]);
      expect(await current().recordAnswer(answer())).toEqual({ status: 'deleted' });
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
      await playRound(current(), 'one', [
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
