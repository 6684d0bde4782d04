/**
 * How often a wrong secret may be tried. A few at once by mistake, then slowly: for each visitor, and for all together, so
 * that many addresses do not help. Nobody is shut out for longer than somebody else goes on guessing, and whoever is in
 * already is not asked.
 */
import type { Clock } from '../../core/ports/clock.ts';
import { createMeter, type Rate } from '../../core/rate.ts';

export interface Tries {
  /** How long this visitor has to wait before the next try; 0 where it may come now. `isKnown`: what others tried is not theirs. */
  waitMs(visitor: string, isKnown: boolean): number;
  wrong(visitor: string): void;
}

const EACH: Rate = { atOnce: 10, thenEveryMs: 60_000 };
const ALL: Rate = { atOnce: 50, thenEveryMs: 5_000 };

/** The oldest is forgotten first; the rate of all together holds nevertheless. */
const MOST_VISITORS = 10_000;

export function createTries(clock: Pick<Clock, 'now'>): Tries {
  const each = createMeter(clock, EACH, MOST_VISITORS);
  const all = createMeter(clock, ALL);
  return {
    waitMs: (visitor, isKnown) => Math.max(each.waitMs(visitor), isKnown ? 0 : all.waitMs('all')),
    wrong: (visitor) => {
      each.count(visitor);
      all.count('all');
    },
  };
}
