import { describe, expect, it } from 'vitest';
import { type Current, NOON, ODD_TEXTS, otherTeam, quiz, secondChannel, winners } from './samples.ts';

export function specifyQuizzes(current: Current): void {
  describe('quizzes', () => {
    it('remembers a quiz as it was started', async () => {
      const started = quiz({ topic: 'space', pack: 'moon', level: 'hard', isPrivate: true, total: 10 });
      await current().createQuiz(started);
      expect(await current().findQuiz('quiz')).toEqual(started);
    });

    it('knows no quiz that nobody started', async () => {
      expect(await current().findQuiz('quiz')).toBeUndefined();
      expect(await current().endQuiz('quiz')).toBe(false);
      expect(await current().openQuizzes()).toEqual([]);
    });

    it('ends a quiz once, whoever else tries at the same time', async () => {
      await current().createQuiz(quiz());
      expect(await winners(20, () => current().endQuiz('quiz'))).toBe(1);
      expect(await current().endQuiz('quiz')).toBe(false);
      expect(await current().findQuiz('quiz')).toEqual(quiz({ state: 'ended' }));
    });

    it('ends no other quiz with it', async () => {
      await current().createQuiz(quiz());
      await current().createQuiz(quiz({ id: 'other', place: otherTeam }));
      await current().endQuiz('quiz');
      expect(await current().findQuiz('other')).toMatchObject({ state: 'running' });
    });

    it('lists the public quizzes that run or wait, oldest first', async () => {
      await current().createQuiz(quiz({ id: 'later', startedAt: NOON + 1 }));
      await current().createQuiz(quiz({ id: 'first', place: secondChannel }));
      await current().createQuiz(quiz({ id: 'over', state: 'ended' }));
      await current().createQuiz(quiz({ id: 'alone', isPrivate: true }));
      expect((await current().openQuizzes()).map(({ id }) => id)).toEqual(['first', 'later']);
    });

    it.each(ODD_TEXTS)('keeps a topic as it was typed: %.30s', async (topic) => {
      await current().createQuiz(quiz({ topic }));
      expect(await current().findQuiz('quiz')).toEqual(quiz({ topic }));
    });

    it('takes the character that no database keeps out of a topic', async () => {
      await current().createQuiz(quiz({ topic: 'a\0b' }));
      expect(await current().findQuiz('quiz')).toMatchObject({ topic: 'ab' });
    });

    it.each(ODD_TEXTS)('finds nothing under an id that is not one: %.30s', async (id) => {
      await current().createQuiz(quiz());
      expect(await current().findQuiz(id)).toBeUndefined();
      expect(await current().findRound(id)).toBeUndefined();
      expect(await current().endQuiz(id)).toBe(false);
      expect(await current().findQuiz('quiz')).toEqual(quiz());
    });
  });
}
