/** Whose try it is to post or show a round, and what a quiz that ended still owes. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const tries: Migration = { up };

/** One column a statement: SQLite takes no more. */
async function up(db: Kysely<unknown>): Promise<void> {
  const rounds = () => db.schema.alterTable('rounds');
  await rounds().addColumn('unsure_since', 'bigint').execute();
  await rounds()
    .addColumn('retry_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  const quizzes = () => db.schema.alterTable('quizzes');
  await quizzes().addColumn('ended_at', 'bigint').execute();
  await quizzes()
    .addColumn('owes_standings', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await quizzes()
    .addColumn('owes_word', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await quizzes().addColumn('unsure_since', 'bigint').execute();
  await quizzes().addColumn('retry_at', 'bigint').execute();
  await db.schema.createIndex('quizzes_owing').on('quizzes').columns(['retry_at']).execute();
}
