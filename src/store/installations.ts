/** Who speaks on each platform from this database. */
import type { PlatformId } from '../core/ids.ts';
import type { Db } from './tables.ts';

export async function claimInstallation(
  db: Db,
  platform: PlatformId,
  identity: string,
  at: number,
): Promise<string> {
  const claimed = await db
    .insertInto('installations')
    .values({ platform, identity, seen_at: at })
    .onConflict((conflict) =>
      conflict.column('platform').doUpdateSet({ seen_at: at }).where('installations.identity', '=', identity),
    )
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return identity;
  const other = await db
    .selectFrom('installations')
    .select('identity')
    .where('platform', '=', platform)
    .executeTakeFirst();
  return other?.identity ?? identity;
}
