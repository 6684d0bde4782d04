import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/ids.ts';
import { type Daily, type DeliveryChange, FIRST_TRY_MS } from '../../../src/core/ports/store.ts';
import {
  ana,
  answer,
  ben,
  type Current,
  channel,
  daily,
  delivery,
  EVER,
  elsewhere,
  MINUTE,
  NOON,
  otherPlatform,
  otherTeam,
  round,
  secondChannel,
  startRound,
  winners,
} from './samples.ts';

const EVERYWHERE = [channel.platform, otherPlatform.platform];
/** Until when the first try of the delivery belongs to who claimed it. */
const HELD = delivery().claimedAt + FIRST_TRY_MS;

export function specifyDeliveries(current: Current): void {
  describe('deliveries', () => {
    const settle = (id: string, state: DeliveryChange['state'], reason = '') =>
      current().settleDelivery(id, { state, reason, at: NOON + 9 });

    it('remembers a claim until it is settled', async () => {
      expect(await current().claimDelivery(delivery())).toBe('delivery');
      const untried = { unsureSince: undefined, retryAt: HELD };
      const claimed = { ...delivery(), ...untried, state: 'claimed', reason: '', settledAt: undefined };
      expect(await current().findDelivery('delivery')).toEqual(claimed);
      await settle('delivery', 'skipped', 'a holiday 🎄');
      const settled = {
        ...delivery(),
        ...untried,
        state: 'skipped',
        reason: 'a holiday 🎄',
        settledAt: NOON + 9,
      };
      expect(await current().findDelivery('delivery')).toEqual(settled);
      expect(await current().findDelivery('other')).toBeUndefined();
    });

    it('knows what was asked there, newest first: what was posted, as many as are wanted', async () => {
      const ask = async (localDate: string, state: DeliveryChange['state'], place = channel) => {
        const id = `${place.workspace}-${place.channel}-${place.platform}-${localDate}`;
        await current().claimDelivery(delivery({ id, localDate, place }));
        const questionId = `asked-on-${localDate}`;
        await current().openRound(round({ id, place, questionId, belongsTo: { delivery: id } }));
        await settle(id, state);
      };
      const asked = (localDate: string) => ({ localDate, questionId: `asked-on-${localDate}` });
      for (const day of ['2026-11-19', '2026-11-21', '2026-11-20']) await ask(day, 'posted');
      await ask('2026-11-22', 'failed');
      for (const place of elsewhere) await ask('2026-11-23', 'posted', place);
      await startRound(current(), 'of-a-quiz');
      expect(await current().dailiesAsked(channel, 30)).toEqual(
        ['2026-11-21', '2026-11-20', '2026-11-19'].map(asked),
      );
      expect(await current().dailiesAsked(channel, 1)).toEqual([asked('2026-11-21')]);
    });

    it('gives one local date of a place to one of twenty that claim it at once', async () => {
      const claim = async (at: number) =>
        (await current().claimDelivery(delivery({ id: `delivery-${at}` }))) !== undefined;
      expect(await winners(20, claim)).toBe(1);
      expect(await current().deliveriesOf(channel, 50)).toHaveLength(1);
    });

    it('refuses a second claim while the first is under way, was posted, or may have been', async () => {
      const again = () => current().claimDelivery(delivery({ id: 'again' }));
      await current().claimDelivery(delivery());
      expect(await again()).toBeUndefined();
      await current().noteAttempt('delivery', HELD, { unsureSince: NOON, retryAt: NOON + 5 });
      await settle('delivery', 'failed', 'not confirmed');
      expect(await again()).toBeUndefined();
      await settle('delivery', 'posted');
      expect(await again()).toBeUndefined();
    });

    it.each(['failed', 'skipped'] as const)(
      'lets one of twenty take over a date that was %s with nothing posted',
      async (state) => {
        await current().claimDelivery(delivery());
        await settle('delivery', state, 'no right to post');
        const take = async (at: number) =>
          (await current().claimDelivery(delivery({ id: `${at}`, dueAt: NOON + 9, byHand: true }))) ===
          'delivery';
        expect(await winners(20, take)).toBe(1);
        const renewed = { state: 'claimed', reason: '', dueAt: NOON + 9, byHand: true, settledAt: undefined };
        expect(await current().findDelivery('delivery')).toMatchObject(renewed);
      },
    );

    it('remembers since when a question may stand somewhere, and forgets it again', async () => {
      await current().claimDelivery(delivery());
      await current().noteAttempt('delivery', HELD, { unsureSince: NOON + 1, retryAt: NOON + 5 });
      expect(await current().findDelivery('delivery')).toMatchObject({ unsureSince: NOON + 1 });
      await current().noteAttempt('delivery', NOON + 5, { unsureSince: undefined, retryAt: NOON + 5 });
      expect(await current().findDelivery('delivery')).toMatchObject({ unsureSince: undefined });
    });

    it('lets one of twenty try to post what was claimed, and nobody else before its time is over', async () => {
      await current().claimDelivery(delivery());
      const { claimedAt } = delivery();
      const take = (now: number) => current().takeAttempt('delivery', now, now + MINUTE);
      expect(await take(claimedAt)).toBe(false);
      const later = claimedAt + 2 * MINUTE;
      expect(await winners(20, () => take(later))).toBe(1);
      expect(await take(later + MINUTE - 1)).toBe(false);
      expect(await take(later + MINUTE)).toBe(true);
      await settle('delivery', 'posted');
      expect(await take(later + 9 * MINUTE)).toBe(false);
    });

    it('lets nobody note a try whose turn is over, and nobody note one of a settled delivery', async () => {
      await current().claimDelivery(delivery());
      const later = HELD + MINUTE;
      await current().takeAttempt('delivery', HELD, later);
      const note = (held: number) =>
        current().noteAttempt('delivery', held, { unsureSince: NOON, retryAt: later + MINUTE });
      expect(await note(HELD)).toBe(false);
      expect(await current().findDelivery('delivery')).toMatchObject({ unsureSince: undefined });
      expect(await winners(20, () => note(later))).toBe(1);
      await settle('delivery', 'posted');
      expect(await note(later + MINUTE)).toBe(false);
    });

    it('finds and gives out again what seems to be put off for days, because the clock was set back', async () => {
      await current().claimDelivery(delivery());
      const daysAgo = HELD - 2 * 24 * 60 * MINUTE;
      expect(await current().dueDeliveries(EVERYWHERE, daysAgo, 10)).toMatchObject([{ id: 'delivery' }]);
      expect(await winners(20, () => current().takeAttempt('delivery', daysAgo, daysAgo + MINUTE))).toBe(1);
      expect(await current().dueDeliveries(EVERYWHERE, daysAgo, 10)).toEqual([]);
    });

    it('says that a question may stand there where nobody can find out, and does not give its date away', async () => {
      await current().claimDelivery(delivery());
      await current().noteAttempt('delivery', HELD, { unsureSince: NOON, retryAt: NOON + 5 });
      await settle('delivery', 'unknown', 'never confirmed');
      expect(await current().findDelivery('delivery')).toMatchObject({
        state: 'unknown',
        reason: 'never confirmed',
      });
      expect(await current().claimDelivery(delivery({ id: 'again' }))).toBeUndefined();
      expect(await current().dueDeliveries(EVERYWHERE, EVER, 10)).toEqual([]);
      expect(await current().dailyDates(channel, ana)).toEqual({ posted: [], answered: [], open: [] });
    });

    it('tells more about a posted question, though it stays posted', async () => {
      await current().claimDelivery(delivery());
      await settle('delivery', 'posted');
      await settle('delivery', 'posted', 'its answer could not be shown');
      expect(await current().findDelivery('delivery')).toMatchObject({
        state: 'posted',
        reason: 'its answer could not be shown',
      });
    });

    it('lets another date and another place be claimed', async () => {
      await current().claimDelivery(delivery());
      expect(await current().claimDelivery(delivery({ id: 'next', localDate: '2026-11-22' }))).toBe('next');
      for (const [at, place] of elsewhere.entries())
        expect(await current().claimDelivery(delivery({ id: `other-${at}`, place }))).toBe(`other-${at}`);
    });

    it('keeps a question posted that was posted, whatever a slower process makes of it', async () => {
      await current().claimDelivery(delivery());
      await settle('delivery', 'posted');
      await settle('delivery', 'failed', 'gave up');
      expect(await current().findDelivery('delivery')).toMatchObject({ state: 'posted', reason: '' });
    });

    it('takes a failed delivery for posted where it was posted after all', async () => {
      await current().claimDelivery(delivery());
      await settle('delivery', 'failed', 'gave up');
      await settle('delivery', 'posted');
      expect(await current().findDelivery('delivery')).toMatchObject({ state: 'posted', reason: '' });
    });

    it('lists what became of a place, newest first, no more than asked for', async () => {
      for (const day of ['19', '21', '20'])
        await current().claimDelivery(delivery({ id: day, localDate: `2026-11-${day}` }));
      await current().claimDelivery(delivery({ id: 'other', place: otherTeam }));
      const ids = async (limit: number) => (await current().deliveriesOf(channel, limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(['21', '20', '19']);
      expect(await ids(2)).toEqual(['21', '20']);
    });

    it('finds what was claimed and not settled once it is time to look again, the longest due first', async () => {
      await current().claimDelivery(delivery({ id: 'later', dueAt: NOON + 2 }));
      await current().claimDelivery(delivery({ id: 'first', place: otherTeam, dueAt: NOON + 1 }));
      await current().claimDelivery(delivery({ id: 'done', place: secondChannel }));
      await settle('done', 'posted');
      for (const id of ['later', 'first'])
        await current().noteAttempt(id, HELD, { unsureSince: NOON, retryAt: NOON + 7 });
      const ids = async (at: number, limit: number) =>
        (await current().dueDeliveries(EVERYWHERE, at, limit)).map(({ id }) => id);
      expect(await ids(NOON + 6, 10)).toEqual([]);
      expect(await ids(NOON + 7, 10)).toEqual(['first', 'later']);
      expect(await ids(NOON + 7, 1)).toEqual(['first']);
    });

    it('knows on which dates a question was posted and on which of them a player answered', async () => {
      for (const day of ['21', '19', '20', '18']) await postDay(day);
      await current().recordAnswer(answer({ round: 'round-21', player: ana }));
      await current().recordAnswer(answer({ round: 'round-19', player: ana, right: false }));
      await current().recordAnswer(answer({ round: 'round-20', player: ben }));
      await current().claimDelivery(delivery({ id: '22', localDate: '2026-11-22' }));
      await settle('22', 'skipped', 'a holiday');
      await current().closeRound('round-18', NOON + 9);
      expect(await current().dailyDates(channel, ana)).toEqual({
        posted: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
        answered: ['2026-11-19', '2026-11-21'],
        open: ['2026-11-19', '2026-11-20', '2026-11-21'],
      });
      for (const place of elsewhere)
        expect(await current().dailyDates(place, ana)).toEqual({ posted: [], answered: [], open: [] });
    });

    it('finds what goes on by itself later than an instant', async () => {
      const at = (id: string, place: Place, given: Partial<Daily> = {}) =>
        current().saveDaily(daily({ id, place, nextRun: NOON + 9, ...given }));
      await at('on', channel);
      await at('paused', secondChannel, { state: 'paused' });
      await at('until', otherTeam, { state: 'paused', pausedUntil: '2026-12-01' });
      await at('sooner', otherPlatform, { nextRun: NOON });
      expect((await current().dailiesAfter(NOON)).map(({ id }) => id)).toEqual(['on', 'until']);
    });

    it('gives a delivery another date, unless the place has one for that', async () => {
      for (const day of ['20', '21']) await postDay(day);
      await current().claimDelivery(delivery({ id: 'other', place: otherTeam, localDate: '2026-11-19' }));
      expect(await current().redateDelivery('21', '2026-11-20')).toBe(false);
      expect(await current().redateDelivery('21', '2026-11-19')).toBe(true);
      const dates = (await current().deliveriesOf(channel, 9)).map(({ id, localDate }) => [id, localDate]);
      expect(dates).toEqual([
        ['20', '2026-11-20'],
        ['21', '2026-11-19'],
      ]);
    });

    it('counts no date whose question counted for nobody', async () => {
      for (const day of ['20', '21']) {
        await postDay(day);
        await current().recordAnswer(answer({ round: `round-${day}`, player: ana }));
        await current().closeRound(`round-${day}`, NOON + 9);
      }
      await current().voidRound('round-20');
      const dates = { posted: ['2026-11-21'], answered: ['2026-11-21'], open: [] };
      expect(await current().dailyDates(channel, ana)).toEqual(dates);
    });

    async function postDay(day: string): Promise<void> {
      await current().claimDelivery(delivery({ id: day, localDate: `2026-11-${day}` }));
      await current().openRound(round({ id: `round-${day}`, belongsTo: { delivery: day } }));
      await settle(day, 'posted');
    }
  });
}
