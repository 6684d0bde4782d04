/**
 * The Queue port inside one process. Nothing is kept on disk: what a stop forgets, the tick finds again in the
 * store, every minute and right after the start.
 */
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import type { Job, Queue } from '../core/queue.ts';

/** More at once gains nothing: the platforms take no more than about 50 posts a second. */
const MOST_AT_ONCE = 25;

const isPatient = (job: Job): boolean => job.do === 'run-daily' || job.do === 'deliver';

export function createInProcessQueue({ clock, logger }: { clock: Clock; logger: Logger }): Queue {
  const timers = new Map<string, { at: number; cancel: () => void }>();
  /** People wait for what a round shows; a morning's dailies must not stand before it. */
  const urgent: Job[] = [];
  const patient: Job[] = [];
  const running = new Set<Promise<void>>();
  let work: ((job: Job) => Promise<void>) | undefined;
  let stopping = false;

  const pump = () => {
    while (work && !stopping && running.size < MOST_AT_ONCE) {
      const job = urgent.shift() ?? patient.shift();
      if (!job) return;
      const run: Promise<void> = work(job)
        .catch((error: unknown) => logger.error('job-failed', { job, error }))
        .finally(() => {
          running.delete(run);
          pump();
        });
      running.add(run);
    }
  };

  return {
    enqueue(job, at) {
      const key = JSON.stringify(job);
      const waiting = timers.get(key);
      if (stopping || (waiting && waiting.at <= at)) return;
      waiting?.cancel();
      const cancel = clock.after(Math.max(0, at - clock.now()), () => {
        timers.delete(key);
        (isPatient(job) ? patient : urgent).push(job);
        pump();
      });
      timers.set(key, { at, cancel });
    },
    waits: (job) => timers.has(JSON.stringify(job)),
    start(run) {
      work = run;
      pump();
    },
    async stop() {
      stopping = true;
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
      await Promise.all(running);
    },
  };
}
