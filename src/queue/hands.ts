/**
 * This process's hands for one platform: so many workers of pg-boss, each with one job at a time. They sleep while there is
 * nothing to do; whoever gets a job wakes one more, so that all work within moments and an idle bot hardly asks.
 */
import type { PgBoss } from 'pg-boss';
import type { Logger } from '../core/ports/logger.ts';
import type { Job } from '../core/ports/queue.ts';
import { readJob } from './fan-out.ts';

/** More at once gains nothing: a platform takes no more than about 50 posts a second. */
const HANDS = 20;

/** One hand looks this often for what others left behind; the rest are woken, and look by themselves now and then. */
const LOOK_SECONDS = 15;
const SELDOM_SECONDS = 300;

export interface Hands {
  start(work: (job: Job) => Promise<void>): void;
  /** How many have a job. */
  busy(): number;
  /** Has a hand that is free look for work at once. */
  wakeOne(): void;
  /** Takes no more. */
  rest(): void;
}

export function createHands(boss: PgBoss, queue: string, logger: Logger): Hands {
  /** By the ids that pg-boss gave them. */
  const free = new Set<string>();
  const hired: Promise<void>[] = [];
  let isResting = false;
  let busy = 0;
  const logTrouble = (error: unknown) => logger.error('queue-trouble', { error });
  const wakeOne = () => {
    const [id] = free;
    if (id !== undefined) boss.notifyWorker(id);
  };

  const hire = async (pollingIntervalSeconds: number, work: (job: Job) => Promise<void>) => {
    const id: string = await boss.work(queue, { pollingIntervalSeconds }, async ([found]) => {
      free.delete(id);
      wakeOne();
      busy += 1;
      await runLogged(work, found?.data, logger);
      busy -= 1;
      free.add(id);
      boss.notifyWorker(id);
    });
    free.add(id);
  };

  return {
    busy: () => busy,
    start(work) {
      if (isResting) return;
      for (let hand = 0; hand < HANDS; hand += 1)
        hired.push(hire(hand === 0 ? LOOK_SECONDS : SELDOM_SECONDS, work).catch(logTrouble));
    },
    wakeOne,
    rest() {
      isResting = true;
      Promise.all(hired)
        .then(() => boss.offWork(queue))
        .catch(logTrouble);
    },
  };
}

/** A job that fails is done with here: the next tick sees what is still due, and when to try again. */
async function runLogged(work: (job: Job) => Promise<void>, data: unknown, logger: Logger): Promise<void> {
  const job = readJob(data);
  try {
    if (job) await work(job);
    else logger.error('job-unknown', { data });
  } catch (error) {
    logger.error('job-failed', { job, error });
  }
}
