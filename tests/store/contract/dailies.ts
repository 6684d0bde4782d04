import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/ids.ts';
import {
  ben,
  type Current,
  channel,
  daily,
  delivery,
  EVER,
  elsewhere,
  MINUTE,
  NOON,
  ODD_TEXTS,
  otherPlatform,
  otherTeam,
  secondChannel,
  winners,
} from './samples.ts';

const EVERYWHERE = [channel.platform, otherPlatform.platform];

export function specifyDailies(current: Current): void {
  describe('dailies', () => {
    it('remembers a daily as it was set, by place and by id', async () => {
      await current().saveDaily(daily());
      expect(await current().findDaily(channel)).toEqual(daily());
      expect(await current().findDailyById('daily')).toEqual(daily());
    });

    it('remembers of which pack its questions are to be, until it is set without one', async () => {
      await current().saveDaily(daily({ pack: 'moon' }));
      expect(await current().findDaily(channel)).toEqual(daily({ pack: 'moon' }));
      await current().saveDaily(daily());
      expect(await current().findDaily(channel)).toEqual(daily());
    });

    it('knows no daily where none was set', async () => {
      await current().saveDaily(daily());
      for (const place of elsewhere) expect(await current().findDaily(place)).toBeUndefined();
      expect(await current().findDailyById('other')).toBeUndefined();
    });

    it('has one daily a place: a new one takes the place of the old, under the id that deliveries know', async () => {
      await current().saveDaily(daily());
      await current().saveDaily(daily({ time: '18:30', weekdays: [7], state: 'paused', reason: 'holidays' }));
      expect(await current().findDaily(channel)).toMatchObject({
        time: '18:30',
        weekdays: [7],
        reason: 'holidays',
      });
      await current().saveDaily(daily({ id: 'new', setBy: ben }));
      expect(await current().findDaily(channel)).toEqual(daily({ setBy: ben }));
      expect(await current().findDailyById('new')).toBeUndefined();
    });

    it('keeps what was delivered when a daily is replaced', async () => {
      await current().saveDaily(daily());
      await current().claimDelivery(delivery());
      await current().saveDaily(daily({ id: 'new' }));
      expect(await current().deliveriesOf(channel, 10)).toMatchObject([{ id: 'delivery', daily: 'daily' }]);
      expect(await current().claimDelivery(delivery({ id: 'again', daily: 'new' }))).toBeUndefined();
    });

    it('leaves the dailies of other places alone', async () => {
      for (const [at, place] of elsewhere.entries())
        await current().saveDaily(daily({ id: `other-${at}`, place }));
      await current().saveDaily(daily({ state: 'off' }));
      for (const place of elsewhere) expect(await current().findDaily(place)).toMatchObject({ state: 'on' });
    });

    it('finds the dailies that are due and on, the longest due first, no more than asked for', async () => {
      const places = [channel, ...elsewhere];
      for (const [at, place] of places.entries())
        await current().saveDaily(daily({ id: `daily-${at}`, place, nextRun: NOON - at * MINUTE }));
      await current().saveDaily(daily({ id: 'daily-1', place: secondChannel, nextRun: NOON + 1 }));
      const ids = async (limit: number) =>
        (await current().dueDailies(EVERYWHERE, NOON, limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(['daily-3', 'daily-2', 'daily-0']);
      expect(await ids(2)).toEqual(['daily-3', 'daily-2']);
    });

    it('remembers dates to skip, patience, and when a pause ends', async () => {
      const resting = daily({
        ...{ skipDates: ['2026-12-24', '2026-12-25'], catchUpHours: 24 },
        ...{ state: 'paused', pausedUntil: '2027-01-07' },
      });
      await current().saveDaily(resting);
      expect(await current().findDaily(channel)).toEqual(resting);
      await current().saveDaily(daily());
      expect(await current().findDaily(channel)).toEqual(daily());
    });

    it('finds a paused daily once it is due, where its pause ends by itself', async () => {
      await current().saveDaily(daily({ state: 'paused', pausedUntil: '2026-11-21' }));
      expect(await current().dueDailies(EVERYWHERE, NOON - 1, 10)).toEqual([]);
      expect(await current().dueDailies(EVERYWHERE, NOON, 10)).toMatchObject([
        { id: 'daily', pausedUntil: '2026-11-21' },
      ]);
      await current().saveDaily(daily({ state: 'off', pausedUntil: '2026-11-21' }));
      expect(await current().dueDailies(EVERYWHERE, NOON, 10)).toEqual([]);
    });

    it.each(['paused', 'off'] as const)('does not find a daily that is %s', async (state) => {
      await current().saveDaily(daily({ state }));
      expect(await current().dueDailies(EVERYWHERE, NOON, 10)).toEqual([]);
    });

    it('moves the next run once, though twenty try at once', async () => {
      await current().saveDaily(daily());
      expect(await winners(20, () => current().moveNextRun('daily', NOON, NOON + MINUTE))).toBe(1);
      expect(await current().findDailyById('daily')).toMatchObject({ nextRun: NOON + MINUTE });
    });

    it('does not move a next run that someone has set anew meanwhile', async () => {
      await current().saveDaily(daily({ nextRun: NOON + 7 }));
      expect(await current().moveNextRun('daily', NOON, NOON + MINUTE)).toBe(false);
      expect(await current().moveNextRun('no-such-daily', NOON, NOON + MINUTE)).toBe(false);
      expect(await current().findDailyById('daily')).toMatchObject({ nextRun: NOON + 7 });
    });

    it.each(['paused', 'off'] as const)(
      'is not touched by a late refusal where it is %s by now',
      async (state) => {
        await current().saveDaily(daily({ state }));
        expect(await current().stopDaily('daily', 'May not post.')).toBe(false);
        expect(await current().findDaily(channel)).toEqual(daily({ state }));
      },
    );

    it('is paused with a reason, and keeps what someone set meanwhile', async () => {
      await current().saveDaily(daily({ time: '10:30', nextRun: NOON + 7 }));
      await current().stopDaily('daily', 'May not post.');
      const stopped = daily({ time: '10:30', nextRun: NOON + 7, state: 'paused', reason: 'May not post.' });
      expect(await current().findDaily(channel)).toEqual(stopped);
      expect(await current().dueDailies(EVERYWHERE, NOON + 8, 10)).toEqual([]);
    });

    it('is stopped by one of twenty that are refused at once, so that one person is told once', async () => {
      await current().saveDaily(daily());
      expect(await winners(20, () => current().stopDaily('daily', 'May not post.'))).toBe(1);
    });

    it('is noted to have nothing to ask by one of twenty that find out at once, and stays on', async () => {
      const note = 'No question fits.';
      await current().saveDaily(daily({ reason: '' }));
      expect(await winners(20, () => current().noteDaily('daily', note))).toBe(1);
      expect(await current().findDaily(channel)).toEqual(daily({ reason: note }));
      expect(await winners(20, () => current().noteDaily('daily', ''))).toBe(1);
      expect(await current().findDaily(channel)).toEqual(daily({ reason: '' }));
    });

    it.each(['paused', 'off'] as const)('is not noted of one that is %s', async (state) => {
      await current().saveDaily(daily({ state, reason: 'May not post.' }));
      expect(await current().noteDaily('daily', 'No question fits.')).toBe(false);
      expect(await current().findDaily(channel)).toEqual(daily({ state, reason: 'May not post.' }));
    });

    it('goes on after its pause only where nobody has set, paused or ended it meanwhile', async () => {
      const waiting = daily({ state: 'paused', pausedUntil: '2026-12-01' });
      await current().saveDaily(waiting);
      expect(await current().resumeDaily('daily', NOON + 7)).toBe(false);
      expect(await winners(20, () => current().resumeDaily('daily', NOON))).toBe(1);
      expect(await current().findDaily(channel)).toEqual(daily({ pausedUntil: undefined }));
      for (const state of ['off', 'paused'] as const) {
        await current().saveDaily(daily({ state }));
        expect(await current().resumeDaily('daily', NOON)).toBe(false);
        expect(await current().findDaily(channel)).toEqual(daily({ state }));
      }
    });

    it('stops with its whole workspace, and leaves other workspaces and what rests anyway alone', async () => {
      await current().saveDaily(daily());
      await current().saveDaily(daily({ id: 'random', place: secondChannel, state: 'off' }));
      await current().saveDaily(daily({ id: 'other-team', place: otherTeam }));
      await current().saveDaily(daily({ id: 'other-platform', place: otherPlatform }));
      expect(await current().stopWorkspace(secondChannel, 'Removed.')).toBe(1);
      expect(await current().findDaily(channel)).toEqual(daily({ state: 'paused', reason: 'Removed.' }));
      expect(await current().findDaily(secondChannel)).toMatchObject({ state: 'off', reason: '' });
      for (const place of [otherTeam, otherPlatform])
        expect(await current().findDaily(place)).toMatchObject({ state: 'on', reason: '' });
    });

    it('stops with its whole workspace also where it would have gone on by itself, and not again', async () => {
      await current().saveDaily(daily({ state: 'paused', pausedUntil: '2026-12-01' }));
      expect(await current().stopWorkspace(secondChannel, 'Removed.')).toBe(1);
      expect(await current().findDaily(channel)).toEqual(daily({ state: 'paused', reason: 'Removed.' }));
      expect(await current().dueDailies(EVERYWHERE, EVER, 10)).toEqual([]);
      expect(await current().stopWorkspace(secondChannel, 'Again.')).toBe(0);
    });

    it.each(ODD_TEXTS)('keeps topic and reason as they were written: %.30s', async (text) => {
      await current().saveDaily(daily({ topic: text, reason: text }));
      expect(await current().findDaily(channel)).toEqual(daily({ topic: text, reason: text }));
    });

    it('lets no workspace with many channels stand before the others: each has its first, then its second', async () => {
      for (const at of [1, 2, 3, 4, 5])
        await current().saveDaily(
          daily({ id: `big-${at}`, place: placeOf('chat', 'big', `${at}`), nextRun: NOON - at * MINUTE }),
        );
      await current().saveDaily(daily({ id: 'small-late', place: otherTeam, nextRun: NOON - 9 }));
      await current().saveDaily(
        daily({ id: 'small-later', place: placeOf('chat', 'team-2', 'random'), nextRun: NOON }),
      );
      await current().saveDaily(daily({ id: 'namesake', place: placeOf('talk', 'big', '1'), nextRun: NOON }));
      expect((await current().dueDailies(EVERYWHERE, NOON, 6)).map(({ id }) => id)).toEqual([
        ...['big-5', 'small-late', 'namesake'],
        ...['big-4', 'small-later', 'big-3'],
      ]);
    });
  });
}
