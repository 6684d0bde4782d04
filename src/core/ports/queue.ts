/** PORT: hands out work that is due, once each, also after a restart. */
import type { PlatformId } from '../ids.ts';

/** Someone waits for it: it runs in the process that knows of it, ahead of everything else. */
export type UrgentJob =
  | { readonly do: 'close-round'; readonly round: string }
  | { readonly do: 'ask-next'; readonly quiz: string; readonly number: number }
  | { readonly do: 'begin-quiz'; readonly quiz: string }
  | { readonly do: 'repost'; readonly round: string }
  | { readonly do: 'end-quiz'; readonly quiz: string };

/** One of the many that fall due together at a full hour: of the processes on its platform any may run it. */
export type FanOutJob = { readonly platform: PlatformId } & (
  | { readonly do: 'run-daily'; readonly daily: string }
  | { readonly do: 'deliver'; readonly delivery: string }
  | { readonly do: 'close-daily'; readonly round: string }
);

/** One piece of work. Running it twice does no harm: what it does is decided by a conditional step in the store. */
export type Job = UrgentJob | FanOutJob;

export const isFanOut = (job: Job): job is FanOutJob =>
  job.do === 'run-daily' || job.do === 'deliver' || job.do === 'close-daily';

/** How many jobs this process knows of: for later, and of those that are due, waiting or running. */
export interface Depth {
  readonly later: number;
  readonly urgent: number;
  readonly fanOut: number;
}

export interface Queue {
  /**
   * Has the job run at an instant, or at once where that is past. A job already waiting is not added twice. Never
   * fails: what could not be handed out is logged, and the next tick finds it in the store again.
   */
  enqueue(job: Job, at: number): void;
  /** Whether this job waits, in this process, for its time. */
  waits(job: Job): boolean;
  depth(): Depth;
  /** Begins to run jobs. Called once. */
  start(work: (job: Job) => Promise<void>): void;
  /** From now on leaves the fan-out of a platform that is lost to the processes that still reach it. */
  leave(platform: PlatformId): void;
  /** Rejects where no work can be handed out now. */
  check(): Promise<void>;
  /** Takes no new job and resolves when those that run have ended. */
  stop(): Promise<void>;
}
