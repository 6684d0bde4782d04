/** Looks at a database from beside, also while a bot runs on it: nothing is brought up to date, made or changed. */
import { existsSync, statSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { Kysely, sql } from 'kysely';
import { Fault } from '../core/errors.ts';
import { demandAddress, queueIn } from '../postgres/address.ts';
import { type Age, ageOf, contentsOf } from './age.ts';
import { whoRuns } from './hold.ts';
import { migrationsDone } from './migrate.ts';
import { isPostgres } from './open.ts';
import { openAsItIs } from './receipts-file.ts';
import { explain } from './sqlite.ts';
import type { Tables } from './tables.ts';

export interface Looked {
  /** “SQLite 3.50” */
  readonly server: string;
  readonly age: Age;
  readonly bytes: number;
  /** Who runs a bot on it, in words; undefined where nobody does. */
  readonly bot: string | undefined;
  /** Of a file: whether others on the machine can read it. */
  readonly isReadByOthers: boolean;
  /** How much this machine's clock is ahead of the server's. */
  readonly aheadMs: number | undefined;
  /** What its user may not make there, and the bot needs. */
  readonly lacks: string | undefined;
}

/** Throws a Fault that says what to do. Undefined where there is no file yet. */
export const look = (location: string): Promise<Looked | undefined> =>
  isPostgres(location) ? lookAtServer(location) : lookAtFile(location);

async function lookAtFile(path: string): Promise<Looked | undefined> {
  if (!existsSync(path)) return undefined;
  const file = await realpath(path);
  const bytes = [file, `${file}-wal`].reduce(
    (sum, one) => sum + (existsSync(one) ? statSync(one).size : 0),
    0,
  );
  const bot = await whoRuns(file);
  const about = { bytes, bot, isReadByOthers: await isReadByOthers(file) };
  const unasked = { aheadMs: undefined, lacks: undefined };
  try {
    const database = openAsItIs(file);
    try {
      const [version] = database.prepare('select sqlite_version() as version').all();
      return {
        ...about,
        ...unasked,
        server: `SQLite ${version?.version}`,
        age: ageOf(contentsOf(database)),
      };
    } finally {
      database.close();
    }
  } catch (error) {
    throw new Fault('STORE', `The database ${path} ${explain(error)}`, error);
  }
}

const isReadByOthers = async (file: string): Promise<boolean> =>
  process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;

/** Over the connection that a bot would have, so that what it may not do there is found. Throws a Fault that says what to do. */
async function lookAtServer(given: string): Promise<Looked> {
  const { asFault, describeAddress, othersOnQueue, postgresDialect } = await import('./postgres.ts');
  const url = demandAddress(given);
  const db = new Kysely<Tables>({ dialect: await postgresDialect(url) });
  try {
    const ran = await migrationsDone(db);
    const queue = queueIn(url).schema;
    const { rows } = await sql<ServerRow>`select current_setting('server_version') as version,
      pg_database_size(current_database()) as bytes, (extract(epoch from clock_timestamp()) * 1000)::bigint as now,
      coalesce(has_schema_privilege(current_schema(), 'create'), has_database_privilege(current_database(), 'create')) as may_make_tables,
      case when exists (select 1 from pg_namespace where nspname = ${queue}) then has_schema_privilege(${queue}, 'create')
        else has_database_privilege(current_database(), 'create') end as may_make_queue`.execute(db);
    const [server] = rows;
    const now = Date.now();
    const bots = new Set((await othersOnQueue(db, url)).map(({ client }) => client ?? 'its own machine'));
    return {
      server: `PostgreSQL ${server?.version.split(' ')[0]}`,
      age: ageOf({ tables: [], ran }),
      bytes: Number(server?.bytes),
      bot: bots.size > 0 ? `a bot at ${[...bots].join(' and ')}` : undefined,
      isReadByOthers: false,
      aheadMs: now - Number(server?.now),
      lacks: server?.may_make_tables
        ? server.may_make_queue
          ? undefined
          : `the schema ${queue}`
        : 'tables there',
    };
  } catch (error) {
    throw asFault(describeAddress(url), error);
  } finally {
    await db.destroy();
  }
}

interface ServerRow {
  readonly version: string;
  readonly bytes: number;
  readonly now: number;
  readonly may_make_tables: boolean;
  readonly may_make_queue: boolean;
}
