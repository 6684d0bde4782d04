/** PORT: hands out work that is due, once each, also after a restart. */

/** One piece of work. Running it twice does no harm: what it does is decided by a conditional step in the store. */
export type Job =
  | { readonly do: 'close-round'; readonly round: string }
  | { readonly do: 'ask-next'; readonly quiz: string; readonly number: number }
  | { readonly do: 'repost'; readonly round: string }
  | { readonly do: 'run-daily'; readonly daily: string }
  | { readonly do: 'deliver'; readonly delivery: string };

export interface Queue {
  /** Has the job run at an instant, or at once where that is past. A job already waiting is not added twice. */
  enqueue(job: Job, at: number): void;
  /** Whether this job waits for its time. */
  waits(job: Job): boolean;
  /** Begins to run jobs. Called once. */
  start(work: (job: Job) => Promise<void>): void;
  /** Takes no new job and resolves when those that run have ended. */
  stop(): Promise<void>;
}
