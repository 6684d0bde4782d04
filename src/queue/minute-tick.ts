/** One task a minute: what is due is a query, so a restart loses no timer. */
import { schedule } from 'node-cron';
import type { Logger } from '../core/logger.ts';

/** Returns what stops it. A run that takes longer than a minute is not joined by a second one. */
export function startMinuteTick(run: () => Promise<void>, logger: Logger): () => Promise<void> {
  const task = schedule(
    '* * * * *',
    async () => {
      try {
        await run();
      } catch (error) {
        logger.error('tick-failed', { error });
      }
    },
    { noOverlap: true },
  );
  return async () => {
    await task.destroy();
  };
}
