import { describe, expect, it } from 'vitest';
import { placeOf, platformId, playerOf } from '../../../src/core/ids.ts';
import type { Quiz } from '../../../src/core/ports/store.ts';
import {
  ana,
  ben,
  type Current,
  channel,
  cleo,
  crowd,
  elsewhere,
  MINUTE,
  NOON,
  ODD_TEXTS,
  quiz,
  round,
  secondChannel,
  winners,
} from './samples.ts';

const MOST = 3;

export function specifyTurns(current: Current): void {
  const begin = (given: Partial<Quiz> & { readonly id: string }) => current().createQuiz(quiz(given));
  const offer = (given: Partial<Quiz> & { readonly id: string }) => begin({ ...given, state: 'offered' });
  /** Offers it and has it wait at the instant at which it is said to have started. */
  const lineUp = async (given: Partial<Quiz> & { readonly id: string }, at = NOON) => {
    await offer(given);
    return current().waitTurn(given.id, at, MOST);
  };
  const idsIn = async (place = channel) => (await current().quizzesIn(place)).map(({ id }) => id);

  describe('whose turn it is', () => {
    it('lets one public quiz run in a place, though twenty begin at once', async () => {
      expect(await winners(20, (at) => begin({ id: `quiz-${at}`, starter: crowd[at] ?? ana }))).toBe(1);
      expect(await current().openQuizzes()).toHaveLength(1);
    });

    it('keeps nothing of one that could not begin', async () => {
      await begin({ id: 'first' });
      expect(await begin({ id: 'second', starter: ben })).toBe(false);
      expect(await current().findQuiz('second')).toBeUndefined();
    });

    it('lets others run elsewhere, and private ones and offers be anywhere', async () => {
      await begin({ id: 'first' });
      for (const [at, place] of elsewhere.entries())
        expect(await begin({ id: `other-${at}`, place })).toBe(true);
      expect(await begin({ id: 'alone', isPrivate: true })).toBe(true);
      expect(await offer({ id: 'offered', starter: ben })).toBe(true);
      expect(await idsIn()).toEqual(['first']);
    });

    it('lets the next one run once the first has ended', async () => {
      await begin({ id: 'first' });
      await current().endQuiz('first');
      expect(await begin({ id: 'second' })).toBe(true);
    });

    it('remembers the order in which quizzes began to wait, behind the one that runs', async () => {
      await begin({ id: 'running', startedAt: NOON + MINUTE });
      expect(await lineUp({ id: 'later', starter: ben }, NOON + 9)).toBe('waiting');
      expect(await lineUp({ id: 'sooner', starter: cleo }, NOON + 5)).toBe('waiting');
      expect(await idsIn()).toEqual(['running', 'sooner', 'later']);
      expect((await current().openQuizzes()).map(({ id }) => id)).toEqual(['sooner', 'later', 'running']);
      expect(await current().findQuiz('later')).toMatchObject({ state: 'waiting', startedAt: NOON + 9 });
      expect(await idsIn(secondChannel)).toEqual([]);
    });

    it('keeps the line to its length and to one a person, though all come at once', async () => {
      await begin({ id: 'running' });
      const people = [ben, ben, cleo, cleo, ...crowd];
      for (const [at, starter] of people.entries()) await offer({ id: `offer-${at}`, starter });
      await Promise.all(people.map((_, at) => current().waitTurn(`offer-${at}`, NOON + at, MOST)));
      const line = (await current().quizzesIn(channel)).slice(1);
      expect(line).toHaveLength(MOST);
      expect(new Set(line.map(({ starter }) => starter.user)).size).toBe(MOST);
      expect(await current().waitTurn('offer-23', NOON, MOST)).toBe('full');
    });

    it('says where somebody waits already, and the same again for the one that does', async () => {
      await begin({ id: 'running' });
      await lineUp({ id: 'one', starter: ben });
      expect(await lineUp({ id: 'two', starter: ben })).toBe('another');
      expect(await current().waitTurn('one', NOON + 9, MOST)).toBe('waiting');
      expect(await current().findQuiz('one')).toMatchObject({ startedAt: NOON });
      const namesake = playerOf('chat', 'team-2', 'ben');
      expect(await lineUp({ id: 'three', starter: namesake })).toBe('waiting');
    });

    it('has nothing wait that runs, has ended or was never offered', async () => {
      await begin({ id: 'running' });
      await begin({ id: 'over', state: 'ended' });
      for (const id of ['running', 'over', 'nothing'])
        expect(await current().waitTurn(id, NOON, MOST)).toBe('gone');
    });

    it('begins the first of the line once, when nothing runs, and notes when', async () => {
      await begin({ id: 'running' });
      await lineUp({ id: 'one', starter: ben }, NOON + 1);
      await lineUp({ id: 'two', starter: cleo }, NOON + 2);
      expect(await current().beginQuiz('one', NOON + 5)).toBe(false);
      await current().endQuiz('running');
      expect(await current().beginQuiz('two', NOON + 5)).toBe(false);
      expect(await winners(20, () => current().beginQuiz('one', NOON + 5))).toBe(1);
      expect(await current().findQuiz('one')).toMatchObject({ state: 'running', startedAt: NOON + 5 });
      expect(await current().beginQuiz('two', NOON + 6)).toBe(false);
      expect(await current().beginQuiz('nothing', NOON)).toBe(false);
    });

    it('lets nobody begin before those who wait', async () => {
      await begin({ id: 'running' });
      await lineUp({ id: 'one', starter: ben });
      await current().endQuiz('running');
      expect(await begin({ id: 'newcomer', starter: cleo })).toBe(false);
      expect(await current().endQuiz('one')).toBe(true);
      expect(await begin({ id: 'newcomer', starter: cleo })).toBe(true);
    });

    it('lets one run where the line’s first and a newcomer begin at the same instant', async () => {
      for (let game = 0; game < 10; game += 1) {
        const place = placeOf('chat', 'team', `channel-${game}`);
        await begin({ id: `running-${game}`, place });
        await lineUp({ id: `next-${game}`, place, starter: ben });
        await Promise.all([
          current().endQuiz(`running-${game}`),
          current().beginQuiz(`next-${game}`, NOON + 1),
          begin({ id: `newcomer-${game}`, place, starter: cleo }),
          current().beginQuiz(`next-${game}`, NOON + 2),
        ]);
        const states = (await current().quizzesIn(place)).map(({ state }) => state);
        expect(states.filter((state) => state === 'running').length).toBeLessThan(2);
        expect(states).toHaveLength(1);
      }
    });

    it('takes those who wait, and what was offered, out with their person', async () => {
      await begin({ id: 'running' });
      await lineUp({ id: 'waiting', starter: ben });
      await offer({ id: 'offered', starter: ben });
      await current().deletePlayer(ben);
      expect(await idsIn()).toEqual(['running']);
      expect(await current().waitTurn('offered', NOON, MOST)).toBe('gone');
      expect(JSON.stringify(await current().findQuiz('waiting'))).not.toContain('ben');
    });
  });

  describe('how many quizzes a person began', () => {
    it('counts those that run or wait, and ended ones that asked something, since an instant', async () => {
      await begin({ id: 'old', state: 'ended', startedAt: NOON - MINUTE });
      await begin({ id: 'asked', state: 'ended', startedAt: NOON + 1 });
      await begin({ id: 'failed', state: 'ended', startedAt: NOON + 2 });
      for (const id of ['old', 'asked'])
        await current().openRound(round({ id: `round-${id}`, belongsTo: { quiz: id, number: 1 } }));
      await begin({ id: 'running', startedAt: NOON + 3, place: secondChannel });
      await begin({ id: 'of-ben', startedAt: NOON + 3, starter: ben });
      await lineUp({ id: 'waiting' }, NOON + 4);
      await offer({ id: 'offered', startedAt: NOON + 5 });
      await begin({ id: 'alone', startedAt: NOON + 6, isPrivate: true });
      expect(await current().startsOf(ana, NOON)).toEqual([NOON + 1, NOON + 3, NOON + 4]);
      expect(await current().startsOf(cleo, 0)).toEqual([]);
    });
  });
}

