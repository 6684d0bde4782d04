/** Where jobs stand once they are due, and the line that stands in this process alone. */
import type { PlatformId } from '../core/ids.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { Job } from '../core/ports/queue.ts';

export interface Line<Kind extends Job> {
  /** `dueAt` is the instant that the job was wanted for: the longest due goes first. */
  add(job: Kind, dueAt: number): void;
  /** How many wait here or run. */
  size(): number;
  start(work: (job: Job) => Promise<void>): void;
  /** Forgets what waits for this platform; nothing more of it is added. */
  leave(platform: PlatformId): void;
  /** Rejects where nothing can be added or taken now. */
  check(): Promise<void>;
  /** Begins nothing more and resolves when what runs has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `atOnce` jobs at a time, in the order in which they came, and none twice at once: one that is added while it
 * runs waits for its own end. Nothing is kept on disk: the tick finds it again.
 */
export function createLine(atOnce: number, logger: Logger): Line<Job> {
  const waiting = new Map<string, Job>();
  const running = new Map<string, Promise<void>>();
  let work: ((job: Job) => Promise<void>) | undefined;
  let stopping = false;

  const begin = (key: string, job: Job, run: (job: Job) => Promise<void>) => {
    waiting.delete(key);
    const end = run(job)
      .catch((error: unknown) => logger.error('job-failed', { job, error }))
      .finally(() => {
        running.delete(key);
        pump();
      });
    running.set(key, end);
  };

  const pump = () => {
    for (const [key, job] of waiting) {
      if (!work || stopping || running.size >= atOnce) return;
      if (!running.has(key)) begin(key, job, work);
    }
  };

  return {
    add(job) {
      const key = JSON.stringify(job);
      if (!waiting.has(key)) waiting.set(key, job);
      pump();
    },
    size: () => new Set([...waiting.keys(), ...running.keys()]).size,
    start(run) {
      work = run;
      pump();
    },
    leave(platform) {
      for (const [key, job] of waiting)
        if ('platform' in job && job.platform === platform) waiting.delete(key);
    },
    check: async () => undefined,
    async stop() {
      stopping = true;
      await Promise.all(running.values());
    },
  };
}
