/**
 * How often a wrong secret may be tried. A few at once by mistake, then slowly: for each visitor, and for all together, so
 * that many addresses do not help. Nobody is shut out for longer than somebody else goes on guessing, and whoever is in
 * already is not asked.
 */
import type { Clock } from '../../core/ports/clock.ts';

export interface Tries {
  /** How long this visitor has to wait before the next try; 0 where it may come now. `isKnown`: what others tried is not theirs. */
  waitMs(visitor: string, isKnown: boolean): number;
  wrong(visitor: string): void;
}

interface Pace {
  readonly atOnce: number;
  readonly thenEveryMs: number;
}

const EACH: Pace = { atOnce: 10, thenEveryMs: 60_000 };
const ALL: Pace = { atOnce: 50, thenEveryMs: 5_000 };

/** The oldest is forgotten first; the pace of all together holds nevertheless. */
const MOST_VISITORS = 10_000;

export function createTries(clock: Pick<Clock, 'now'>): Tries {
  /** Until when what was tried has used up the pace. */
  const usedUntil = new Map<string, number>();
  let allUntil = 0;
  const waitOf = (until: number, { atOnce, thenEveryMs }: Pace) =>
    Math.max(0, until - (atOnce - 1) * thenEveryMs - clock.now());
  return {
    waitMs: (visitor, isKnown) =>
      Math.max(waitOf(usedUntil.get(visitor) ?? 0, EACH), isKnown ? 0 : waitOf(allUntil, ALL)),
    wrong: (visitor) => {
      const now = clock.now();
      const until = Math.max(now, usedUntil.get(visitor) ?? 0) + EACH.thenEveryMs;
      usedUntil.delete(visitor);
      usedUntil.set(visitor, until);
      const [oldest] = usedUntil.keys();
      if (usedUntil.size > MOST_VISITORS && oldest !== undefined) usedUntil.delete(oldest);
      allUntil = Math.max(now, allUntil) + ALL.thenEveryMs;
    },
  };
}
