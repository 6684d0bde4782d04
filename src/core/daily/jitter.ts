/** Spreads what is due at the same minute, so that a full hour is no burst for the platforms. */
import { hashOf } from '../hash.ts';
import type { Place } from '../ids.ts';
import type { Daily } from '../ports/store.ts';

const LONGEST_SPREAD_MS = 20_000;

/** So far apart on average, as many are posted in a second as a platform takes of one bot. */
const APART_MS = 20;

/**
 * When a daily that is due is to be run: at its time, put off by a part of the spread that is the place's own. The
 * spread grows with how many are due at once, so that a question that is alone comes on time.
 */
export const startOf = ({ place, nextRun }: Daily, dueAtOnce: number, now: number): number => {
  const spread = Math.min(LONGEST_SPREAD_MS, (dueAtOnce - 1) * APART_MS);
  return Math.max(now, nextRun + Math.floor(shareOf(place) * spread));
};

/** A number from 0 up to, not including, 1: the same for a place each time, and even over many. */
export function shareOf({ platform, workspace, channel }: Place): number {
  const hash = hashOf(`${platform}/${workspace}/${channel}`);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
