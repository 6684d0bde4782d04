/** Where the store begins: an address in, a migrated store out. */
import { Kysely, sql } from 'kysely';
import { Fault } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Store } from '../core/ports/store.ts';
import { demandAddress, schemaOf } from '../postgres/address.ts';
import { isBehind, migrate } from './migrate.ts';
import type { Other } from './postgres.ts';
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
  readonly waiting?: Waiting;
  readonly rewriting: Rewriting;
  readonly onCall?: OnCall;
}

/** A server that is away, or something else that may pass by itself, is tried again for a minute. */
export interface Waiting {
  readonly clock: Clock;
  readonly onAway: (problem: Fault) => void;
}

/**
 * As the bot itself opens its store. On a file it is alone: throws a Fault that names the other one where a bot runs on
 * it already. Programs for operators open it with the other function, beside a running bot.
 */
export async function openBotStore(location: string, opening: Opening): Promise<Store> {
  const { rewriting, onCall } = opening;
  if (isPostgres(location)) return openInTime(location, opening);
  if (location === ':memory:') return openStore(location, undefined, onCall);
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

const WAIT_MS = 60_000;
const AGAIN_MS = 2_000;

/** Whatever needs a person is not waited for: a wrong password, say. */
async function openInTime(url: string, { onWait, onCall, waiting }: Opening): Promise<Store> {
  if (!waiting) return openStore(url, onWait, onCall);
  const { clock, onAway } = waiting;
  const { Away } = await import('./postgres.ts');
  const until = clock.now() + WAIT_MS;
  // Nothing else runs yet that would keep the process alive.
  const alive = setInterval(() => undefined, WAIT_MS);
  try {
    for (let isTold = false; ; isTold = true) {
      try {
        return await openStore(url, onWait, onCall);
      } catch (error) {
        if (!(error instanceof Away) || clock.now() >= until) throw error;
        if (!isTold) onAway(error);
        await new Promise<void>((resolve) => clock.after(AGAIN_MS, resolve));
      }
    }
  } finally {
    clearInterval(alive);
  }
}

/** The tables behind a store, brought up to date. */
export async function openDatabase(location: string, onWait: OnWait = () => undefined): Promise<Db> {
  if (isPostgres(location)) return openPostgres(location, onWait);
  demandPath(location);
  const db = new Kysely<Tables>({ dialect: await (await import('./sqlite.ts')).sqliteDialect(location) });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
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
async function openPostgres(given: string, onWait: OnWait): Promise<Db> {
  const { asFault, Away, describeAddress, isBeingMigrated, othersOnQueue, postgresDialect } = await import(
    './postgres.ts'
  );
  const url = demandAddress(given);
  const patient = new Kysely<Tables>({ dialect: await postgresDialect(url, {}) });
  try {
    if (await isBeingMigrated(patient)) onWait();
    const others = await othersOnQueue(patient, url);
    if (others.length > 0 && (await isBehind(patient))) throw new Away('STORE', olderRuns(others));
    const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(patient);
    await migrate(patient, schemaOf(url) ?? rows[0]?.schema ?? 'public');
  } catch (error) {
    throw asFault(describeAddress(url), error);
  } finally {
    await patient.destroy();
  }
  const db = new Kysely<Tables>({ dialect: await postgresDialect(url) });
  // Kysely takes a dialect over with its first query, and closes only what it has taken over.
  await sql`select 1`.execute(db);
  return db;
}

function olderRuns(others: readonly Other[]): string {
  const named = others.map(({ pid, client }) => `${pid}${client === null ? '' : ` from ${client}`}`);
  return `An older release runs on this database (${named.length === 1 ? 'a process' : 'processes'} with the connection ${named.join(', ')}), and this one has to change its tables first. Stop the older one, all processes of it, and start this one again.`;
}

/** Where the store is, for a log: never with a password. */
export async function describeStore(location: string): Promise<string> {
  if (!isPostgres(location)) return `sqlite ${location}`;
  return `postgres ${(await import('./postgres.ts')).describeAddress(location)}`;
}
