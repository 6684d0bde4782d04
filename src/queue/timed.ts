/** The Queue port over two lines: jobs wait for their time here, in memory, and then stand in one of the two. */
import type { PlatformId } from '../core/ids.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Logger } from '../core/ports/logger.ts';
import { type FanOutJob, isFanOut, type Job, type Queue } from '../core/ports/queue.ts';
import { createLine, type Line } from './line.ts';

const URGENT_AT_ONCE = 25;

interface Parts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** What nobody waits for stands here, so that a morning's dailies never stand before a result. */
  readonly fanOut: Line<FanOutJob>;
}

export function createTimedQueue({ clock, logger, fanOut }: Parts): Queue {
  const urgent = createLine(URGENT_AT_ONCE, logger);
  const timers = new Map<string, { job: Job; at: number; cancel: () => void }>();
  const left = new Set<PlatformId>();
  let stopping = false;
  const arm = (job: Job, key: string, dueAt: number) => {
    const cancel = clock.after(Math.max(0, dueAt - clock.now()), () => {
      // A timer may go off a millisecond early, or by hours where the clock was set back.
      if (clock.now() < dueAt) return arm(job, key, dueAt);
      timers.delete(key);
      if (isFanOut(job)) fanOut.add(job, dueAt);
      else urgent.add(job, dueAt);
    });
    timers.set(key, { job, at: dueAt, cancel });
  };
  return {
    enqueue(job, at) {
      const key = JSON.stringify(job);
      const waiting = timers.get(key);
      if (stopping || (isFanOut(job) && left.has(job.platform))) return;
      // Armed anew each time: the clock may have been set since, and a timer does not follow it.
      waiting?.cancel();
      arm(job, key, Math.min(at, waiting?.at ?? at));
    },
    depth: () => ({ later: timers.size, urgent: urgent.size(), fanOut: fanOut.size() }),
    waits: (job) => timers.has(JSON.stringify(job)),
    start(work) {
      urgent.start(work);
      fanOut.start(work);
    },
    leave(platform) {
      left.add(platform);
      for (const [key, { job, cancel }] of timers) {
        if (!isFanOut(job) || job.platform !== platform) continue;
        cancel();
        timers.delete(key);
      }
      fanOut.leave(platform);
    },
    check: () => fanOut.check(),
    async stop() {
      stopping = true;
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
      await Promise.all([urgent.stop(), fanOut.stop()]);
    },
  };
}
