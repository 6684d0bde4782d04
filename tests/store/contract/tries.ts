/** Specified here: that a question, a result and the end of a quiz are one process's to post at a time. */
import { describe, expect, it } from 'vitest';
import { FIRST_TRY_MS, SHOW_TRY_MS } from '../../../src/core/ports/store.ts';
import { type Current, MINUTE, NOON, quiz, startRound, winners } from './samples.ts';

const until = NOON + 5 * MINUTE;
const posted = { messageId: 'm', openedAt: NOON, closesAt: NOON + MINUTE };
const first = NOON + FIRST_TRY_MS;

export function specifyTries(current: Current): void {
  describe('a question that is being posted', () => {
    it('belongs to whoever opened it, then to one of twenty who ask', async () => {
      await startRound(current(), 'round');
      const take = () => current().takeRound('round', 'post', { now: first, until });
      expect(await current().takeRound('round', 'post', { now: first - 1, until })).toBe(false);
      expect(await winners(20, take)).toBe(1);
      expect(await current().findRound('round')).toMatchObject({ retryAt: until });
    });

    it('is noted by whoever has the try, and by nobody who had it before', async () => {
      await startRound(current(), 'round');
      const note = { unsureSince: NOON, retryAt: until };
      expect(await current().noteRound('round', first + 1, note)).toBe(false);
      expect(await current().noteRound('round', first, note)).toBe(true);
      expect(await current().noteRound('round', first, note)).toBe(false);
      expect(await current().findRound('round')).toMatchObject(note);
    });

    it('is found by a tick once its try is over, also after the clock was set back, until it is posted', async () => {
      await startRound(current(), 'round');
      const ids = async (at: number) => (await current().unpostedRounds(at)).map(({ id }) => id);
      expect(await ids(first - 1)).toEqual([]);
      expect(await ids(first)).toEqual(['round']);
      expect(await ids(NOON - 48 * 60 * MINUTE)).toEqual(['round']);
      await current().attachMessage('round', posted);
      expect(await ids(first)).toEqual([]);
      expect(await current().takeRound('round', 'post', { now: first, until })).toBe(false);
      expect(await current().findRound('round')).toMatchObject({ unsureSince: undefined });
    });
  });

  describe('a result that is being shown', () => {
    it('belongs to whoever closed the round, then to one of twenty who ask', async () => {
      await startRound(current(), 'round');
      await current().attachMessage('round', posted);
      const take = (now: number) => current().takeRound('round', 'show', { now, until });
      expect(await take(until)).toBe(false);
      await current().closeRound('round', NOON);
      expect(await take(NOON + SHOW_TRY_MS - 1)).toBe(false);
      expect(await winners(20, () => take(NOON + SHOW_TRY_MS))).toBe(1);
      await current().markRevealed('round');
      expect(await take(until)).toBe(false);
    });

    it('is nobody’s before its message is known; the round stays with whoever posts it', async () => {
      await startRound(current(), 'round');
      await current().closeRound('round', NOON + 1);
      expect(await current().takeRound('round', 'show', { now: until, until })).toBe(false);
      expect(await current().noteRound('round', first, { unsureSince: NOON, retryAt: until })).toBe(true);
      await current().attachMessage('round', posted);
      expect(await current().takeRound('round', 'show', { now: NOON + 2, until })).toBe(true);
    });
  });

  describe('what an ended quiz owes', () => {
    const owed = { standings: true, word: 'a word' };

    it('is settled by whoever ended it, then by one of twenty who ask', async () => {
      await current().createQuiz(quiz());
      expect(await current().takeEnding('quiz', until, until)).toBeUndefined();
      expect(await winners(20, () => current().endQuiz('quiz', { ...owed, at: NOON }))).toBe(1);
      expect(await current().dueEndings(first - 1)).toEqual([]);
      expect(await current().dueEndings(first)).toEqual([quiz({ state: 'ended' })]);
      const take = async () => (await current().takeEnding('quiz', first, until)) !== undefined;
      expect(await winners(20, take)).toBe(1);
      expect(await current().dueEndings(first)).toEqual([]);
    });

    it('is told with all that is known of it', async () => {
      await current().createQuiz(quiz());
      await current().endQuiz('quiz', { ...owed, at: NOON });
      const note = { ...owed, unsureSince: NOON + 1, retryAt: NOON + 2 };
      expect(await current().noteEnding('quiz', NOON, note)).toBe(false);
      expect(await current().noteEnding('quiz', first, note)).toBe(true);
      const ending = await current().takeEnding('quiz', NOON + 2, until);
      expect(ending).toEqual({ ...owed, endedAt: NOON, unsureSince: NOON + 1 });
    });

    it('is over once nothing is owed, and a quiz that ends quietly owes nothing', async () => {
      await current().createQuiz(quiz());
      await current().createQuiz(quiz({ id: 'quiet' }));
      await current().endQuiz('quiz', { ...owed, at: NOON });
      await current().endQuiz('quiet');
      const nothing = { standings: false, word: '' };
      await current().noteEnding('quiz', first, { ...nothing, unsureSince: undefined, retryAt: 0 });
      expect(await current().dueEndings(until)).toEqual([]);
      expect(await current().takeEnding('quiz', until, until)).toBeUndefined();
    });
  });
}
