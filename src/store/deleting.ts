/** Deletes many rows, a few at a time, so that whoever plays meanwhile waits for no more than that. */
import { type RawBuilder, sql } from 'kysely';
import type { Retired } from '../core/ports/store.ts';
import { keyIn, type Table } from './keys.ts';
import type { Db } from './tables.ts';

/** Rows with several indexes: some milliseconds on SQLite. */
const ROWS_A_STEP = 200;

/** What went so far, by what it was. */
type Tally = Partial<Record<Table | 'names', number>>;

/** How many rows a step took away, by what they were. */
export type Steps = AsyncGenerator<Tally, void>;

export function addUp(total: Record<string, number>, step: Tally): Retired {
  for (const [what, count] of Object.entries(step)) if (count > 0) total[what] = (total[what] ?? 0) + count;
  return total;
}

export async function* deleteAll(db: Db, table: Table, where: RawBuilder<unknown>): Steps {
  const key = keyIn(table);
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where (${key}) in
        (select ${key} from ${sql.table(table)} where ${where} limit ${sql.lit(ROWS_A_STEP)})`.execute(db);
    if (numAffectedRows > 0n) yield { [table]: Number(numAffectedRows) };
    if (numAffectedRows < ROWS_A_STEP) return;
  }
}

/** Rounds with all that belongs to them. Nobody can answer them any more. */
export async function* deleteRounds(db: Db, where: RawBuilder<unknown>): Steps {
  for (;;) {
    const { rows } = await sql<{ id: string }>`select id from rounds where ${where} limit 20`.execute(db);
    for (const { id } of rows) {
      yield* deleteAll(db, 'answers', sql`round_id = ${id}`);
      yield await db.transaction().execute(async (transaction) => {
        // One that came in between, before the round was closed.
        await transaction.deleteFrom('answers').where('round_id', '=', id).execute();
        await transaction.deleteFrom('answer_marks').where('round_id', '=', id).execute();
        const { numDeletedRows } = await transaction
          .deleteFrom('rounds')
          .where('id', '=', id)
          .executeTakeFirst();
        return { rounds: Number(numDeletedRows) };
      });
    }
    if (rows.length < 20) return;
  }
}
