/** How many edits a minute a platform takes from us in one workspace or channel, and who gets them. */

const MINUTE_MS = 60_000;

/** A platform that said "slow down" hears no count for this long, and twice as long each time it says so again. */
const BACK_OFF_MS = 15_000;
const BACK_OFF_MAX_MS = 4 * MINUTE_MS;

export interface Budget {
  /** A message is edited at this instant. */
  spend(now: number): void;
  /** A result will have to be shown by then. */
  expect(round: string, closesAt: number): void;
  /** Whose turn it is: answers `now` where a count may be shown, otherwise when to ask again. */
  takeCount(now: number): number;
  slowDown(now: number, retryAfterMs?: number): void;
  isIdle(now: number): boolean;
}

/** A part of the budget, for results of rounds that are not open yet. */
const KEPT = 0.1;

export function createBudget(perMinute: number): Budget {
  const forCounts = Math.floor(perMinute * (1 - KEPT));
  /** Of the last minute, oldest first. */
  let spent: number[] = [];
  const due = new Map<string, number>();
  let nextCountAt = 0;
  let pause = 0;
  let pausedUntil = 0;

  const forget = (now: number) => {
    // Instants ahead of us were noted before the clock was set back.
    spent = spent.filter((at) => at > now - MINUTE_MS && at <= now);
    for (const [round, at] of due) if (at < now) due.delete(round);
    if (nextCountAt > now + MINUTE_MS) nextCountAt = now;
    if (now > pausedUntil + BACK_OFF_MAX_MS) pause = 0;
  };

  /** The most edits in any minute that `now` belongs to, past and to come. */
  const busiest = (now: number): number => {
    const ahead = [...due.values()].toSorted((a, b) => a - b);
    const starts = [now - MINUTE_MS, ...spent, now];
    return Math.max(
      ...starts.map((start, left) => {
        const results = ahead.filter((at) => at <= start + MINUTE_MS).length;
        return Math.max(0, spent.length - left) + results;
      }),
    );
  };

  return {
    spend(now) {
      forget(now);
      spent.push(now);
    },
    expect: (round, closesAt) => void due.set(round, closesAt),
    takeCount(now) {
      forget(now);
      const results = [...due.values()].filter((at) => at <= now + MINUTE_MS).length;
      const apart = Math.ceil(MINUTE_MS / Math.max(1, forCounts - results));
      const at = Math.max(nextCountAt, pausedUntil);
      if (at > now) return at;
      if (busiest(now) >= forCounts) return now + apart;
      nextCountAt = now + apart;
      return now;
    },
    slowDown(now, retryAfterMs = 0) {
      pause = Math.min(BACK_OFF_MAX_MS, Math.max(BACK_OFF_MS, pause * 2));
      pausedUntil = now + Math.max(pause, retryAfterMs);
    },
    isIdle(now) {
      forget(now);
      return spent.length === 0 && due.size === 0 && pausedUntil <= now;
    },
  };
}
