/**
 * Makes the shared queue's patience as fast as the rest of the harness's time. pg-boss counts real seconds until it
 * takes a process for dead (10) and until it looks (10 more); here its jobs are handed back as it would do it, after
 * a part of that, unless time runs as it does. One of a living process that takes longer is then run twice, which must
 * do no harm.
 */
import { Pool } from 'pg';

export interface QueueWatch {
  /** Ends every connection to the database, as a failing network does. */
  cutConnections(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_MS = 400;

const HAND_BACK = `update receipts_queue.job set state = 'retry', start_after = now()
  where state = 'active' and started_on < now() - interval '1500 milliseconds'`;

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'receipts%'`;

export function openQueueWatch(url: string, speed: number): QueueWatch {
  const pool = new Pool({ connectionString: url, application_name: 'harness', max: 1 });
  pool.on('error', () => undefined);
  /** The tables are not there yet, or the database is away: the next look comes soon. */
  const ask = async (query: string) => void (await pool.query(query).catch(() => undefined));
  const looking = setInterval(() => void (speed > 1 && ask(HAND_BACK)), LOOK_MS);
  return {
    cutConnections: () => ask(CUT),
    close: async () => {
      clearInterval(looking);
      await pool.end();
    },
  };
}
