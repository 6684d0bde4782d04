/** Requests that were taken: each once, however often its platform delivers it. */
import type { PlatformId } from '../core/ids.ts';
import type { Db } from './tables.ts';

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
