/** A PostgreSQL server as a kysely dialect: the same queries as on SQLite, for several processes at once. */
import { PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { Fault } from '../core/errors.ts';
import { type ConnectionLimits, connectionLimits } from '../postgres.ts';
import type { Db } from './tables.ts';

const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/** `limits`: of each connection; a migration has none, because nobody can say how long it takes. */
export async function postgresDialect(
  url: string,
  limits: Partial<ConnectionLimits> = connectionLimits(),
): Promise<PostgresDialect> {
  const where = describeAddress(url);
  const pool = createPool(url, limits);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new Fault(
      'STORE',
      `PostgreSQL at ${where} cannot be used (${reason(error)}). ${helpFor(error)}`,
      error,
    );
  }
  return new PostgresDialect({ pool });
}

function createPool(url: string, limits: Partial<ConnectionLimits>): Pool {
  const pool = new Pool({
    ...limits,
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
  return `${host || searchParams.get('host') || 'this machine'}${pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** By PostgreSQL's codes (https://www.postgresql.org/docs/18/errcodes-appendix.html) and those of Node. */
const HELP: readonly { readonly codes: RegExp; readonly help: string }[] = [
  { codes: /^28/, help: 'Check the user and the password in DATABASE_URL.' },
  { codes: /^3D000$/, help: 'Make the database, or check its name in DATABASE_URL.' },
  { codes: /^42501$/, help: 'Give this user the right to connect and to make tables.' },
  { codes: /^53300$/, help: 'All its connections are taken: end some, or raise max_connections.' },
  { codes: /^57P03$/, help: 'It is starting or stopping: try again in a moment.' },
  { codes: /CERT|SSL|TLS|SIGNATURE/, help: 'Check sslmode and sslrootcert in DATABASE_URL.' },
];

/** pg says in words alone that the server speaks no TLS, or wants a password that was not given. */
function helpFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = HELP.find(({ codes }) => codes.test(code))?.help;
  if (known) return known;
  const words = reason(error);
  if (words.includes('SSL')) return 'Check sslmode and sslrootcert in DATABASE_URL.';
  if (words.includes('password')) return 'Check the user and the password in DATABASE_URL.';
  return 'Check the address, and that the server runs.';
}

/** Whether some process holds the lock that kysely takes for a migration, by the id in its postgres-adapter. */
export async function isBeingMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and (classid::bigint << 32) | objid::bigint = 3853314791062309107
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.length > 0;
}
