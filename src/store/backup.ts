/** A copy of a SQLite file, also while the bot runs on it; and how one takes the file's place. */
import { existsSync } from 'node:fs';
import { copyFile, link, realpath, rename, rm, stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/errors.ts';
import { markCopy } from './copies.ts';
import { makeFile, makeFolderOf, sync } from './private-files.ts';
import { type Counted, examine, openAsItIs } from './receipts-file.ts';
import { explain, holdSqlite } from './sqlite.ts';
import { resultCode, troubleOf, troubleWords } from './trouble.ts';

export interface Backup {
  readonly tables: readonly Counted[];
  readonly bytes: number;
}

/**
 * Of one moment: what was stored when it began is in it. Nobody who plays waits for it. Throws a Fault, and leaves no
 * file behind, where it fails, and where there is a file already.
 */
export async function backUp(database: string, file: string): Promise<Backup> {
  if (!existsSync(database))
    throw new Fault('STORE', `There is no database ${database} to back up. Check DATABASE_PATH.`);
  await copyInto(() => new DatabaseSync(database, { timeout: 5_000 }), database, file);
  return { tables: await orGone(file, async () => examine(file)), bytes: (await stat(file)).size };
}

export interface Restored extends Backup {
  /** Where the database of before is kept, if there was one. */
  readonly kept: string | undefined;
}

/**
 * Puts a copy of the file where the database is, at once or not at all, and keeps what was there under another name.
 * Throws a Fault, with nothing changed, where the file is none of ours, damaged or of a newer release, and where a bot
 * or another program has the database open.
 */
export async function restore(file: string, database: string, now: Date): Promise<Restored> {
  if (!existsSync(file)) throw new Fault('STORE', `There is no file ${file}. Check the path.`);
  const tables = examine(file);
  const hold = await holdSqlite(database);
  try {
    const place = await realpath(database);
    const fresh = `${place}.restoring`;
    await rm(fresh, { force: true });
    await copyInto(() => openAsItIs(file), file, fresh);
    return await orGone(fresh, async () => {
      const kept = await keep(place, now);
      await rename(fresh, place);
      await sync(place);
      return { tables, kept, bytes: (await stat(place)).size };
    });
  } finally {
    hold.release();
  }
}

/** Rewrites the whole, so that it is as small as it can be and holds nothing that was deleted. */
async function copyInto(open: () => DatabaseSync, from: string, file: string): Promise<void> {
  await makeFolderOf(file);
  if (!(await makeFile(file)))
    throw new Fault(
      'STORE',
      `There is a file ${file} already, and it is left as it is. Choose another name.`,
    );
  await orGone(file, async () => {
    try {
      const source = open();
      try {
        source.prepare('vacuum into ?').run(file);
      } finally {
        source.close();
      }
      const copy = new DatabaseSync(file);
      try {
        markCopy(copy);
      } finally {
        copy.close();
      }
    } catch (error) {
      const trouble = troubleOf(error);
      const why =
        trouble === 'full' ? `cannot be copied: ${troubleWords(trouble)}make room.` : explain(error);
      throw new Fault('STORE', `The database ${from} ${why}`, error);
    }
    await sync(file);
  });
}

async function orGone<Result>(file: string, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Under a name of its own as well, so that there is a database at every instant. An empty one was made by the lock. */
async function keep(place: string, now: Date): Promise<string | undefined> {
  const kept = `${place}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  await takeLogIn(place, kept);
  if ((await stat(place)).size === 0) return undefined;
  await link(place, kept).catch(() => copyFile(place, kept));
  return kept;
}

/** A log beside the file would be read as if it were of the one that comes. Nobody else may have the file open. */
async function takeLogIn(place: string, kept: string): Promise<void> {
  const database = new DatabaseSync(place, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = delete');
  } catch (error) {
    if ([5, 6].includes(resultCode(error) ?? 0))
      throw new Fault('STORE', `The database ${place} is in use by another program. Stop that one.`, error);
    // What is damaged is kept as it is, and its log with it.
    if (existsSync(`${place}-wal`)) await rename(`${place}-wal`, `${kept}-wal`);
    await rm(`${place}-shm`, { force: true });
  } finally {
    database.close();
  }
}
