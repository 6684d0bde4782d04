/** Where the store begins: an address in, a migrated store out. */
import { Kysely, sql } from 'kysely';
import { Fault } from '../core/errors.ts';
import type { Store } from '../core/ports/store.ts';
import { migrate } from './migrate.ts';
import { createStore, type OnCall } from './store.ts';
import type { Db, Tables } from './tables.ts';
import { type Rewriting, rewriteWhereOwed } from './wipe.ts';

/** What a migration tells while it waits: another process is at it. */
export type OnWait = () => void;

/**
 * `location` is a file (its folders are made), `:memory:`, or `postgres://…`. Throws a Fault that names the
 * place and says what to do where it cannot be used.
 */
export async function openStore(location: string, onWait?: OnWait, onCall?: OnCall): Promise<Store> {
  return createStore(await openDatabase(location, onWait), onCall);
}

export interface Opening {
  /** A migration waits: another process is at it. */
  readonly onWait: OnWait;
  readonly rewriting: Rewriting;
  readonly onCall?: OnCall;
}

/**
 * As the bot itself opens its store. On a file it is alone: throws a Fault that names the other one where a bot runs on
 * it already. Programs for operators open it with the other function, beside a running bot.
 */
export async function openBotStore(location: string, { onWait, rewriting, onCall }: Opening): Promise<Store> {
  if (isPostgres(location) || location === ':memory:') return openStore(location, onWait, onCall);
  demandPath(location);
  const hold = await (await import('./sqlite.ts')).holdSqlite(location);
  try {
    const db = await openDatabase(location);
    await rewriteWhereOwed(db, rewriting);
    const store = createStore(db, onCall);
    return { ...store, close: () => store.close().finally(hold.release) };
  } catch (error) {
    hold.release();
    throw error;
  }
}

/** The tables behind a store, brought up to date. */
export async function openDatabase(location: string, onWait: OnWait = () => undefined): Promise<Db> {
  if (isPostgres(location)) return openPostgres(location, onWait);
  demandPath(location);
  const db = new Kysely<Tables>({ dialect: await (await import('./sqlite.ts')).sqliteDialect(location) });
  return migrated(db);
}

function demandPath(location: string): void {
  if (location.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(location))
    throw new Fault(
      'STORE',
      'The database is neither a file path nor an address that begins with postgres://.',
    );
}

export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//i.test(location);

/** Migrations go over connections of their own: an index on a million rows takes longer than any query may. */
async function openPostgres(url: string, onWait: OnWait): Promise<Db> {
  const { postgresDialect, isBeingMigrated } = await import('./postgres.ts');
  const patient = new Kysely<Tables>({ dialect: await postgresDialect(url, {}) });
  if (await isBeingMigrated(patient)) onWait();
  await (await migrated(patient)).destroy();
  const db = new Kysely<Tables>({ dialect: await postgresDialect(url) });
  // Kysely takes a dialect over with its first query, and closes only what it has taken over.
  await sql`select 1`.execute(db);
  return db;
}

async function migrated(db: Db): Promise<Db> {
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Where the store is, for a log: never with a password. */
export async function describeStore(location: string): Promise<string> {
  if (!isPostgres(location)) return `sqlite ${location}`;
  return `postgres ${(await import('./postgres.ts')).describeAddress(location)}`;
}
