/**
 * A round keeps the texts that it showed in place of the order of its options, and whether it counts for nobody. The texts of rounds that were opened
 * before stand in the packs, which a migration does not know: until the program adds them at its start, the prompt is
 * empty and each option is its number in the question, 0 for the right one.
 */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const shown: Migration = { up };

interface Before {
  readonly rounds: { readonly id: string; readonly option_order: string; readonly shown: string };
}

async function up(db: Kysely<Before>): Promise<void> {
  await db.schema
    .alterTable('rounds')
    .addColumn('shown', 'text', (column) =>
      column.notNull().defaultTo('{"prompt":"","options":[],"right":0}'),
    )
    .execute();
  // The orders of four options are few, of the rounds there may be a million.
  const orders = await db.selectFrom('rounds').select('option_order').distinct().execute();
  for (const { option_order } of orders)
    await db
      .updateTable('rounds')
      .set({ shown: withoutTexts(option_order) })
      .where('option_order', '=', option_order)
      .execute();
  await db.schema
    .alterTable('rounds')
    .addColumn('is_void', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('rounds').dropColumn('option_order').execute();
}

/** Indexes of options, as `[2,0,3,1]`, of which 0 is the right one. */
function withoutTexts(order: string): string {
  const indexes: readonly number[] = JSON.parse(order);
  return JSON.stringify({ prompt: '', options: indexes.map(String), right: indexes.indexOf(0) });
}
