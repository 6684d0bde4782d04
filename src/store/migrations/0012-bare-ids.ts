/** Finds the ids of before they were scoped by their pack: indexes that are empty once all have been. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const bareIds: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index rounds_bare on rounds (question_id) where question_id not like '%/%'`.execute(db);
  await sql`create index seen_bare on seen (platform, workspace, channel, shelf, item)
    where item not like '%/%'`.execute(db);
}
