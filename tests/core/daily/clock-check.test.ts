/** What the hourly look at the clock costs where no clock was wrong. */
import { expect, it } from 'vitest';
import { createClockCheck } from '../../../src/core/daily/clock-check.ts';
import { nextRun } from '../../../src/core/daily/zone.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { createFaultyStore, type FaultyStore } from '../../fakes/faulty-store.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { createWorld, type World } from '../../fakes/world.ts';

const DAY = 24 * 3_600_000;
const SATURDAY = '2026-11-28T12:00:30Z';

async function createWeekend(): Promise<{ readonly world: World; readonly counting: FaultyStore }> {
  const counting = createFaultyStore(await openMemoryStore());
  const world = await createWorld({ start: SATURDAY, store: counting.store });
  return { world, counting };
}

/** Dailies from Monday to Friday; every tenth is paused until Thursday. */
async function setDailies({ store, clock }: World, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const schedule = { time: '09:00', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], skipDates: [] };
    const isPaused = at % 10 === 0;
    await store.saveDaily({
      ...schedule,
      id: `daily-${at}`,
      place: placeOf('test', 'W1', `C${at}`),
      ...{ topic: '', revealAfterHours: 24, catchUpHours: 6, reason: '' },
      state: isPaused ? 'paused' : 'on',
      pausedUntil: isPaused ? '2026-12-03' : undefined,
      setBy: playerOf('test', 'W1', 'mod'),
      nextRun: nextRun(isPaused ? Date.parse('2026-12-03T00:00:00Z') : clock.now(), schedule),
    });
  }
}

it('a weekend on which 200 dailies wait for Monday costs the store two questions', async () => {
  const { world, counting } = await createWeekend();
  await setDailies(world, 200);
  counting.failAt(undefined, 'before');
  await createClockCheck(world.services)();
  expect(counting.calls).toEqual(['unrevealedRounds', 'dailiesAfter']);
  await world.close();
});

it('a look that fails comes again with the next tick', async () => {
  const { world, counting } = await createWeekend();
  await setDailies(world, 1);
  const thursday = (await world.store.findDailyById('daily-0'))?.nextRun ?? 0;
  await world.store.moveNextRun('daily-0', thursday, thursday + 30 * DAY);
  const check = createClockCheck(world.services);
  counting.failAt(1, 'before');
  await expect(check()).rejects.toThrow('dailiesAfter');
  counting.failAt(undefined, 'before');
  await check();
  expect(await world.store.findDailyById('daily-0')).toMatchObject({ nextRun: thursday });
  await world.close();
});