export function specifyRequests(current: Current): void {
  const [chat, talk] = [platformId('chat'), platformId('talk')];
  describe('requests', () => {
    it('are taken once, though they are delivered twenty times at once', async () => {
      expect(await winners(20, () => current().takeRequest(chat, 'request', NOON))).toBe(1);
      expect(await current().takeRequest(chat, 'request', NOON + MINUTE)).toBe(false);
    });

    it('of another platform or another id are others', async () => {
      await current().takeRequest(chat, 'request', NOON);
      expect(await current().takeRequest(talk, 'request', NOON)).toBe(true);
      expect(await current().takeRequest(chat, 'request-2', NOON)).toBe(true);
    });

    it('are forgotten when they are old, with offers of quizzes, and nothing else is', async () => {
      await current().takeRequest(chat, 'old', NOON);
      await current().takeRequest(chat, 'new', NOON + 1);
      await current().createQuiz(quiz({ id: 'running' }));
      await current().createQuiz(quiz({ id: 'old', state: 'offered' }));
      await current().createQuiz(quiz({ id: 'new', state: 'offered', startedAt: NOON + 1 }));
      await current().createQuiz(quiz({ id: 'waiting', state: 'waiting' }));
      await current().sweep(NOON + 1);
      expect(await current().takeRequest(chat, 'old', NOON)).toBe(true);
      expect(await current().takeRequest(chat, 'new', NOON)).toBe(false);
      const left = ['running', 'old', 'new', 'waiting'].map(
        async (id) => (await current().findQuiz(id))?.state,
      );
      expect(await Promise.all(left)).toEqual(['running', undefined, 'offered', 'waiting']);
    });

    it.each(ODD_TEXTS.filter((text) => text.length < 1_000))('may have any id: %.30s', async (id) => {
      expect(await current().takeRequest(chat, id, NOON)).toBe(true);
      expect(await current().takeRequest(chat, id, NOON)).toBe(false);
    });
  });
}
