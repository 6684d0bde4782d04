import { describe, expect, it } from 'vitest';
import { type Player, type Workspace, workspaceOf } from '../../../src/core/ids.ts';
import {
  allTime,
  ana,
  answer,
  ben,
  COUNTING,
  type Current,
  channel,
  cleo,
  daily,
  delivery,
  NOON,
  otherTeam,
  playRound,
  quiz,
  round,
  startRound,
  takeUnseen,
} from './samples.ts';

const DAY = 86_400_000;
const LATER = NOON + 500 * DAY;
const cutoff = { before: LATER - 400 * DAY, seenBefore: LATER - 400 * DAY };
const team: Workspace = workspaceOf('chat', 'team');

export function specifyRetention(current: Current): void {
  const playOld = async (id: string, answers: readonly (readonly [Player, boolean])[], place = channel) => {
    await playRound(current(), id, answers, place);
    await current().markRevealed(id);
  };
  const playNew = async (id: string, answers: readonly (readonly [Player, boolean])[]) => {
    const at = LATER - DAY;
    await startRound(current(), id, { openedAt: at, closesAt: at + 60_000 });
    for (const [player, right] of answers)
      await current().recordAnswer(answer({ round: id, player, right, at: at + 1 }));
    await current().closeRound(id, at + 2, { date: '2028-04-04', everywhere: true });
    await current().markRevealed(id);
  };

  describe('what is old', () => {
    it('goes: answers and rounds, quizzes and deliveries', async () => {
      await playOld('old', [
        [ana, true],
        [ben, false],
      ]);
      await current().claimDelivery(delivery());
      await current().settleDelivery('delivery', { state: 'posted', reason: '', at: NOON });
      await current().openRound(round({ id: 'daily', belongsTo: { delivery: 'delivery' } }));
      await current().closeRound('daily', NOON + 1);
      await current().markRevealed('daily');
      const gone = await current().retire(cutoff);
      expect(gone).toMatchObject({ answers: 2, rounds: 2, quizzes: 1, deliveries: 1 });
      expect(await current().findRound('old')).toBeUndefined();
      expect(await current().findQuiz('quiz-of-old')).toBeUndefined();
      expect(await current().findDelivery('delivery')).toBeUndefined();
      expect(await current().exportPlayer(ana)).toEqual([]);
      expect(await current().retire(cutoff)).toEqual({});
    });

    it('stays where it still is to be shown, runs, or is owed', async () => {
      await startRound(current(), 'open');
      await playRound(current(), 'unrevealed', [[ana, true]]);
      await current().createQuiz(quiz({ id: 'running' }));
      await current().claimDelivery(delivery());
      await current().createQuiz(quiz({ id: 'owing', place: otherTeam }));
      await current().endQuiz('owing', { standings: true, word: '', at: NOON });
      await current().retire(cutoff);
      for (const id of ['open', 'unrevealed']) expect(await current().findRound(id)).toBeDefined();
      for (const id of ['running', 'owing']) expect(await current().findQuiz(id)).toBeDefined();
      expect(await current().findDelivery('delivery')).toBeDefined();
      expect(await current().exportPlayer(ana)).toHaveLength(1);
    });

    it('leaves to who still plays their whole points, and their ranks', async () => {
      await playOld('one', [
        [ana, true],
        [ben, true],
      ]);
      await playOld('two', [[ana, true]]);
      await playNew('new', [
        [ana, false],
        [ben, true],
      ]);
      const before = await current().leaderboard(allTime, ben, 10);
      await current().retire(cutoff);
      expect(await current().leaderboard(allTime, ben, 10)).toEqual(before);
      expect(before.viewer).toMatchObject({ right: 2, answered: 2, rank: 1 });
    });

    it('takes the names of who has not played since, and nobody’s rank', async () => {
      await playOld('one', [
        [ana, true],
        [ben, true],
      ]);
      await playOld('two', [[ana, true]]);
      await playNew('new', [[ben, false]]);
      const before = await current().leaderboard(allTime, ben, 10);
      expect(await current().retire(cutoff)).toMatchObject({ names: 2 });
      const after = await current().leaderboard(allTime, ben, 10);
      expect(after.viewer).toEqual(before.viewer);
      expect(after.top.map(({ rank, right }) => [rank, right])).toEqual([
        [1, 2],
        [2, 1],
      ]);
      expect(after.top[0]?.player.user).toMatch(/^deleted /);
      const { standings } = await current().exportAccount(ana);
      expect(standings).toEqual([]);
      const elsewhere = await current().leaderboard({ ...allTime, scope: { workspaceOf: channel } }, ben, 10);
      expect(elsewhere.top[0]?.player.user).not.toBe(after.top[0]?.player.user);
      expect(await current().retire(cutoff)).toEqual({});
    });

    it('counts for its question as before, without anybody’s name', async () => {
      await playOld('one', [
        [ana, true],
        [ben, false],
      ]);
      const before = await current().questionCounts();
      await current().retire(cutoff);
      expect(await current().questionCounts()).toEqual(before);
      expect(before).toMatchObject([{ right: 1, answered: 2 }]);
    });

    it('clears boards of weeks and months that are over, and of no other', async () => {
      await playOld('one', [[ana, true]]);
      await playNew('new', [[ana, true]]);
      const boards = async (date: string) =>
        Promise.all(
          (['week', 'month', 'all'] as const).map(
            async (period) =>
              (await current().leaderboard({ ...allTime, period, date }, ana, 5)).viewer.right,
          ),
        );
      await current().retire(cutoff);
      expect(await boards(COUNTING.date)).toEqual([0, 0, 2]);
      expect(await boards('2028-04-04')).toEqual([1, 1, 2]);
    });

    it('may be deleted by its owner afterwards, and boards stay right', async () => {
      await playOld('one', [
        [ana, true],
        [ben, true],
      ]);
      await playNew('new', [
        [ana, true],
        [cleo, true],
      ]);
      await current().retire(cutoff);
      await current().deletePlayer(ana);
      const { top, viewer } = await current().leaderboard(allTime, cleo, 10);
      expect(top.map(({ right, rank }) => [right, rank])).toEqual([
        [1, 1],
        [1, 1],
      ]);
      expect(viewer).toMatchObject({ rank: 1 });
    });

    it('frees what a place was shown long ago', async () => {
      expect(await takeUnseen(current(), channel, ['a', 'b'])).toBe('a');
      await current().retire({ before: NOON, seenBefore: NOON });
      expect((await current().shownIn(channel, 'fact')).items).toEqual(new Set(['a']));
      expect(await current().retire(cutoff)).toEqual({ seen: 1 });
      expect((await current().shownIn(channel, 'fact')).items).toEqual(new Set());
    });

    it('is gone through to its end where somebody stopped half-way', async () => {
      for (const id of ['one', 'two', 'three']) await playOld(id, [[ana, true]]);
      const stop = new AbortController();
      stop.abort();
      await current().retire(cutoff, stop.signal);
      expect(await current().exportPlayer(ana)).not.toEqual([]);
      await current().retire(cutoff);
      expect(await current().exportPlayer(ana)).toEqual([]);
    });
  });

  describe('work of once a day', () => {
    it('is for one of all that try, and again after a day', async () => {
      const take = (at: number) => current().takeChore('chore', at, at - DAY);
      const taken = await Promise.all(Array.from({ length: 8 }, () => take(NOON)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await take(NOON + DAY - 1)).toBe(false);
      expect(await take(NOON + DAY)).toBe(true);
      expect(await current().takeChore('another', NOON, NOON - DAY)).toBe(true);
    });

    it('is not put off by a clock that was ahead', async () => {
      await current().takeChore('chore', NOON + 90 * DAY, NOON);
      expect(await current().takeChore('chore', NOON, NOON - DAY)).toBe(true);
    });
  });

  describe('a workspace that the bot was taken out of', () => {
    it('is noted since when, once, until it is taken back', async () => {
      await current().noteLeft(team, NOON);
      await current().noteLeft(team, NOON + DAY);
      expect(await current().leftWorkspaces()).toEqual([{ ...team, leftAt: NOON }]);
      expect(await current().forgetLeft(team)).toBe(true);
      expect(await current().forgetLeft(team)).toBe(false);
      expect(await current().leftWorkspaces()).toEqual([]);
    });

    it('is one of those of which anything is kept', async () => {
      await takeUnseen(current(), channel, ['a']);
      await current().saveDaily(daily({ place: otherTeam }));
      expect((await current().workspaces()).map(({ workspace }) => workspace).toSorted()).toEqual([
        'team',
        'team-2',
      ]);
    });

    it('was used since where anything was asked or told there', async () => {
      await startRound(current(), 'one');
      expect(await current().isUsedSince(team, NOON - 1)).toBe(true);
      expect(await current().isUsedSince(team, NOON)).toBe(false);
      await current().saveDaily(daily({ state: 'paused' }));
      expect(await current().isUsedSince(team, NOON)).toBe(false);
      await current().saveDaily(daily());
      expect(await current().isUsedSince(team, NOON)).toBe(true);
    });

    it('is deleted with all that is kept of it, and no other is', async () => {
      await playRound(current(), 'here', [
        [ana, true],
        [ben, false],
      ]);
      await playRound(current(), 'there', [[ana, true]], otherTeam);
      await startRound(current(), 'open');
      await current().recordAnswer(answer({ round: 'open', player: ben }));
      await current().deletePlayer(ben);
      await current().saveDaily(daily());
      await current().claimDelivery(delivery());
      await takeUnseen(current(), channel, ['a']);
      await current().leaveOut(channel, 'topic', 'x', NOON);
      await current().choosePacks(channel, ['p']);
      await current().hide(ben, NOON);
      await current().saveTranscript({ message: { place: channel, id: 'm' }, card: '{}', at: NOON });
      await current().noteLeft(team, NOON);
      const gone = await current().deleteWorkspace(team);
      expect(gone).toMatchObject({
        answers: 1,
        rounds: 2,
        dailies: 1,
        deliveries: 1,
        settings: 1,
        hidden: 1,
      });
      expect(await current().leftWorkspaces()).toEqual([]);
      expect(await current().workspaces()).toEqual([]);
      expect(await current().exportPlayer(ben)).toEqual([]);
      expect(await current().isHidden(ben)).toBe(false);
      expect(await current().findDaily(channel)).toBeUndefined();
      expect(await current().transcriptOf(channel, 5)).toEqual([]);
      expect((await current().leaderboard(allTime, ana, 5)).top).toEqual([]);
      expect(await current().exportPlayer(ana)).toMatchObject([{ place: otherTeam }]);
      expect(await current().deleteWorkspace(team)).toEqual({});
    });
  });
}
