import { describe, expect, it } from 'vitest';
import { type DeliveryChange, FIRST_TRY_MS } from '../../../src/core/ports/store.ts';
import { type Current, channel, daily, delivery, EVER, NOON, otherPlatform } from './samples.ts';

/** Until when the first try of the delivery belongs to who claimed it. */
const HELD = delivery().claimedAt + FIRST_TRY_MS;

export function specifyDue(current: Current): void {
  describe('what is due', () => {
    it('is that of the platforms that are asked for', async () => {
      await current().saveDaily(daily({ nextRun: NOON }));
      await current().saveDaily(daily({ id: 'there', place: otherPlatform, nextRun: NOON - 1 }));
      await current().claimDelivery(delivery());
      await current().claimDelivery(delivery({ id: 'delivery-there', place: otherPlatform }));
      for (const { platform } of [channel, otherPlatform]) {
        const due = [
          ...(await current().dueDailies([platform], NOON, 10)),
          ...(await current().dueDeliveries([platform], HELD, 10)),
        ];
        expect(due.map(({ place }) => place.platform)).toEqual([platform, platform]);
      }
    });

    it('is known by its oldest: a daily not yet claimed, or a delivery that is claimed and not posted', async () => {
      const oldest = (at: number) => current().oldestDue([channel.platform], at);
      expect(await oldest(EVER)).toBeUndefined();
      await current().saveDaily(daily({ nextRun: NOON }));
      await current().saveDaily(daily({ id: 'there', place: otherPlatform, nextRun: 1 }));
      expect(await oldest(NOON - 1)).toBeUndefined();
      expect(await oldest(NOON)).toBe(NOON);
      const { dueAt } = delivery({ dueAt: NOON - 5 });
      await current().claimDelivery(delivery({ dueAt }));
      expect(await oldest(NOON)).toBe(dueAt);
      await settleAs('posted');
      expect(await oldest(NOON)).toBe(NOON);
      await current().moveNextRun(daily().id, NOON, EVER);
      expect(await oldest(NOON)).toBeUndefined();
    });

    const settleAs = (state: DeliveryChange['state']) =>
      current().settleDelivery('delivery', { state, reason: '', at: NOON + 9 });
  });
}
