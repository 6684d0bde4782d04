/**
 * What is deleted is gone from the file. SQLite overwrites what a row held (`secure_delete`), but what it once moved
 * from page to page may stand in bytes that no row uses, and in the log beside the file. So the file is rewritten, and
 * the log cut off. The file itself notes whether that is still owed.
 */
import { SqliteAdapter, sql } from 'kysely';
import type { Db } from './tables.ts';

/** `user_version` of a file in which nothing stands but what its tables hold. */
const CLEAN = 1;
const OWED = 0;

/** Rewriting takes this many in about half a second, in which nobody is answered; a larger file is rewritten at a start. */
const AT_ONCE_BYTES = 32_000_000;

/** A start that took longer would be taken for one that hangs; see “What is stored about people” in the operator's page. */
const AT_START_BYTES = 1_000_000_000;

export interface Rewriting {
  /** Before one that takes seconds. */
  begins(megabytes: number): void;
  done(megabytes: number, ms: number): void;
  /** It is tried again at the next start. */
  failed(megabytes: number, why: 'too-large' | Error): void;
}

/** Runs what deletes a person or a workspace, and wipes after it. A process that dies in between leaves the rest to the next start. */
export async function deleteAndWipe<Result>(db: Db, remove: () => Promise<Result>): Promise<Result> {
  if (!isSqlite(db)) return remove();
  await note(db, OWED);
  const removed = await remove();
  await wipe(db);
  return removed;
}

/** Nobody is answered while the file is rewritten, however many people delete themselves, or one does again and again. */
const REWRITE_EVERY_MS = 60_000;

/** Of a file that was rewritten a moment ago: whether it is owed again. */
const resting = new WeakMap<Db, { isOwed: boolean }>();

/** What was deleted is deleted, also where this fails: then it stays owed. */
async function wipe(db: Db): Promise<void> {
  const rest = resting.get(db);
  if (rest) {
    rest.isOwed = true;
    // Again: one that was under way may have called the file clean since.
    await note(db, OWED);
  } else await rewriteSmall(db);
  await cutLog(db);
}

async function rewriteSmall(db: Db): Promise<void> {
  const rest = { isOwed: false };
  resting.set(db, rest);
  setTimeout(() => void endRest(db).catch(() => undefined), REWRITE_EVERY_MS).unref();
  try {
    if ((await sizeOf(db)) <= AT_ONCE_BYTES) await rewrite(db);
  } catch {
    // On a full disk, say.
  }
}

async function endRest(db: Db): Promise<void> {
  const rest = resting.get(db);
  resting.delete(db);
  if (rest?.isOwed) await wipe(db);
}

/** Before the file is closed: what was put off is done. */
export async function finishWiping(db: Db): Promise<void> {
  if (resting.get(db)?.isOwed) await rewriteSmall(db);
}

/** A start's own part: files of before this release, and what was owed. Nobody else may write to the file meanwhile. */
export async function rewriteWhereOwed(db: Db, tell: Rewriting): Promise<void> {
  if (!isSqlite(db) || (await numberOf(db, 'user_version')) === CLEAN) return;
  const bytes = await sizeOf(db);
  const megabytes = Math.round(bytes / 1_000_000);
  if (bytes > AT_START_BYTES) return tell.failed(megabytes, 'too-large');
  const began = performance.now();
  if (bytes > AT_ONCE_BYTES) tell.begins(megabytes);
  try {
    await rewrite(db);
    await cutLog(db);
    if (bytes > AT_ONCE_BYTES) tell.done(megabytes, Math.round(performance.now() - began));
  } catch (error) {
    tell.failed(megabytes, error instanceof Error ? error : new Error(String(error)));
  }
}

/** On one connection, so that nobody is deleted between the two. */
const rewrite = (db: Db): Promise<void> =>
  db.connection().execute(async (on) => {
    await sql`vacuum`.execute(on);
    await note(on, CLEAN);
  });

const CUT_AGAIN_AFTER_MS = 1_000;

/**
 * Somebody who reads the file just now, a backup, say, still needs the log: then it is tried again until it works. Who
 * closes the file last cuts it off in any case.
 */
async function cutLog(db: Db): Promise<void> {
  if (await isLogCut(db)) return;
  setTimeout(() => void cutLog(db).catch(() => undefined), CUT_AGAIN_AFTER_MS).unref();
}

/** Without waiting for anybody: that would hold up everything else. */
const isLogCut = (db: Db): Promise<boolean> =>
  withPatience(db, 0, async (on) => {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(on);
    return rows[0]?.busy === 0;
  });

/** How long one connection waits for others that write; see `openNodeSqlite` for how long it is otherwise. */
export const withPatience = <Result>(db: Db, ms: number, run: (on: Db) => Promise<Result>): Promise<Result> =>
  db.connection().execute(async (on) => {
    const usual = await numberOf(on, 'busy_timeout');
    await sql`pragma busy_timeout = ${sql.lit(ms)}`.execute(on);
    try {
      return await run(on);
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(usual)}`.execute(on);
    }
  });

export const isSqlite = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter;

const note = (db: Db, state: number) => sql`pragma user_version = ${sql.lit(state)}`.execute(db);

const sizeOf = async (db: Db): Promise<number> =>
  (await numberOf(db, 'page_count')) * (await numberOf(db, 'page_size'));

async function numberOf(
  db: Db,
  name: 'user_version' | 'page_count' | 'page_size' | 'busy_timeout',
): Promise<number> {
  const { rows } = await sql<Readonly<Record<string, number>>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0] ?? 0;
}
