import type { Daily } from '../ports/store.ts';

/** When the next question of a place's daily comes, for people to look forward to; undefined where none does. */
export const comingRun = (daily: Daily | undefined, now: number): number | undefined =>
  daily?.state === 'on' && daily.nextRun > now ? daily.nextRun : undefined;
