/** How many daily questions in a row a player has answered. */
import type { DailyDates } from '../store.ts';
import { localDateOf } from './zone.ts';

/**
 * Counts back from the newest posted question. A day without a question is not in `posted`, so it breaks
 * nothing; a question that is still open breaks nothing, and today's not before today is over in the place's
 * zone.
 */
export function streakOf({ posted, answered, open }: DailyDates, now: number, zone: string): number {
  const known = new Set(answered);
  const pending = new Set([...open, localDateOf(now, zone)]);
  const counted = posted.toReversed().filter((date) => known.has(date) || !pending.has(date));
  const firstMissed = counted.findIndex((date) => !known.has(date));
  return firstMissed === -1 ? counted.length : firstMissed;
}
