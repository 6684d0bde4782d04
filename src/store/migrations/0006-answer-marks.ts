/**
 * What is left of an answer that was deleted while its round was open; and indexes for where a
 * person has answered and what stands open in a channel.
 */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const answerMarks: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_marks')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('mark', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_marks_once', ['round_id', 'mark'])
    .execute();
  await db.schema
    .createIndex('answers_person')
    .on('answers')
    .columns(['player_platform', 'player_user', 'workspace'])
    .execute();
  await db.schema
    .createIndex('rounds_in_channel')
    .on('rounds')
    .columns(['platform', 'channel', 'state'])
    .execute();
}
