/** The line that several processes share: each due job lies in PostgreSQL once, and one of them takes it. */
import type { JobInsert, PgBoss } from 'pg-boss';
import type { PlatformId } from '../core/ids.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { FanOutJob } from '../core/ports/queue.ts';
import { byKey, keyOf, queueOf, toInsert } from './fan-out.ts';
import { createHands } from './hands.ts';
import type { Line } from './line.ts';

/** Less than the nine seconds that a stop may take, so that what still runs can be given back. */
const STOP_WITHIN_MS = 5_000;
const GIVE_UP_STOPPING_MS = 7_000;

const AT_ONE_INSERT = 200;

interface Parts {
  readonly boss: PgBoss;
  readonly platforms: readonly PlatformId[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onTrouble: () => void;
}

export function createSharedLine({ boss, platforms, clock, logger, onTrouble }: Parts): Line<FanOutJob> {
  const hands = new Map(
    platforms.map((platform) => [platform, createHands(boss, queueOf(platform), logger)]),
  );
  /** Added in this turn of the event loop: a tick's three thousand are a few statements, not three thousand. */
  const added = new Map<PlatformId, Map<string, JobInsert>>();
  let handingOver: Promise<void> | undefined;

  const insert = async (platform: PlatformId, jobs: readonly JobInsert[]) => {
    try {
      await boss.insert(queueOf(platform), jobs.toSorted(byKey));
      hands.get(platform)?.wakeOne();
    } catch (error) {
      logger.error('jobs-not-queued', { jobs: jobs.length, error });
      onTrouble();
    }
  };
  const handOver = async () => {
    for (const [platform, jobs] of added) {
      added.delete(platform);
      const all = [...jobs.values()];
      for (let from = 0; from < all.length; from += AT_ONE_INSERT)
        await insert(platform, all.slice(from, from + AT_ONE_INSERT));
    }
    handingOver = undefined;
  };

  return {
    add(job, dueAt) {
      const jobs = added.get(job.platform) ?? new Map<string, JobInsert>();
      added.set(job.platform, jobs.set(keyOf(job), toInsert(job, dueAt)));
      handingOver ??= nextTurn().then(handOver);
    },
    // What waits for a hand lies in PostgreSQL, for all processes.
    size: () =>
      [...added.values()].reduce((sum, jobs) => sum + jobs.size, 0) +
      [...hands.values()].reduce((sum, own) => sum + own.busy(), 0),
    start: (work) => {
      for (const own of hands.values()) own.start(work);
    },
    leave: (platform) => hands.get(platform)?.rest(),
    check: async () => void (await boss.getQueues([...platforms].map(queueOf))),
    async stop() {
      await Promise.race([
        (handingOver ?? Promise.resolve()).then(() => boss.stop({ timeout: STOP_WITHIN_MS })),
        new Promise<void>((resolve) => clock.after(GIVE_UP_STOPPING_MS, resolve)),
      ]);
    },
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
