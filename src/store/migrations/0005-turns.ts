/**
 * One public quiz runs in a place at a time, which a unique index decides; others wait their turn. And requests that
 * were taken, so that one that is delivered again is not answered again.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const turns: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await addState(db);
  await endSurplus(db);
  await db.schema
    .createIndex('quizzes_one_running')
    .unique()
    .on('quizzes')
    .columns(['platform', 'workspace', 'channel'])
    .where(sql.ref('state'), '=', 'running')
    .where(sql.ref('is_private'), '=', 0)
    .execute();
  await createRequests(db);
}

async function addState(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('quizzes')
    .addColumn('state', 'text', (column) =>
      column.notNull().defaultTo('ended').check(sql`state in ('offered', 'waiting', 'running', 'ended')`),
    )
    .execute();
  await sql`update quizzes set state = 'running' where is_ended = 0`.execute(db);
  await db.schema.dropIndex('quizzes_running').execute();
  await db.schema.alterTable('quizzes').dropColumn('is_ended').execute();
  await db.schema.createIndex('quizzes_state').on('quizzes').columns(['state', 'is_private']).execute();
}

/** Of several that run in one place the first goes on. What the others have asked is still revealed. */
const endSurplus = (db: Kysely<unknown>) =>
  sql`
    update quizzes set state = 'ended'
    where state = 'running' and is_private = 0 and exists (
      select 1 from quizzes as earlier
      where earlier.platform = quizzes.platform and earlier.workspace = quizzes.workspace
        and earlier.channel = quizzes.channel and earlier.state = 'running' and earlier.is_private = 0
        and (earlier.started_at < quizzes.started_at
          or (earlier.started_at = quizzes.started_at and earlier.id < quizzes.id))
    )`.execute(db);

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('requests_once', ['platform', 'request_id'])
    .execute();
  await db.schema.createIndex('requests_taken').on('requests').column('taken_at').execute();
}
