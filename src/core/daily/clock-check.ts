/**
 * A machine may start with a clock that is days ahead, and have it set right a minute later. What was put off by the
 * wrong clock is then taken back, so that no day is lost and no round stays open for weeks.
 */
import type { Daily } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { daysAfter } from './calendar.ts';
import { nextFreeRun } from './run-daily.ts';
import { localDateOf, nextWaking } from './zone.ts';

const HOUR_MS = 3_600_000;

/** A schedule that leaves out no date never waits longer, clock changes included. */
const A_DAY_MS = 26 * HOUR_MS;

/** By so much another process's clock may be ahead, and nobody minds. */
const SKEW_MS = 60_000;

/**
 * Looks at the first call, when the clock went back since the last one, and every hour: another process on the same
 * database may be the one whose clock was wrong.
 */
export function createClockCheck(services: Services): () => Promise<void> {
  let [seen, checked] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return async () => {
    const now = services.clock.now();
    const isDue = now < seen || now - checked >= HOUR_MS;
    seen = now;
    if (!isDue) return;
    // One that fails comes again with the next tick.
    checked = Number.NEGATIVE_INFINITY;
    await takeBack(services, now);
    checked = now;
  };
}

async function takeBack(services: Services, now: number): Promise<void> {
  const { store, logger } = services;
  let [rounds, dailies] = [0, 0];
  for (const { id, openedAt } of await store.unrevealedRounds()) {
    if (openedAt <= now + SKEW_MS) continue;
    await store.moveRound(id, now - openedAt);
    rounds += 1;
  }
  const soonest = createSoonest(now);
  for (const daily of await store.dailiesAfter(now + A_DAY_MS)) {
    if (daily.nextRun <= soonest(daily)) continue;
    await dateBack(services, daily, now);
    const next = await nextFreeRun(services, daily);
    if (next < daily.nextRun && (await store.moveNextRun(daily.id, daily.nextRun, next))) dailies += 1;
  }
  if (rounds + dailies > 0) logger.warn('clock-was-ahead', { rounds, dailies });
}

/**
 * By the calendar alone, without a question to the store: every weekend all that come from Monday to Friday are more
 * than a day ahead. Worked out once for all that share a schedule, because zones cost half a millisecond each.
 */
function createSoonest(now: number): (daily: Daily) => number {
  const known = new Map<string, number>();
  return (daily) => {
    const { zone, time, weekdays, skipDates, pausedUntil } = daily;
    const key = JSON.stringify([zone, time, weekdays, skipDates, pausedUntil]);
    const soonest = known.get(key) ?? nextWaking(now, daily);
    known.set(key, soonest);
    return soonest;
  };
}

/** More dates than these the wrong clock cannot have filled: of a longer absence only a week is recorded. */
const LOOK_AT = 10;

/** A question posted by the wrong clock was seen on a date that is past; its own date gets another one. */
async function dateBack({ store }: Services, { place, zone }: Daily, now: number): Promise<void> {
  const today = localDateOf(now, zone);
  const ahead = (await store.deliveriesOf(place, LOOK_AT)).filter(
    ({ localDate, state }) => localDate > today && state === 'posted',
  );
  for (const { id } of ahead)
    for (
      let back = 0;
      back < LOOK_AT && !(await store.redateDelivery(id, daysAfter(today, -back)));
      back += 1
    );
}
