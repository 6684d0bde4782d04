/**
 * Keeps "3 answers locked in" on an open round's message up to date without an edit for every answer: the
 * platforms allow few edits of one message, and a late edit must never overwrite the result.
 */
import type { Clock } from '../clock.ts';

export interface Counter {
  /** The number has changed; `show` will run soon, once for all changes until then. */
  changed(round: string, show: () => Promise<void>): void;
  /** Calls off what has not begun and waits for what has; after it, no edit of the round is under way. */
  settle(round: string): Promise<void>;
}

const GATHER_MS = 2_000;

export function createCounter(clock: Clock): Counter {
  const waiting = new Map<string, () => void>();
  const running = new Map<string, Promise<void>>();
  return {
    changed(round, show) {
      if (waiting.has(round)) return;
      const cancel = clock.after(GATHER_MS, () => {
        waiting.delete(round);
        const before = running.get(round) ?? Promise.resolve();
        const run = before.then(show).finally(() => {
          if (running.get(round) === run) running.delete(round);
        });
        running.set(round, run);
      });
      waiting.set(round, cancel);
    },
    async settle(round) {
      waiting.get(round)?.();
      waiting.delete(round);
      await running.get(round);
    },
  };
}
