/** The fan-out as pg-boss keeps it: a queue for each platform, its rules, and a job as a row. */
import type { JobInsert } from 'pg-boss';
import { type PlatformId, platformId } from '../core/ids.ts';
import type { FanOutJob, Job } from '../core/ports/queue.ts';

/** A process that has not said for this long that it works on a job is taken for dead. */
const DEAD_AFTER_SECONDS = 10;

/** A dead process's jobs are somebody else's after at most this and the above, and one look. */
export const LOOK_FOR_DEAD_SECONDS = 10;

export const FAN_OUT = {
  /** One of a key waits or runs, whoever adds it: two replicas that tick at once add each job once. */
  policy: 'exclusive',
  rules: {
    heartbeatSeconds: DEAD_AFTER_SECONDS,
    expireInSeconds: 15 * 60,
    /** Only for jobs of dead processes: one that fails is found again by the tick. */
    retryLimit: 5,
    retentionSeconds: 24 * 3_600,
    deleteAfterSeconds: 3_600,
  },
} as const;

/** So that a process takes work only of platforms that it is on. */
export const queueOf = (platform: PlatformId): string => `fan-out-${platform}`;

export const keyOf = (job: Job): string => JSON.stringify(job);

/** Rows in one order for everyone: two processes that insert the same jobs wait for each other, never in a ring. */
export const byKey = (a: JobInsert, b: JobInsert): number =>
  (a.singletonKey ?? '') < (b.singletonKey ?? '') ? -1 : 1;

export const toInsert = (job: Job, dueAt: number): JobInsert => ({
  data: job,
  singletonKey: keyOf(job),
  priority: Math.round((PRIORITY_ZERO - dueAt) / 1_000),
});

/** pg-boss takes the highest priority first, as a 32-bit integer: seconds before this instant last until 2094. */
const PRIORITY_ZERO = Date.UTC(2026, 0, 1);

/** What lies in the queue may be of a release that knows other jobs. */
export function readJob(data: unknown): FanOutJob | undefined {
  if (typeof data !== 'object' || data === null || !('do' in data)) return undefined;
  if (!('platform' in data) || typeof data.platform !== 'string' || data.platform === '') return undefined;
  const platform = platformId(data.platform);
  if (data.do === 'run-daily' && 'daily' in data && typeof data.daily === 'string')
    return { do: 'run-daily', platform, daily: data.daily };
  if (data.do === 'deliver' && 'delivery' in data && typeof data.delivery === 'string')
    return { do: 'deliver', platform, delivery: data.delivery };
  if (data.do === 'close-daily' && 'round' in data && typeof data.round === 'string')
    return { do: 'close-daily', platform, round: data.round };
  return undefined;
}
