/**
 * Who is kept out of boards and reveals, which workspaces the bot was taken out of, and when work of once a day was last
 * begun; and indexes for all that one person has in every workspace, and for what is old enough to go.
 */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const people: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hidden')
    .addColumn('player_platform', 'text', (column) => column.notNull())
    .addColumn('player_workspace', 'text', (column) => column.notNull())
    .addColumn('player_user', 'text', (column) => column.notNull())
    .addColumn('hidden_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('hidden_key', ['player_platform', 'player_user', 'player_workspace'])
    .execute();
  await db.schema
    .createTable('left_workspaces')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('left_workspaces_key', ['platform', 'workspace'])
    .execute();
  await db.schema
    .createTable('chores')
    .addColumn('chore', 'text', (column) => column.primaryKey().notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .execute();
  for (const table of ['quizzes', 'dailies', 'standings'])
    await db.schema
      .createIndex(`${table}_person`)
      .on(table)
      .columns(['player_platform', 'player_user'])
      .execute();
  await db.schema.createIndex('quizzes_place').on('quizzes').columns(['platform', 'workspace']).execute();
  await db.schema.createIndex('quizzes_over').on('quizzes').columns(['state', 'started_at']).execute();
}
