import { describe, expect, it } from 'vitest';
import { playerOf } from '../../../src/core/ids.ts';
import { ana, answer, ben, type Current, crowd, MINUTE, NOON, ODD_TEXTS, startRound } from './samples.ts';

export function specifyAnswers(current: Current): void {
  describe('answers', () => {
    it('locks an answer in and says how many there are now', async () => {
      await startRound(current(), 'round');
      expect(await current().recordAnswer(answer({ player: ana }))).toEqual({ status: 'locked', answers: 1 });
      expect(await current().recordAnswer(answer({ player: ben }))).toEqual({ status: 'locked', answers: 2 });
    });

    it('does not count a second answer of the same person, and names the first', async () => {
      await startRound(current(), 'round');
      await current().recordAnswer(answer({ option: 1, right: false }));
      const second = await current().recordAnswer(answer({ option: 3, right: true }));
      expect(second).toEqual({ status: 'already', option: 1 });
      expect(await current().answersOf('round')).toEqual([
        { player: ben, option: 1, right: false, at: NOON + 1_000 },
      ]);
    });

    it('locks in one answer of a person who presses twenty times at once', async () => {
      await startRound(current(), 'round');
      const presses = crowd.map((_, at) => current().recordAnswer(answer({ option: at % 4 })));
      const outcomes = await Promise.all(presses);
      const [kept] = await current().answersOf('round');
      expect(outcomes.filter(({ status }) => status === 'locked')).toEqual([
        { status: 'locked', answers: 1 },
      ]);
      expect(outcomes.filter(({ status }) => status === 'already')).toEqual(
        Array.from({ length: 19 }, () => ({ status: 'already', option: kept?.option })),
      );
    });

    it('locks in the answers of twenty people at once and counts each of them', async () => {
      await startRound(current(), 'round');
      const outcomes = await Promise.all(crowd.map((player) => current().recordAnswer(answer({ player }))));
      const counts = outcomes.flatMap((outcome) => (outcome.status === 'locked' ? outcome.answers : []));
      expect(counts.toSorted((a, b) => a - b)).toEqual(crowd.map((_, at) => at + 1));
    });

    it('takes an answer in the last millisecond and none after it', async () => {
      await startRound(current(), 'round');
      expect(await current().recordAnswer(answer({ player: ana, at: NOON + MINUTE - 1 }))).toMatchObject({
        status: 'locked',
      });
      expect(await current().recordAnswer(answer({ player: ben, at: NOON + MINUTE }))).toEqual({
        status: 'closed',
      });
      expect(await current().answersOf('round')).toHaveLength(1);
    });

    it('takes no answer once the round is closed, though its time is not up', async () => {
      await startRound(current(), 'round');
      await current().recordAnswer(answer({ player: ana }));
      await current().closeRound('round', NOON + 2);
      expect(await current().recordAnswer(answer({ player: ben }))).toEqual({ status: 'closed' });
      expect(await current().recordAnswer(answer({ player: ana, option: 3 }))).toEqual({ status: 'closed' });
      expect(await current().answersOf('round')).toHaveLength(1);
    });

    it('takes no answer to a round whose result is shown, nor to one that does not exist', async () => {
      await startRound(current(), 'round');
      await current().closeRound('round', NOON);
      await current().markRevealed('round');
      expect(await current().recordAnswer(answer())).toEqual({ status: 'closed' });
      expect(await current().recordAnswer(answer({ round: 'no-such-round' }))).toEqual({ status: 'closed' });
    });

    it('has every answer it confirmed when a round closes in the middle of the rush, and no other later', async () => {
      await startRound(current(), 'round');
      const press = (at: number) => current().recordAnswer(answer({ player: crowd[at] ?? ana }));
      const early = crowd.slice(0, 10).map((_, at) => press(at));
      const atClose = current()
        .closeRound('round', NOON + 2)
        .then(() => current().answersOf('round'));
      const late = crowd.slice(10).map((_, at) => press(at + 10));
      const outcomes = await Promise.all([...early, ...late]);
      const locked = outcomes.filter(({ status }) => status === 'locked');
      expect(await atClose).toHaveLength(locked.length);
      expect(await current().answersOf('round')).toEqual(await atClose);
    });

    it('lists answers first to last', async () => {
      await startRound(current(), 'round');
      await current().recordAnswer(answer({ player: ana, at: NOON + 30 }));
      await current().recordAnswer(answer({ player: ben, at: NOON + 10 }));
      const players = (await current().answersOf('round')).map(({ player }) => player);
      expect(players).toEqual([ben, ana]);
    });

    it('keeps answers to two rounds apart', async () => {
      await startRound(current(), 'round');
      await startRound(current(), 'other');
      await current().recordAnswer(answer());
      expect(await current().recordAnswer(answer({ round: 'other' }))).toMatchObject({
        status: 'locked',
        answers: 1,
      });
      expect(await current().answersOf('no-such-round')).toEqual([]);
    });

    it('takes people with the same id in two workspaces for two people', async () => {
      await startRound(current(), 'round');
      const guest = playerOf('chat', 'partner-team', ben.user);
      await current().recordAnswer(answer());
      expect(await current().recordAnswer(answer({ player: guest }))).toMatchObject({
        status: 'locked',
        answers: 2,
      });
    });

    it.each(ODD_TEXTS.slice(0, -1))('takes a strange id for an id and nothing more: %.30s', async (user) => {
      await startRound(current(), 'round');
      const player = playerOf('chat', 'team', user);
      await current().recordAnswer(answer({ player }));
      expect(await current().answersOf('round')).toMatchObject([{ player }]);
      expect(await current().exportPlayer(ana)).toEqual([]);
    });
  });
}
