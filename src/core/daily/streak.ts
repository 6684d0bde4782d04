/** How many daily questions in a row a player has answered. */
import { localDateOf } from './zone.ts';

export interface DailyDates {
  /** Local dates on which a question was posted, ascending. */
  readonly posted: readonly string[];
  /** Those of them that the player answered, ascending. */
  readonly answered: readonly string[];
}

/**
 * Counts back from the newest posted question. A day without a question is not in `posted`, so it breaks
 * nothing; today's question breaks nothing either until today is over in the place's zone.
 */
export function streakOf({ posted, answered }: DailyDates, now: number, zone: string): number {
  const known = new Set(answered);
  const today = localDateOf(now, zone);
  const counted = posted.toReversed().filter((date) => date !== today || known.has(date));
  const firstMissed = counted.findIndex((date) => !known.has(date));
  return firstMissed === -1 ? counted.length : firstMissed;
}
