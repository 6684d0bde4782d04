/**
 * How often something may happen: some of it at once, then one at a time. Kept in memory, so each process counts for
 * itself and forgets at its end.
 */
import type { Clock } from './ports/clock.ts';

export interface Rate {
  readonly atOnce: number;
  readonly thenEveryMs: number;
}

export interface Meter {
  /** How long whoever this is has to wait; 0 where it may happen now. Counts nothing. */
  waitMs(who: string): number;
  count(who: string): void;
}

/** Of more than these the one who came longest ago is forgotten, so that invented names cost no memory. */
const MOST_KNOWN = 5_000;

export function createMeter(
  clock: Pick<Clock, 'now'>,
  { atOnce, thenEveryMs }: Rate,
  most = MOST_KNOWN,
): Meter {
  /** Until when what has happened uses up the rate. Who came last stands last. */
  const usedUntil = new Map<string, number>();
  /** No later than what may be used at once: where the clock was put back, nobody waits for as long as that. */
  const untilOf = (who: string, now: number) => Math.min(usedUntil.get(who) ?? 0, now + atOnce * thenEveryMs);
  return {
    waitMs: (who) => {
      const now = clock.now();
      return Math.max(0, untilOf(who, now) - (atOnce - 1) * thenEveryMs - now);
    },
    count: (who) => {
      const now = clock.now();
      const until = Math.max(now, untilOf(who, now)) + thenEveryMs;
      usedUntil.delete(who);
      usedUntil.set(who, until);
      for (const [first, used] of usedUntil) {
        if (used > now && usedUntil.size <= most) break;
        usedUntil.delete(first);
      }
    },
  };
}
