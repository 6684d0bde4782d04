/** The line that several processes share: each due job lies in PostgreSQL once, and one of them takes it. */
import type { JobInsert, PgBoss } from 'pg-boss';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import { byKey, FAN_OUT, keyOf, toInsert } from './fan-out.ts';
import { createHands } from './hands.ts';
import type { Line } from './line.ts';

/** Less than the nine seconds that a stop may take, so that what still runs can be given back. */
const STOP_WITHIN_MS = 5_000;
const GIVE_UP_STOPPING_MS = 7_000;

const AT_ONE_INSERT = 200;

interface Parts {
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createSharedLine({ boss, clock, logger }: Parts): Line {
  const hands = createHands(boss, logger);
  /** Added in this turn of the event loop: a tick's three thousand are a few statements, not three thousand. */
  const added = new Map<string, JobInsert>();
  let handingOver: Promise<void> | undefined;

  const handOver = async () => {
    while (added.size > 0) {
      const jobs = [...added.values()].slice(0, AT_ONE_INSERT);
      for (const { singletonKey } of jobs) added.delete(singletonKey ?? '');
      try {
        await boss.insert(FAN_OUT.name, jobs.toSorted(byKey));
        hands.wakeOne();
      } catch (error) {
        logger.error('jobs-not-queued', { jobs: jobs.length, error });
      }
    }
    handingOver = undefined;
  };

  return {
    add(job, dueAt) {
      added.set(keyOf(job), toInsert(job, dueAt));
      handingOver ??= nextTurn().then(handOver);
    },
    start: (work) => hands.start(work),
    async stop() {
      await Promise.race([
        (handingOver ?? Promise.resolve()).then(() => boss.stop({ timeout: STOP_WITHIN_MS })),
        new Promise<void>((resolve) => clock.after(GIVE_UP_STOPPING_MS, resolve)),
      ]);
    },
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
