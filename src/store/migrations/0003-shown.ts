/** A round keeps the texts that it showed in place of the order of its options, and whether it counts for nobody. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const shown: Migration = { up };

/** Rounds from before version 0.2, which nobody had installed, kept no texts: what such a one showed is not known. */
async function up(db: Kysely<unknown>): Promise<void> {
  const rounds = () => db.schema.alterTable('rounds');
  await rounds()
    .addColumn('shown', 'text', (column) =>
      column.notNull().defaultTo('{"prompt":"","options":[],"right":0}'),
    )
    .execute();
  await rounds()
    .addColumn('is_void', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await rounds().dropColumn('option_order').execute();
}
