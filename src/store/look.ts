/** Looks at a database from beside, also while a bot runs on it: nothing is brought up to date, made or changed. */
import { existsSync, statSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { Client } from 'pg';
import { whoRuns } from './lock.ts';
import { migrations } from './migrations/list.ts';
import { describeAddress } from './postgres.ts';
import { openAsItIs } from './receipts-file.ts';
import { explain } from './sqlite.ts';
import { troubleOf } from './trouble.ts';

/** What it was made by, next to this release. */
export type Age = 'new' | 'older' | 'this' | 'newer' | 'foreign';

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
}

/** Rejects with a sentence. Undefined where there is no file yet. */
export async function lookAtFile(path: string): Promise<Looked | undefined> {
  if (!existsSync(path)) return undefined;
  const file = await realpath(path);
  const bytes = [file, `${file}-wal`].reduce(
    (sum, one) => sum + (existsSync(one) ? statSync(one).size : 0),
    0,
  );
  const bot = await whoRuns(file);
  const about = { bytes, bot, isReadByOthers: await isReadByOthers(file), aheadMs: undefined };
  try {
    const database = openAsItIs(file);
    try {
      const [version] = database.prepare('select sqlite_version() as version').all();
      const all = (query: string) =>
        database
          .prepare(query)
          .all()
          .map(({ name }) => String(name));
      const tables = all("select name from sqlite_schema where type = 'table'");
      const ran = tables.includes('kysely_migration') ? all('select name from kysely_migration') : [];
      return { ...about, server: `SQLite ${version?.version}`, age: ageOf(ran, tables.length === 0) };
    } finally {
      database.close();
    }
  } catch (error) {
    throw new Error(`The database ${path} ${explain(error)}`, { cause: error });
  }
}

const isReadByOthers = async (file: string): Promise<boolean> =>
  process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;

const ANSWER_WITHIN_MS = 5_000;

/** Rejects with a sentence. */
export async function lookAtServer(url: string): Promise<Looked> {
  const where = describeAddress(url);
  const client = new Client({
    connectionString: url,
    application_name: 'receipts-doctor',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const one = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;
    const [server] =
      await one(`select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (extract(epoch from clock_timestamp()) * 1000)::bigint as now, to_regclass('kysely_migration') is not null as is_made`);
    const now = Date.now();
    const bots =
      await one(`select count(*) as connections, count(distinct client_addr) as machines from pg_stat_activity
      where datname = current_database() and application_name in ('receipts', 'receipts-queue')`);
    const ran = server?.is_made ? await one('select name from kysely_migration') : [];
    const connections = Number(bots[0]?.connections);
    return {
      server: `PostgreSQL ${String(server?.version).split(' ')[0]}`,
      age: ageOf(
        ran.map(({ name }) => String(name)),
        !server?.is_made,
      ),
      bytes: Number(server?.bytes),
      bot: connections > 0 ? `a bot, over ${connections} connections` : undefined,
      isReadByOthers: false,
      aheadMs: now - Number(server?.now),
    };
  } catch (error) {
    const trouble = troubleOf(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const words = error instanceof Error && error.message ? error.message : (trouble ?? code);
    throw new Error(`PostgreSQL at ${where} cannot be used (${words || 'it does not answer'})`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function ageOf(ran: readonly string[], isEmpty: boolean): Age {
  if (ran.length === 0) return isEmpty ? 'new' : 'foreign';
  if (ran.some((name) => !Object.hasOwn(migrations, name))) return 'newer';
  return ran.length < Object.keys(migrations).length ? 'older' : 'this';
}
