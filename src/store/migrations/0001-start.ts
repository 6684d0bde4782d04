/**
 * Runs unchanged on SQLite and PostgreSQL. Uniqueness is what decides races (one answer a person, one round a
 * number, one delivery a date), so it is declared here and not only checked in code.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const start: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createQuizzes(db);
  await createDailies(db);
  await createDeliveries(db);
  await createRounds(db);
  await createAnswers(db);
  await createSeen(db);
  await createTranscript(db);
}

const PLACE = ['platform', 'workspace', 'channel'] as const;
const PLAYER = ['player_platform', 'player_workspace', 'player_user'] as const;

const withPlace = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
  table
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull());

const withPlayer = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
  table
    .addColumn('player_platform', 'text', (column) => column.notNull())
    .addColumn('player_workspace', 'text', (column) => column.notNull())
    .addColumn('player_user', 'text', (column) => column.notNull());

async function createQuizzes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quizzes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .$call(withPlace)
    .$call(withPlayer)
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('seconds_per_round', 'integer', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('is_ended', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('quizzes_running').on('quizzes').columns(['is_ended', 'is_private']).execute();
  await db.schema
    .createIndex('quizzes_player')
    .on('quizzes')
    .columns([...PLAYER])
    .execute();
}

async function createDailies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dailies')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .$call(withPlace)
    .$call(withPlayer)
    .addColumn('local_time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('weekdays', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('reveal_after_hours', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('next_run', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('dailies_one_a_place', [...PLACE])
    .addCheckConstraint('dailies_state', sql`state in ('on', 'paused', 'off')`)
    .execute();
  await db.schema.createIndex('dailies_due').on('dailies').columns(['state', 'next_run']).execute();
  await db.schema
    .createIndex('dailies_player')
    .on('dailies')
    .columns([...PLAYER])
    .execute();
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('daily_id', 'text', (column) => column.notNull())
    .$call(withPlace)
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('is_by_hand', 'integer', (column) => column.notNull())
    .addColumn('unsure_since', 'bigint')
    .addColumn('retry_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('deliveries_one_a_date', [...PLACE, 'local_date'])
    .addCheckConstraint('deliveries_state', sql`state in ('claimed', 'posted', 'skipped', 'failed')`)
    .execute();
  await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'retry_at']).execute();
}

async function createRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rounds')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .$call(withPlace)
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('option_order', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closes_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('quiz_id', 'text', (column) => column.references('quizzes.id'))
    .addColumn('quiz_number', 'integer')
    .addColumn('delivery_id', 'text', (column) => column.references('deliveries.id'))
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addUniqueConstraint('rounds_one_a_number', ['quiz_id', 'quiz_number'])
    .addUniqueConstraint('rounds_one_a_delivery', ['delivery_id'])
    .addCheckConstraint('rounds_state', sql`state in ('open', 'closed', 'revealed')`)
    .addCheckConstraint('rounds_one_parent', sql`(quiz_id is null) <> (delivery_id is null)`)
    .addCheckConstraint('rounds_numbered', sql`(quiz_id is null) = (quiz_number is null)`)
    .execute();
  await db.schema.createIndex('rounds_due').on('rounds').columns(['state', 'closes_at']).execute();
  await db.schema
    .createIndex('rounds_standing')
    .on('rounds')
    .columns(['platform', 'workspace', 'state'])
    .execute();
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answers')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .$call(withPlayer)
    .$call(withPlace)
    .addColumn('option', 'integer', (column) => column.notNull())
    .addColumn('is_right', 'integer', (column) => column.notNull())
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answers_one_a_person', ['round_id', ...PLAYER])
    .execute();
  await db.schema
    .createIndex('answers_scored')
    .on('answers')
    .columns(['platform', 'workspace', 'answered_at'])
    .execute();
  await db.schema
    .createIndex('answers_player')
    .on('answers')
    .columns([...PLAYER, 'answered_at'])
    .execute();
}

async function createSeen(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shelves')
    .$call(withPlace)
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('last_item', 'text')
    .addPrimaryKeyConstraint('shelves_key', [...PLACE, 'shelf'])
    .execute();
  await db.schema
    .createTable('seen')
    .$call(withPlace)
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_once', [...PLACE, 'shelf', 'item'])
    .execute();
}

async function createTranscript(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('transcript')
    .$call(withPlace)
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('posted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('transcript_key', [...PLACE, 'message_id'])
    .execute();
  await db.schema
    .createIndex('transcript_newest')
    .on('transcript')
    .columns([...PLACE, 'posted_at', 'position'])
    .execute();
}
