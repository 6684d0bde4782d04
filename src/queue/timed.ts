/** The Queue port over two lines: jobs wait for their time here, in memory, and then stand in one of the two. */
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import { isFanOut, type Queue } from '../core/queue.ts';
import { createLine, type Line } from './line.ts';

const URGENT_AT_ONCE = 25;

interface Parts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** What nobody waits for stands here, so that a morning's dailies never stand before a result. */
  readonly fanOut: Line;
}

export function createTimedQueue({ clock, logger, fanOut }: Parts): Queue {
  const urgent = createLine(URGENT_AT_ONCE, logger);
  const timers = new Map<string, { at: number; cancel: () => void }>();
  let stopping = false;
  return {
    enqueue(job, at) {
      const key = JSON.stringify(job);
      const waiting = timers.get(key);
      if (stopping) return;
      // Armed anew each time: the clock may have been set since, and a timer does not follow it.
      waiting?.cancel();
      const dueAt = Math.min(at, waiting?.at ?? at);
      const cancel = clock.after(Math.max(0, dueAt - clock.now()), () => {
        timers.delete(key);
        (isFanOut(job) ? fanOut : urgent).add(job, dueAt);
      });
      timers.set(key, { at: dueAt, cancel });
    },
    waits: (job) => timers.has(JSON.stringify(job)),
    start(work) {
      urgent.start(work);
      fanOut.start(work);
    },
    async stop() {
      stopping = true;
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
      await Promise.all([urgent.stop(), fanOut.stop()]);
    },
  };
}
