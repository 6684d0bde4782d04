import { describe, expect, it } from 'vitest';
import { type Place, type Player, placeOf, playerOf } from '../../../src/core/ids.ts';
import { FIRST_TRY_MS } from '../../../src/core/ports/store.ts';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  crowd,
  delivery,
  MINUTE,
  NOON,
  ODD_TEXTS,
  otherPlatform,
  otherTeam,
  quiz,
  round,
  secondChannel,
  startRound,
  winners,
} from './samples.ts';

/** Shares nothing with the other places but the platform. */
const farAway = placeOf('chat', 'team-2', 'far');

export function specifyRounds(current: Current): void {
  describe('rounds', () => {
    it('remembers a round as it was opened, with the order of its options', async () => {
      const opened = await startRound(current(), 'round');
      expect(await current().findRound('round')).toEqual({
        ...opened,
        messageId: undefined,
        state: 'open',
        isVoid: false,
        retryAt: NOON + FIRST_TRY_MS,
      });
    });

    it('remembers the round of a daily question', async () => {
      await current().claimDelivery(delivery());
      const opened = round({ belongsTo: { delivery: 'delivery' } });
      expect(await current().openRound(opened)).toBe(true);
      expect(await current().roundOfDelivery('delivery')).toEqual({
        ...opened,
        messageId: undefined,
        state: 'open',
        isVoid: false,
        retryAt: NOON + FIRST_TRY_MS,
      });
      expect(await current().roundOfDelivery('other')).toBeUndefined();
    });

    it('opens one round for each number of a quiz, though twenty try at once', async () => {
      await current().createQuiz(quiz());
      const open = (at: number) => current().openRound(round({ id: `round-${at}` }));
      expect(await winners(20, open)).toBe(1);
      expect(await current().roundsOfQuiz('quiz')).toHaveLength(1);
    });

    it('opens one round for a delivery, though twenty try at once', async () => {
      await current().claimDelivery(delivery());
      const open = (at: number) =>
        current().openRound(round({ id: `round-${at}`, belongsTo: { delivery: 'delivery' } }));
      expect(await winners(20, open)).toBe(1);
      expect(await current().unrevealedRounds()).toHaveLength(1);
    });

    it('opens no round of a quiz that does not exist', async () => {
      await expect(current().openRound(round())).rejects.toMatchObject({ code: 'STORE' });
    });

    it('lists the rounds of a quiz by number, the tenth after the second', async () => {
      await current().createQuiz(quiz({ total: 10 }));
      for (const number of [10, 2, 1])
        await current().openRound(round({ id: `round-${number}`, belongsTo: { quiz: 'quiz', number } }));
      await startRound(current(), 'of-another-quiz');
      const ids = (await current().roundsOfQuiz('quiz')).map(({ id }) => id);
      expect(ids).toEqual(['round-1', 'round-2', 'round-10']);
    });

    it('remembers which message shows a round, the last one if it was posted again', async () => {
      await startRound(current(), 'round');
      await startRound(current(), 'other');
      const posted = { openedAt: NOON + 3, closesAt: NOON + 8 };
      await current().attachMessage('round', { messageId: '1700000000.000100', ...posted });
      await current().attachMessage('round', { messageId: '1700000000.000200', ...posted });
      expect(await current().findRound('round')).toMatchObject({ messageId: '1700000000.000200', ...posted });
      expect(await current().findRound('other')).toMatchObject({ messageId: undefined });
    });

    it('closes a round once, whoever else tries at the same time', async () => {
      await startRound(current(), 'round');
      expect(await winners(20, () => current().closeRound('round', NOON + MINUTE))).toBe(1);
      expect(await current().closeRound('round', NOON + MINUTE)).toBe(false);
      expect(await current().findRound('round')).toMatchObject({ state: 'closed' });
    });

    it('closes a round before its time where it is asked to', async () => {
      await startRound(current(), 'round');
      expect(await current().closeRound('round', NOON + 1)).toBe(true);
    });

    it('closes no round that does not exist, and no other one with it', async () => {
      await startRound(current(), 'other');
      expect(await current().closeRound('round', NOON)).toBe(false);
      expect(await current().findRound('other')).toMatchObject({ state: 'open' });
    });

    it('does not close or reopen a round whose result is shown', async () => {
      await startRound(current(), 'round');
      await current().closeRound('round', NOON);
      await current().markRevealed('round');
      expect(await current().closeRound('round', NOON)).toBe(false);
      expect(await current().findRound('round')).toMatchObject({ state: 'revealed' });
    });

    it('finds the rounds whose time is up, oldest first, until their result is shown', async () => {
      const times = { later: NOON + 2, first: NOON + 1, 'not-yet': NOON + 3, shown: NOON };
      for (const [id, closesAt] of Object.entries(times)) {
        await startRound(current(), id);
        await current().attachMessage(id, { messageId: `m-${id}`, openedAt: NOON, closesAt });
      }
      await startRound(current(), 'never-posted', { closesAt: NOON });
      await startRound(current(), 'private', { closesAt: NOON, isPrivate: true });
      await current().closeRound('first', NOON + 1);
      await current().closeRound('shown', NOON + 1);
      await current().markRevealed('shown');
      expect((await current().dueRounds(NOON + 2)).map(({ id }) => id)).toEqual([
        'private',
        'first',
        'later',
      ]);
    });

    it('shows a result once: of twenty that note it, one goes on, and none before the round is closed', async () => {
      await startRound(current(), 'round');
      expect(await current().markRevealed('round')).toBe(false);
      await current().closeRound('round', NOON);
      expect(await winners(20, () => current().markRevealed('round'))).toBe(1);
    });

    it('knows which questions stand open for everyone in a workspace', async () => {
      await startRound(current(), 'here', { questionId: 'one' });
      await startRound(current(), 'next-door', { questionId: 'two', place: secondChannel });
      await startRound(current(), 'alone', { questionId: 'three', isPrivate: true });
      await startRound(current(), 'away', { questionId: 'four', place: farAway });
      await startRound(current(), 'over', { questionId: 'five' });
      await current().closeRound('over', NOON);
      await current().markRevealed('over');
      const open = await current().openQuestions(channel);
      expect(open.map(({ questionId }) => questionId).toSorted()).toEqual(['one', 'two']);
      expect(open).toContainEqual({ questionId: 'one', shown: round().shown, closesAt: NOON + MINUTE });
    });

    it('knows also those of a channel that another workspace shares, whichever of them asked', async () => {
      await startRound(current(), 'here', { questionId: 'one' });
      await startRound(current(), 'shared', { questionId: 'two', place: otherTeam });
      await startRound(current(), 'away', { questionId: 'three', place: farAway });
      await startRound(current(), 'next-door', { questionId: 'four', place: secondChannel });
      await startRound(current(), 'other-chat', { questionId: 'five', place: otherPlatform });
      await startRound(current(), 'alone', { questionId: 'six', place: otherTeam, isPrivate: true });
      const openIn = async (place: Place) =>
        (await current().openQuestions(place)).map(({ questionId }) => questionId).toSorted();
      expect(await openIn(channel)).toEqual(['four', 'one', 'two']);
      expect(await openIn(otherTeam)).toEqual(['one', 'three', 'two']);
      expect(await openIn(otherPlatform)).toEqual(['five']);
    });

    it('knows also those of other workspaces in which a person has answered, on the same platform', async () => {
      await startRound(current(), 'here', { questionId: 'one' });
      await startRound(current(), 'played', { questionId: 'two', place: farAway });
      await startRound(current(), 'other-chat', { questionId: 'three', place: otherPlatform });
      const guest = playerOf('chat', 'team-2', ben.user);
      await current().recordAnswer(answer({ round: 'played', player: guest }));
      const asked = async (player: Player) =>
        (await current().openQuestions(channel, player)).map(({ questionId }) => questionId).toSorted();
      expect(await asked(ben)).toEqual(['one', 'two']);
      expect(await asked(ana)).toEqual(['one']);
      expect(await asked(playerOf('talk', 'team', ben.user))).toEqual(['one']);
    });

    it('finds rounds of quizzes that were opened and never posted, and closed ones before their time', async () => {
      await startRound(current(), 'unposted', { openedAt: NOON });
      await startRound(current(), 'fresh', { openedAt: NOON + 5 });
      await startRound(current(), 'alone', { openedAt: NOON, isPrivate: true });
      await startRound(current(), 'posted', { openedAt: NOON });
      await current().attachMessage('posted', { messageId: 'm', openedAt: NOON, closesAt: NOON + MINUTE });
      await current().closeRound('posted', NOON + 2);
      const at = NOON + FIRST_TRY_MS + 4;
      expect((await current().unpostedRounds(at)).map(({ id }) => id)).toEqual(['unposted']);
      expect(await current().dueRounds(NOON + 4)).toMatchObject([{ id: 'posted', closedAt: NOON + 2 }]);
    });

    it('keeps a round that has a message, whoever wants to forget it, and is forgotten whole amid answers', async () => {
      await startRound(current(), 'posted');
      await current().attachMessage('posted', { messageId: 'm', openedAt: NOON, closesAt: NOON + MINUTE });
      await startRound(current(), 'unposted');
      const late = crowd
        .slice(0, 6)
        .map((player) => current().recordAnswer(answer({ round: 'unposted', player })));
      await Promise.all([current().discardRound('posted'), current().discardRound('unposted'), ...late]);
      expect(await current().findRound('posted')).toBeDefined();
      expect(await current().findRound('unposted')).toBeUndefined();
      expect(await current().answersOf('unposted')).toEqual([]);
    });

    it('forgets a round that was never shown, and the answers of one whose question was withdrawn', async () => {
      await startRound(current(), 'round');
      await startRound(current(), 'withdrawn');
      await current().recordAnswer(answer({ round: 'withdrawn' }));
      await current().discardRound('round');
      await current().voidRound('withdrawn');
      expect(await current().findRound('round')).toBeUndefined();
      expect(await current().answersOf('withdrawn')).toEqual([]);
      expect(await current().findRound('withdrawn')).toBeDefined();
    });

    it('keeps what it showed', async () => {
      for (const [at, text] of ODD_TEXTS.filter((one) => !one.includes('\0')).entries()) {
        const shown = { prompt: text, options: [text, 'None'], right: 1 };
        const { id } = await startRound(current(), `round-${at}`, { shown });
        expect((await current().findRound(id))?.shown).toEqual(shown);
      }
    });

    it('shifts when a round opened and closes, and nothing else of it', async () => {
      const opened = await startRound(current(), 'round');
      await current().moveRound('round', -90_000);
      const { openedAt, closesAt } = opened;
      const times = { openedAt: openedAt - 90_000, closesAt: closesAt - 90_000 };
      expect(await current().findRound('round')).toMatchObject({ ...opened, ...times });
    });

    it('finds every round whose result is not shown yet, for a restart', async () => {
      await startRound(current(), 'open');
      await startRound(current(), 'closed', { place: otherTeam });
      await startRound(current(), 'shown');
      for (const id of ['closed', 'shown']) await current().closeRound(id, NOON);
      await current().markRevealed('shown');
      const rounds = await current().unrevealedRounds();
      expect(rounds.map(({ id, state }) => [id, state]).toSorted()).toEqual([
        ['closed', 'closed'],
        ['open', 'open'],
      ]);
      const here = await current().unrevealedIn(channel);
      expect(here.map(({ id }) => id)).toEqual(['open']);
    });

    it('keeps instants exact to the millisecond, far into the future', async () => {
      const closesAt = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
      await startRound(current(), 'round', { closesAt, place: channel });
      expect(await current().findRound('round')).toMatchObject({ closesAt });
    });

    it('keeps who started the quiz of a round, and only their id', async () => {
      await startRound(current(), 'round');
      expect(await current().findQuiz('quiz-of-round')).toMatchObject({ starter: ana });
    });
  });
}
