/** One task a minute: what is due is a query, so a restart loses no timer. */
import { schedule } from 'node-cron';
import type { Logger } from '../core/ports/logger.ts';

/** node-cron waits for its next minute on the wall clock: set that back an hour, and it is silent for an hour. */
const SILENT_MS = 90_000;
const LOOK_MS = 30_000;

/** A run that takes longer than this hangs, and no other may wait for it. */
const HUNG_MS = 10 * 60_000;

/** What is due waits for no full minute once the database is back. */
const AGAIN_MS = 5_000;

export interface MinuteTick {
  /** Something that was due could not be done: the next run comes in seconds, and not in its minute. */
  soon(): void;
  stop(): Promise<void>;
}

/** A run that takes longer than a minute is not joined by a second one. */
export function startMinuteTick(run: () => Promise<void>, logger: Logger): MinuteTick {
  let last = performance.now();
  let running: number | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    again ??= setTimeout(tick, AGAIN_MS).unref();
  };
  const tick = async () => {
    const begun = performance.now();
    if (running !== undefined && begun - running < HUNG_MS) return;
    running = begun;
    last = begun;
    clearTimeout(again);
    again = undefined;
    try {
      await run();
    } catch (error) {
      logger.error('tick-failed', { error });
      soon();
    } finally {
      if (running === begun) running = undefined;
    }
  };
  const task = schedule('* * * * *', tick, { logger: quiet(logger) });
  // By a clock that nobody can set.
  const watch = setInterval(() => {
    if (performance.now() - last > SILENT_MS) void tick();
  }, LOOK_MS).unref();
  const stop = async () => {
    clearInterval(watch);
    clearTimeout(again);
    await task.destroy();
  };
  return { soon, stop };
}

/** By itself node-cron prints lines in colours among the JSON. What it has to say, the watch above deals with. */
function quiet(logger: Logger) {
  const say = (message: unknown) => logger.debug('tick-scheduler', { message: String(message) });
  return { debug: say, info: say, warn: say, error: say };
}
