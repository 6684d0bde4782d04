/** Dates on which a daily rests, how long it may be late, and until when it is paused. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const dailyCalendar: Migration = { up };

/** One column a statement: SQLite takes no more. */
async function up(db: Kysely<unknown>): Promise<void> {
  const dailies = () => db.schema.alterTable('dailies');
  await dailies()
    .addColumn('skip_dates', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await dailies()
    .addColumn('catch_up_hours', 'integer', (column) => column.notNull().defaultTo(6))
    .execute();
  await dailies().addColumn('paused_until', 'text').execute();
}
