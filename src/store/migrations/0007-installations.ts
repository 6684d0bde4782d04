/** Whose database it is on each platform: two applications on one would speak in places that only one of them is in. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const installations: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installations')
    .addColumn('platform', 'text', (column) => column.primaryKey().notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
}
