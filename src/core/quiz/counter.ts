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
  /** Shows at once what waits, and waits for what runs: nothing is left undone at a stop. */
  drain(): Promise<void>;
}

const GATHER_MS = 2_000;

export function createCounter(clock: Clock): Counter {
  const waiting = new Map<string, { readonly cancel: () => void; readonly run: () => void }>();
  const running = new Map<string, Promise<void>>();
  const begin = (round: string, show: () => Promise<void>) => {
    waiting.delete(round);
    const run = (running.get(round) ?? Promise.resolve()).then(show).finally(() => {
      if (running.get(round) === run) running.delete(round);
    });
    running.set(round, run);
  };
  return {
    changed(round, show) {
      if (waiting.has(round)) return;
      const run = () => begin(round, show);
      waiting.set(round, { cancel: clock.after(GATHER_MS, run), run });
    },
    async settle(round) {
      waiting.get(round)?.cancel();
      waiting.delete(round);
      await running.get(round);
    },
    async drain() {
      for (const { cancel, run } of waiting.values()) {
        cancel();
        run();
      }
      await Promise.all(running.values());
    },
  };
}
