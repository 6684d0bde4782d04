/** Requests that were taken: each once, however often its platform delivers it. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { PlatformId } from '../core/ids.ts';
import type { Db } from './tables.ts';
import { isSqlite, withPatience } from './wipe.ts';

export async function takeRequest(db: Db, platform: PlatformId, id: string, at: number): Promise<boolean> {
  const taken = await db
    .insertInto('requests')
    .values({ platform, request_id: id, taken_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

export async function sweep(db: Db, before: number): Promise<void> {
  await db.deleteFrom('requests').where('taken_at', '<', before).execute();
  await db.deleteFrom('quizzes').where('state', '=', 'offered').where('started_at', '<', before).execute();
}

/** Stands among the requests, because from there it is swept; no platform has this name. */
const TRIED = { platform: 'readyz', request_id: '' };

/** A question takes some pages, where the log beside the file still has room for the one that is written here. */
const LEAST_ROOM_BYTES = 1_000_000;

async function demandRoom(db: Db): Promise<void> {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db);
  const [file] = rows.map((row) => row.file).filter(Boolean);
  if (file === undefined) return;
  const { bavail, bsize, blocks } = await statfs(dirname(file));
  // Some file systems do not say.
  if (blocks > 0 && bavail * bsize < LEAST_ROOM_BYTES)
    throw Object.assign(new Error('less than a megabyte is left'), { code: 'ENOSPC' });
}

/** Less than whoever asks is ready to wait. */
const PATIENCE_MS = 1_000;

export async function tryWrite(db: Db, at: number): Promise<void> {
  const write = (on: Db) =>
    on
      .insertInto('requests')
      .values({ ...TRIED, taken_at: at })
      .onConflict((conflict) => conflict.columns(['platform', 'request_id']).doUpdateSet({ taken_at: at }))
      .execute();
  if (!isSqlite(db)) return void (await write(db));
  await demandRoom(db);
  await withPatience(db, PATIENCE_MS, write);
}
