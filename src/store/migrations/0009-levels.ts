/** How hard the questions of a quiz are to be; null for all of them. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const levels: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('quizzes').addColumn('level', 'text').execute();
}
