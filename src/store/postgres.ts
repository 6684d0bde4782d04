/** A PostgreSQL server as a kysely dialect: the same queries as on SQLite, for several processes at once. */
import { PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { Fault } from '../core/errors.ts';

const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/** Nothing here waits inside a transaction: one that idles belongs to a process that hangs, and holds rows. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/** A line that went silent without closing would keep its query, and the tick behind it, for ever. */
const ANSWER_WITHIN_MS = 15_000;

/** pg leaves a connection whose query timed out waiting for its answer, and every later query waits behind it. */
class ImpatientClient extends Client {
  override query: Client['query'] = ((...given: Parameters<Client['query']>) => {
    const answer: unknown = super.query(...given);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') this.hangUp();
      });
    return answer;
  }) as Client['query'];

  private hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  }
}

/** `answerWithinMs`: after that a query fails and its connection is dropped. */
export async function postgresDialect(
  url: string,
  answerWithinMs = ANSWER_WITHIN_MS,
): Promise<PostgresDialect> {
  const where = describe(url);
  const pool = createPool(url, answerWithinMs);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const message = `PostgreSQL at ${where} cannot be used (${reason(error)}). Check the address, and that the server runs.`;
    throw new Fault('STORE', message, error);
  }
  return new PostgresDialect({ pool });
}

function createPool(url: string, answerWithinMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'receipts',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: answerWithinMs,
    keepAlive: true,
    Client: ImpatientClient,
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
function describe(url: string): string {
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
