/** One task a minute: what is due is a query, so a restart loses no timer. */
import { schedule } from 'node-cron';
import type { Logger } from '../core/logger.ts';

/** node-cron waits for its next minute on the wall clock: set that back an hour, and it is silent for an hour. */
const SILENT_MS = 90_000;
const LOOK_MS = 30_000;

/** Returns what stops it. A run that takes longer than a minute is not joined by a second one. */
export function startMinuteTick(run: () => Promise<void>, logger: Logger): () => Promise<void> {
  let running = false;
  let last = performance.now();
  const tick = async () => {
    if (running) return;
    running = true;
    last = performance.now();
    try {
      await run();
    } catch (error) {
      logger.error('tick-failed', { error });
    } finally {
      running = false;
    }
  };
  const task = schedule('* * * * *', tick, { noOverlap: true });
  // By a clock that nobody can set.
  const watch = setInterval(() => {
    if (performance.now() - last > SILENT_MS) void tick();
  }, LOOK_MS).unref();
  return async () => {
    clearInterval(watch);
    await task.destroy();
  };
}
