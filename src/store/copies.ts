/**
 * A copy of a SQLite file says that it is one, so that a bot which starts on it, by whatever way it was put back, looks
 * first at what was posted since. In the file's header, where no release's tables matter.
 */
import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Db } from './tables.ts';
import { isSqlite } from './wipe.ts';

/** `application_id` of a copy; the bot's own file has none. */
const COPY = 0x52_63_70_74;

export const markCopy = (copy: DatabaseSync): void => copy.exec(`pragma application_id = ${COPY}`);

export async function isRestored(db: Db): Promise<boolean> {
  if (!isSqlite(db)) return false;
  const { rows } = await sql<{ application_id: number }>`pragma application_id`.execute(db);
  return rows[0]?.application_id === COPY;
}

export async function noteTakenUp(db: Db): Promise<void> {
  if (isSqlite(db)) await sql`pragma application_id = 0`.execute(db);
}
