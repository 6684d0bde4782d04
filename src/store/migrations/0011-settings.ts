/**
 * What a place has chosen of the packs, what it leaves out, and what its daily will ask next. A quiz and a daily may be
 * of one pack; null for all that are on in their place.
 */
import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const settings: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['quizzes', 'dailies'])
    await db.schema.alterTable(table).addColumn('pack', 'text').execute();
  await db.schema
    .createTable('settings')
    .$call(withPlace)
    .addColumn('packs', 'text')
    .addColumn('known', 'text')
    .addPrimaryKeyConstraint('settings_key', [...PLACE])
    .execute();
  await db.schema
    .createTable('left_out')
    .$call(withPlace)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('left_out_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('left_out_key', [...PLACE, 'kind', 'item'])
    .execute();
  await db.schema
    .createTable('plans')
    .$call(withPlace)
    .addColumn('questions', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('plans_key', [...PLACE])
    .execute();
}

const PLACE = ['platform', 'workspace', 'channel'] as const;

const withPlace = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
  table
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull());
