import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/core/ports/store.ts';
import {
  allTime,
  ana,
  answer,
  ben,
  COUNTING,
  type Current,
  channel,
  daily,
  delivery,
  elsewhere,
  NOON,
  otherTeam,
  playRound,
  quiz,
  round,
  secondChannel,
  startRound,
  takeUnseen,
} from './samples.ts';

/** The id under which `channel` goes on. */
const moved = { ...channel, channel: secondChannel.channel };

export function specifyPlaces(current: Current): void {
  const move = () => current().movePlace(channel, moved);

  /** A daily question that was posted on a date, with what people answered. */
  async function deliver(at: typeof channel, date: string, names: { delivery: string; daily?: string }) {
    const { delivery: id, daily: order = 'daily' } = names;
    await current().claimDelivery(delivery({ id, daily: order, place: at, localDate: date }));
    await startRound(current(), `round-${id}`, { place: at, belongsTo: { delivery: id } });
    await current().attachMessage(`round-${id}`, {
      messageId: `message-${id}`,
      openedAt: NOON,
      closesAt: NOON + 60_000,
    });
    await current().settleDelivery(id, { state: 'posted', reason: '', at: NOON });
    await current().recordAnswer(answer({ round: `round-${id}` }));
  }
  const close = async (...ids: string[]) => {
    for (const id of ids) await current().closeRound(id, NOON + 2_000, COUNTING);
  };
  const top = async (scope: Scope) => (await current().leaderboard({ ...allTime, scope }, ana, 10)).top;

  describe('a place that goes on under another id', () => {
    it('takes its order, its deliveries and its streaks along', async () => {
      await current().saveDaily(daily());
      await deliver(channel, '2026-11-20', { delivery: 'first' });
      await move();
      expect(await current().findDaily(channel)).toBeUndefined();
      expect(await current().findDaily(moved)).toEqual(daily({ place: moved }));
      expect(await current().dueDailies([moved.platform], NOON, 10)).toMatchObject([{ place: moved }]);
      expect(await current().deliveriesOf(moved, 10)).toMatchObject([{ id: 'first', place: moved }]);
      expect(await current().dailyDates(moved, ben)).toMatchObject({ answered: ['2026-11-20'] });
    });

    it('goes on with the quiz of the new id where one runs under each, and keeps who waits', async () => {
      await current().createQuiz(quiz({ id: 'old' }));
      await current().createQuiz(quiz({ id: 'waiting', state: 'waiting' }));
      await current().createQuiz(quiz({ id: 'new', place: moved }));
      await current().movePlace(channel, moved);
      expect((await current().quizzesIn(moved)).map(({ id }) => id)).toEqual(['new', 'waiting']);
      expect(await current().findQuiz('old')).toMatchObject({ place: moved, state: 'ended' });
    });

    it('takes open rounds and quizzes along, with every answer given before and after', async () => {
      await current().createQuiz(quiz());
      await current().openRound(round());
      await current().recordAnswer(answer());
      await move();
      expect(await current().findQuiz('quiz')).toMatchObject({ place: moved });
      expect(await current().findRound('round')).toMatchObject({ place: moved, state: 'open' });
      await current().recordAnswer(answer({ player: ana }));
      await close('round');
      expect((await top({ place: moved })).map(({ right }) => right)).toEqual([1, 1]);
      expect(await top({ place: channel })).toEqual([]);
      expect(await current().exportPlayer(ben)).toMatchObject([{ place: moved }]);
    });

    it('takes its points along, to the points that are there, and into another workspace', async () => {
      await playRound(current(), 'here', [[ben, true]]);
      await playRound(current(), 'there', [[ben, true]], moved);
      await playRound(current(), 'stays', [[ben, true]], {
        ...channel,
        channel: 'a-third' as typeof channel.channel,
      });
      await move();
      expect(await top({ place: moved })).toMatchObject([{ player: ben, right: 2, answered: 2 }]);
      expect(await top({ place: channel })).toEqual([]);
      expect(await top({ workspaceOf: channel })).toMatchObject([{ player: ben, right: 3, answered: 3 }]);
      await current().movePlace(moved, otherTeam);
      for (const scope of [{ place: otherTeam }, { workspaceOf: otherTeam }])
        expect(await top(scope)).toMatchObject([{ player: ben, right: 2, answered: 2 }]);
      expect(await top({ workspaceOf: channel })).toMatchObject([{ player: ben, right: 1, answered: 1 }]);
      await current().voidRound('here');
      expect(await top({ workspaceOf: otherTeam })).toMatchObject([{ player: ben, right: 1, answered: 1 }]);
    });

    it('still knows what it has seen, and has seen what the new id has seen', async () => {
      const take = (at: typeof channel) => takeUnseen(current(), at, ['a', 'b', 'c']);
      expect([await take(channel), await take(channel), await take(moved)]).toEqual(['a', 'b', 'a']);
      await move();
      expect(await take(moved)).toBe('c');
      expect(await take(channel)).toBe('a');
    });

    it('takes nothing along of any other place', async () => {
      for (const place of [channel, ...elsewhere])
        await current().saveDaily(daily({ ...place, place, id: JSON.stringify(place) }));
      await current().movePlace(channel, { ...channel, channel: 'a-third' as typeof channel.channel });
      for (const place of elsewhere) expect(await current().findDaily(place)).toMatchObject({ place });
    });

    it('may move to another workspace, and may be told so twice', async () => {
      await current().saveDaily(daily());
      await current().movePlace(channel, otherTeam);
      await current().movePlace(channel, otherTeam);
      expect(await current().findDaily(otherTeam)).toEqual(daily({ place: otherTeam }));
    });

    it('keeps the order that was given under the new id, and what the old one delivered', async () => {
      await current().saveDaily(daily());
      await current().claimDelivery(delivery());
      await current().saveDaily(daily({ id: 'newer', place: moved, time: '18:30' }));
      await move();
      expect(await current().findDaily(moved)).toMatchObject({ id: 'newer', time: '18:30' });
      expect(await current().findDailyById('daily')).toBeUndefined();
      expect(await current().findDelivery('delivery')).toMatchObject({ daily: 'newer', place: moved });
    });

    it('loses nothing where it is told to move to where it is', async () => {
      await current().saveDaily(daily());
      await current().movePlace(channel, channel);
      expect(await current().findDaily(channel)).toEqual(daily());
    });

    it('goes on by the old order where the new id was only asked for a question at once', async () => {
      await current().saveDaily(daily());
      await current().saveDaily(daily({ id: 'at-once', place: moved, state: 'off' }));
      await current().claimDelivery(delivery({ id: 'new', daily: 'at-once', place: moved }));
      await move();
      expect(await current().findDaily(moved)).toMatchObject({ id: 'daily', state: 'on' });
      expect(await current().findDelivery('new')).toMatchObject({ daily: 'daily' });
    });

    it.each([
      ['old', channel],
      ['new', moved],
    ] as const)(
      'has one delivery a date: the one of the %s id where only that one was posted',
      async (_, posted) => {
        const other = posted === channel ? moved : channel;
        await current().claimDelivery(delivery({ id: 'waits', place: other }));
        await startRound(current(), 'unseen', { place: other, belongsTo: { delivery: 'waits' } });
        await deliver(posted, '2026-11-21', { delivery: 'stands' });
        await move();
        expect(await current().deliveriesOf(moved, 10)).toMatchObject([{ id: 'stands' }]);
        expect(await current().findDelivery('waits')).toBeUndefined();
        expect(await current().findRound('unseen')).toBeUndefined();
      },
    );

    it('counts both questions of a date, once each, and the date once', async () => {
      await deliver(channel, '2026-11-21', { delivery: 'old' });
      await deliver(moved, '2026-11-21', { delivery: 'new' });
      await move();
      await close('round-old', 'round-new');
      expect(await top({ place: moved })).toMatchObject([{ player: ben, right: 2, answered: 2 }]);
      expect(await current().dailyDates(moved, ben)).toMatchObject({
        posted: ['2026-11-21'],
        answered: ['2026-11-21'],
      });
    });
  });
}
