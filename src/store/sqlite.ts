/** A SQLite file (or memory) as a kysely dialect, with errors that say what to do. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { type DialectAdapter, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Fault } from '../core/errors.ts';
import { ageOf, contentsOf } from './age.ts';
import { type Hold, holdFile } from './hold.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { makeFile, makeFolderOf, narrowFiles } from './private-files.ts';
import { resultCode } from './trouble.ts';

export const IN_MEMORY = ':memory:';

export async function sqliteDialect(path: string): Promise<SqliteDialect> {
  if (path !== IN_MEMORY) await makePlace(path);
  try {
    const database = await openWhenFree(path);
    if (path !== IN_MEMORY) await narrowFiles(path);
    return new MigratingSqliteDialect({ database });
  } catch (error) {
    throw asFault(path, error);
  }
}

const asFault = (path: string, error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('STORE', `The database ${path} ${explain(error)}`, error);

/** Throws a Fault where another bot holds it. */
export async function holdSqlite(path: string): Promise<Hold> {
  await makePlace(path);
  try {
    return await holdFile(path);
  } catch (error) {
    throw asFault(path, error);
  }
}

/**
 * kysely holds that SQLite cannot change tables in a transaction, so two processes that start at once would
 * both migrate. It can; in a transaction the second waits and finds nothing left to do.
 */
class MigratingSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new MigratingSqliteAdapter();
  }
}

class MigratingSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

async function makePlace(path: string): Promise<void> {
  try {
    await makeFolderOf(path);
  } catch (error) {
    const message = `The folder of the database ${path} cannot be made. Choose a place where this user may write.`;
    throw new Fault('STORE', message, error);
  }
  // Where it cannot be made, SQLite finds out why.
  await makeFile(path).catch(() => undefined);
}

/** Of SQLite's result codes: another process holds the file. */
const BUSY = 5;

/** How long a start waits for others that start on the same file. */
const PATIENCE_MS = 5_000;
const AGAIN_AFTER_MS = 20;

/**
 * Of several processes that turn a new file to writing ahead at once, SQLite lets one do it and tells the
 * others at once, whatever the busy timeout, that the file is locked. A moment later it is not.
 */
async function openWhenFree(path: string): Promise<SqliteDatabase> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      demandNobodyElses(path);
      return openNodeSqlite(path);
    } catch (error) {
      if (resultCode(error) !== BUSY || performance.now() > giveUpAt) throw error;
      await setTimeout(AGAIN_AFTER_MS);
    }
  }
}

/** The file of another program would be given our tables and rewritten. */
function demandNobodyElses(path: string): void {
  if (path === IN_MEMORY) return;
  const database = new DatabaseSync(path);
  try {
    if (ageOf(contentsOf(database)) === 'foreign')
      throw new Fault(
        'STORE',
        `The database ${path} is another program’s. Set DATABASE_PATH to a file that is not there yet.`,
      );
  } finally {
    database.close();
  }
}

/** https://www.sqlite.org/rescode.html */
export function explain(error: unknown): string {
  switch (resultCode(error)) {
    case BUSY:
    case 6:
      return 'is in use by another program. Stop that one, or choose another file.';
    case 8:
      return 'cannot be written. Give this user the right to write the file and its folder.';
    case 11:
      return 'is damaged. Restore it from a backup, or move it away to start afresh.';
    case 14:
      return 'cannot be opened. Check that it is a file, and that this user may read and write it and its folder.';
    case 26:
      return 'is a file of another kind, not a database. Choose another file, or move this one away.';
    default:
      return `cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
