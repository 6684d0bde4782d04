/** Where the store begins: an address in, a migrated store out. */
import { type Dialect, Kysely } from 'kysely';
import { Fault } from '../core/errors.ts';
import type { Store } from '../core/store.ts';
import { migrate } from './migrate.ts';
import { createStore } from './store.ts';
import type { Db, Tables } from './tables.ts';

/**
 * `location` is a file (its folders are made), `:memory:`, or `postgres://…`. Throws a Fault that names the
 * place and says what to do where it cannot be used.
 */
export async function openStore(location: string): Promise<Store> {
  return createStore(await openDatabase(location));
}

/** The tables behind a store, brought up to date. */
export async function openDatabase(location: string): Promise<Db> {
  const db = new Kysely<Tables>({ dialect: await dialectOf(location) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//i.test(location);

/** Imports only the driver that is asked for: the other one costs start-up time and memory. */
async function dialectOf(location: string): Promise<Dialect> {
  if (isPostgres(location)) return (await import('./postgres.ts')).postgresDialect(location);
  if (location.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(location))
    throw new Fault(
      'STORE',
      'The database is neither a file path nor an address that begins with postgres://.',
    );
  return (await import('./sqlite.ts')).sqliteDialect(location);
}
