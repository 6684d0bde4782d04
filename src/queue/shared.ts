/** The Queue port for any number of processes on one PostgreSQL: they share the fan-out through pg-boss. */
import { PgBoss } from 'pg-boss';
import { Fault } from '../core/errors.ts';
import type { PlatformId } from '../core/ids.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { Queue } from '../core/ports/queue.ts';
import { demandAddress, queueIn } from '../postgres/address.ts';
import { connectionLimits } from '../postgres/connections.ts';
import { FAN_OUT, LOOK_FOR_DEAD_SECONDS, queueOf } from './fan-out.ts';
import { createSharedLine } from './shared-line.ts';
import { createTimedQueue } from './timed.ts';

/** Apart from the store's pool: handing out a morning's dailies takes no connection from people's answers. */
const CONNECTIONS = 4;
const CONNECT_WITHIN_MS = 5_000;
const HOUR_SECONDS = 3_600;

export interface SharedQueueParts {
  readonly url: string;
  /** Those that this process is on: it takes no work of others. */
  readonly platforms: readonly PlatformId[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** What was due could not be handed over. */
  readonly onTrouble?: () => void;
  /** How often jobs of processes that died are looked for; tests do not wait as long. */
  readonly lookForDeadSeconds?: number;
  /** After that a query fails and its connection is dropped; tests do not wait as long. */
  readonly answerWithinMs?: number;
}

/** Makes the queue's tables where there are none. Several processes may start at once. */
export async function openSharedQueue(parts: SharedQueueParts): Promise<Queue> {
  const { platforms, clock, logger, onTrouble = () => undefined } = parts;
  const url = demandAddress(parts.url);
  const boss = createBoss({ ...parts, url });
  // Without a listener, a lost connection would end the process. Each look comes again by itself.
  boss.on('error', (error) => logger.warn('queue-trouble', { error }));
  boss.on('warning', ({ message, data }) => logger.warn('queue-warning', { message, data }));
  try {
    await boss.start();
    for (const name of platforms.map(queueOf)) {
      await boss.createQueue(name, { ...FAN_OUT.rules, policy: FAN_OUT.policy });
      await boss.updateQueue(name, FAN_OUT.rules);
    }
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    const message = `The queue in PostgreSQL could not be set up (${reason(error)}). Let the database’s user create the schema ${queueIn(url).schema}, or own it.`;
    throw new Fault('STORE', message, error);
  }
  const fanOut = createSharedLine({ boss, platforms, clock, logger, onTrouble });
  return createTimedQueue({ clock, logger, fanOut });
}

/** Its own schedules, flows and hourly figures are not used here, and would ask the database all day. */
const createBoss = ({
  url,
  answerWithinMs,
  lookForDeadSeconds = LOOK_FOR_DEAD_SECONDS,
}: SharedQueueParts): PgBoss =>
  new PgBoss({
    connectionString: url,
    application_name: queueIn(url).application,
    schema: queueIn(url).schema,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...connectionLimits(answerWithinMs),
    schedule: false,
    superviseIntervalSeconds: lookForDeadSeconds,
    monitorIntervalSeconds: lookForDeadSeconds,
    maintenanceIntervalSeconds: HOUR_SECONDS,
    queueCacheIntervalSeconds: HOUR_SECONDS,
    flowIntervalSeconds: HOUR_SECONDS,
    bamIntervalSeconds: HOUR_SECONDS,
  });

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
