/**
 * How often one person may make the bot speak to everyone by a button. Kept in memory: forgotten at a restart, and
 * by each process for itself, which does no harm.
 */
import type { Player } from '../ids.ts';
import type { Clock } from '../ports/clock.ts';

export interface Pace {
  /** Whether this person may now; if so, it is counted. */
  allows(player: Player): boolean;
}

const MOST = 5;
const WITHIN_MS = 60_000;

export function createPace(clock: Pick<Clock, 'now'>): Pace {
  /** Who was allowed last stands last, so those of whom nothing needs to be known stand first. */
  const times = new Map<string, readonly number[]>();
  const forgetOld = (since: number) => {
    for (const [key, taken] of times) {
      if ((taken.at(-1) ?? 0) > since) return;
      times.delete(key);
    }
  };
  return {
    allows({ platform, workspace, user }) {
      const now = clock.now();
      forgetOld(now - WITHIN_MS);
      const key = JSON.stringify([platform, workspace, user]);
      const recent = (times.get(key) ?? []).filter((at) => at > now - WITHIN_MS && at <= now);
      if (recent.length >= MOST) return false;
      times.delete(key);
      times.set(key, [...recent, now]);
      return true;
    },
  };
}
