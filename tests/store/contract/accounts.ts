import { describe, expect, it } from 'vitest';
import { type Account, type Player, playerOf } from '../../../src/core/ids.ts';
import {
  ana,
  answer,
  ben,
  COUNTING,
  type Current,
  channel,
  cleo,
  daily,
  NOON,
  otherTeam,
  playRound,
  quiz,
  startRound,
} from './samples.ts';

const everywhere = ({ platform, user }: Player): Account => ({ platform, user, workspace: undefined });
const anaAway = playerOf('chat', 'team-2', ana.user);
const anaElsewhere = playerOf('talk', 'team', ana.user);

export function specifyAccounts(current: Current): void {
  const playHereAndAway = async () => {
    await playRound(current(), 'here', [
      [ana, true],
      [ben, false],
    ]);
    await playRound(current(), 'away', [[anaAway, false]], otherTeam);
    await current().createQuiz(quiz({ id: 'theirs', starter: anaAway, topic: 'sea' }));
    await current().saveDaily(daily({ setBy: ana }));
    await current().saveTranscript({
      message: { place: channel, id: 'm1' },
      card: JSON.stringify({
        text: [{ player: 'ana' }, ' knew it'],
        asked: { player: 'ana', line: '/quiz' },
      }),
      at: NOON,
    });
  };

  describe('an account that is the same in every workspace', () => {
    it('is shown all that bears its id, in every table', async () => {
      await playHereAndAway();
      await current().hide(everywhere(ana), NOON + 7);
      const record = await current().exportAccount(everywhere(ana));
      expect(record).toMatchObject({
        answers: [
          { place: otherTeam, right: false },
          { place: channel, prompt: 'Which “one”?', chosen: 'None', right: true },
        ],
        dailies: [{ place: channel, time: '09:00', topic: 'space' }],
        messages: [{ message: { id: 'm1' } }],
        hiddenSince: NOON + 7,
      });
      // The rounds of the samples belong to quizzes that Ana started.
      expect(record.quizzes.map(({ topic }) => topic).toSorted()).toEqual(['', '', 'sea']);
      expect(record.standings).toEqual(
        expect.arrayContaining([
          { workspace: 'team', channel: 'general', period: 'all', right: 1, answered: 1 },
          { workspace: 'team-2', channel: undefined, period: 'all', right: 0, answered: 1 },
        ]),
      );
    });

    it('is deleted in every one, and nowhere is its id left', async () => {
      await playHereAndAway();
      await startRound(current(), 'open', { place: otherTeam });
      await current().recordAnswer(answer({ round: 'open', player: anaAway }));
      await current().hide(everywhere(ana), NOON);
      expect(await current().deletePlayer(everywhere(ana))).toBe(3);
      expect(await current().exportAccount(everywhere(ana))).toEqual({
        ...{ answers: [], standings: [], quizzes: [], dailies: [], messages: [] },
        hiddenSince: undefined,
      });
      expect(await current().isHidden(ana)).toBe(false);
      const [kept] = await current().transcriptOf(channel, 5);
      expect(kept?.card).toBe('{"text":["someone"," knew it"]}');
      expect(await current().recordAnswer(answer({ round: 'open', player: anaAway }))).toEqual({
        status: 'deleted',
      });
      expect(await current().exportPlayer(ben)).toHaveLength(1);
    });

    it('is not one on another platform', async () => {
      await playRound(current(), 'talk', [[anaElsewhere, true]], {
        ...otherTeam,
        platform: anaElsewhere.platform,
      });
      await current().deletePlayer(everywhere(ana));
      expect(await current().exportPlayer(anaElsewhere)).toHaveLength(1);
    });

    it('is known by the workspaces in which anything is stored', async () => {
      await playHereAndAway();
      expect(await current().workspacesOf(ana)).toEqual(['team', 'team-2']);
      expect(await current().workspacesOf(cleo)).toEqual([]);
    });
  });

  describe('who is hidden', () => {
    const board = (viewer: Player, period: 'all' | 'today' = 'all') =>
      current().leaderboard({ scope: { place: channel }, period, date: COUNTING.date }, viewer, 10);

    it('is so once, until it is taken back', async () => {
      expect(await current().hide(ana, NOON)).toBe(true);
      expect(await current().hide(ana, NOON)).toBe(false);
      expect(await current().isHidden(ana)).toBe(true);
      expect(await current().isHidden(anaAway)).toBe(false);
      expect(await current().unhide(ana)).toBe(true);
      expect(await current().unhide(ana)).toBe(false);
      expect(await current().isHidden(ana)).toBe(false);
    });

    it('is hidden in every workspace where the account is the same in all', async () => {
      await current().hide(everywhere(ana), NOON);
      expect(await current().isHidden(ana)).toBe(true);
      expect(await current().isHidden(anaAway)).toBe(true);
      expect(await current().isHidden(anaElsewhere)).toBe(false);
    });

    it.each(['all', 'today'] as const)(
      'is on no board, and changes nobody’s rank there (%s)',
      async (period) => {
        await playRound(current(), 'one', [
          [ana, true],
          [ben, true],
          [cleo, false],
        ]);
        await playRound(current(), 'two', [[ana, true]]);
        await current().hide(everywhere(ana), NOON);
        for (const viewer of [ben, ana]) {
          const { top, withoutPoint, alsoLast } = await board(viewer, period);
          expect(top).toMatchObject([{ player: ben, rank: 1, right: 1 }]);
          expect([withoutPoint, alsoLast]).toEqual([1, 0]);
        }
        expect((await board(ben, period)).viewer).toMatchObject({ rank: 1 });
        expect((await board(cleo, period)).viewer).toMatchObject({ right: 0, answered: 1 });
      },
    );

    it('still learns where they stand themselves', async () => {
      await playRound(current(), 'one', [
        [ana, false],
        [ben, true],
      ]);
      await playRound(current(), 'two', [[ana, true]]);
      await current().hide(everywhere(ana), NOON);
      expect((await board(ana)).viewer).toMatchObject({ right: 1, answered: 2, rank: 1, isHidden: true });
    });

    it('is marked among the answers of a round', async () => {
      await playRound(current(), 'one', [
        [ana, true],
        [ben, true],
      ]);
      await current().hide(everywhere(ana), NOON);
      const answers = await current().answersOf('one');
      expect(answers.map(({ player, isHidden }) => [player.user, isHidden])).toEqual([
        ['ana', true],
        ['ben', undefined],
      ]);
    });
  });
}
