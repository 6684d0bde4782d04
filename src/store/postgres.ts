/** A PostgreSQL server as a kysely dialect: the same queries as on SQLite, for several processes at once. */
import { PostgresDialect, sql } from 'kysely';
import { type ClientBase, Pool, types } from 'pg';
import { Fault } from '../core/errors.ts';
import { demandAddress, queueIn, schemaOf } from '../postgres/address.ts';
import { type ConnectionLimits, connectionLimits } from '../postgres/connections.ts';
import { reasonOf, refusalOf } from '../postgres/refusals.ts';
import type { Db } from './tables.ts';

const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/** `limits`: of each connection; a migration has none, because nobody can say how long it takes. */
export async function postgresDialect(
  url: string,
  limits: Partial<ConnectionLimits> = connectionLimits(),
): Promise<PostgresDialect> {
  const address = demandAddress(url);
  const where = describeAddress(address);
  const pool = createPool(address, limits);
  try {
    const { rows } = await pool.query<{ server_encoding: string }>('show server_encoding');
    const [encoding] = rows.map(({ server_encoding }) => server_encoding);
    if (encoding !== 'UTF8') throw notUnicode(where, encoding);
  } catch (error) {
    await pool.end();
    throw asFault(where, error);
  }
  return new PostgresDialect({ pool });
}

/** It may come by itself: the server is away, starting or full, or another release has not stopped yet. */
export class Away extends Fault {}

/** What the driver throws of a server, with what to do about it. */
export function asFault(where: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { help, mayPass } = refusalOf(error);
  const words = `PostgreSQL at ${where} cannot be used (${reasonOf(error)}). ${help}`;
  return mayPass ? new Away('STORE', words, error) : new Fault('STORE', words, error);
}

const notUnicode = (where: string, encoding = 'something else'): Fault =>
  new Fault(
    'STORE',
    `The database ${where} is encoded in ${encoding}, which cannot hold what people write. Make one with: create database receipts encoding 'UTF8' template template0;`,
  );

function createPool(url: string, limits: Partial<ConnectionLimits>): Pool {
  const schema = schemaOf(url);
  const pool = new Pool({
    ...limits,
    onConnect: async (client: ClientBase) => {
      if (schema !== undefined) await client.query(`set search_path to "${schema}"`);
      await limits.onConnect?.(client);
    },
    connectionString: url,
    application_name: 'receipts',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: { getTypeParser },
  });
  // A connection that breaks, idle or in use, would end the process if nobody listened. The pool drops it; a
  // query that was on its way fails and says so.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The server sends bigint as text, because it may not fit a number; milliseconds and counts do. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);

/** The address without the password, which must not reach a log. */
export function describeAddress(url: string): string {
  if (!URL.canParse(url))
    throw new Fault(
      'STORE',
      'The PostgreSQL address cannot be read. It looks like postgres://user:password@host:5432/database.',
    );
  const { host, pathname, searchParams } = new URL(url);
  const schema = searchParams.get('schema');
  const where = `${searchParams.get('host') ?? (host || 'this machine')}${pathname}`;
  return schema === null ? where : `${where}, schema ${schema}`;
}

/** Whether some process holds the lock that kysely takes for a migration, by the id in its postgres-adapter. */
export async function isBeingMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and (classid::bigint << 32) | objid::bigint = 3853314791062309107
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.length > 0;
}

/**
 * Processes of an older release that run on these tables: each has a queue, which one of ours opens only once the
 * tables are up to date. So whoever finds one and then something to migrate would change them under another's feet.
 */
export async function othersOnQueue(db: Db, url: string): Promise<readonly Other[]> {
  const { rows } = await sql<Other>`
    select pid, host(client_addr) as client from pg_stat_activity
    where application_name = ${queueIn(url).application} and datname = current_database()`.execute(db);
  return rows;
}

export interface Other {
  readonly pid: number;
  /** Null where it is at the server's own machine. */
  readonly client: string | null;
}
