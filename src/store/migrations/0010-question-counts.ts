/**
 * From here on it is kept how many answered each question and how many of them were right, over all places. It begins
 * with the rounds that close from now on.
 */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const questionCounts: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('answers')
    .addColumn('is_first', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('question_counts')
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('right_text', 'text', (column) => column.notNull())
    .addColumn('right_count', 'integer', (column) => column.notNull())
    .addColumn('answer_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_counts_key', ['question_id', 'right_text'])
    .execute();
}
