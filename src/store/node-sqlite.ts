/**
 * Lets kysely's SqliteDialect, written for better-sqlite3, run on node:sqlite: no native build, nothing to
 * install. Synchronous like its model, so a query blocks this process for its microseconds.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Preparing costs more than running a short statement, so prepared ones are kept, this many. */
const STATEMENTS_KEPT = 200;

/** How long a process waits for another one that is writing to the same file. */
const BUSY_TIMEOUT_MS = 5_000;

export function openNodeSqlite(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    // NORMAL under WAL: a power cut may lose the last moments, never damage the file, and costs a tenth of FULL.
    // What is deleted is overwritten, since it was somebody's: see wipe.ts.
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on;');
  } catch (error) {
    database.close();
    throw error;
  }
  const kept = statementCache(database);
  return {
    close: () => database.close(),
    prepare: (sql) => (sql === 'rollback' && !database.isTransaction ? NOTHING : kept(immediate(sql))),
  };
}

/**
 * On some failures, a full disk among them, SQLite rolls back by itself. A second rollback would fail, and its
 * message hide the first one.
 */
const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const prepared = database.prepare(sql);
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...bindable(parameters)),
    run: (parameters) => prepared.run(...bindable(parameters)),
    // A kept statement would start again under the reader's feet when someone else runs the same query.
    iterate: (parameters) => database.prepare(sql).iterate(...bindable(parameters)),
  };
}

/**
 * A transaction that first reads and then writes fails at once, whatever the busy timeout, where another
 * process wrote in between. One that claims the right to write when it begins waits its turn instead.
 */
const immediate = (sql: string): string => (sql === 'begin' ? 'begin immediate' : sql);

/** The least recently used statement makes room: a Map remembers the order in which its keys were set. */
function statementCache(database: DatabaseSync): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const prepared = kept.get(sql) ?? prepare(database, sql);
    kept.delete(sql);
    kept.set(sql, prepared);
    const oldest = kept.size > STATEMENTS_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return prepared;
  };
}

/**
 * node:sqlite takes an object for named parameters and silently stores NULL in its place, and NULL for NaN
 * too; PostgreSQL refuses true and false in a number's column. Whatever would not mean the same in both is
 * refused here.
 */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value, at) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value instanceof Uint8Array) return value;
    throw new TypeError(
      `parameter ${at + 1} cannot be stored: ${describe(value)}; text, numbers, bytes and null can`,
    );
  });
}

/** Names the kind of value, not the value: it may be someone's words. */
function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null
    ? `a ${value.constructor?.name ?? 'bare object'}`
    : typeof value;
}
