/** Moves everything from one database to an empty one, of whichever kind each is: all of it or nothing. */
import { access } from 'node:fs/promises';
import { sql, type Transaction } from 'kysely';
import { Fault } from '../core/errors.ts';
import { KEYS, rowsOf, type Table } from './keys.ts';
import { isPostgres, openDatabase } from './open.ts';
import type { Db, Tables } from './tables.ts';

/** Rows in one statement: with the widest table's columns still below what SQLite takes as parameters. */
const ROWS_AT_ONCE = 500;

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Resolves to the rows of each table, counted anew in both. Throws a Fault, with nothing copied, where the source
 * does not exist or is of a newer release, or where the target holds anything. Both are brought up to date first.
 */
export async function copyDatabase(from: string, to: string): Promise<readonly CopiedTable[]> {
  await demandSource(from);
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await copyAll(source, target, isPostgres(from));
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}

/** Opening makes a SQLite file that is not there, and a copy of nothing would look like a success. */
async function demandSource(from: string): Promise<void> {
  if (isPostgres(from)) return;
  try {
    await access(from);
  } catch (error) {
    throw new Fault('STORE', `There is no database ${from} to copy. Check the path.`, error);
  }
}

/** One view of the source and one transaction on the target, so that a failure leaves nothing half-copied. */
const copyAll = (source: Db, target: Db, atOneMoment: boolean): Promise<readonly CopiedTable[]> =>
  source.transaction().execute(async (reading) => {
    if (atOneMoment) await sql`set transaction isolation level repeatable read`.execute(reading);
    return target.transaction().execute(async (writing) => {
      for (const table of tables) await demandEmpty(writing, table);
      const copied: CopiedTable[] = [];
      for (const table of tables) copied.push(await copyTable(reading, writing, table));
      return copied;
    });
  });

const isTable = (name: string): name is Table => Object.hasOwn(KEYS, name);
const tables: readonly Table[] = Object.keys(KEYS).filter(isTable);

async function demandEmpty(target: Transaction<Tables>, table: Table): Promise<void> {
  const rows = await count(target, table);
  if (rows > 0)
    throw new Fault(
      'STORE',
      `The database to copy to is not empty: its table ${table} has ${rows} rows. Give an empty one; nothing was changed.`,
    );
}

async function copyTable(
  source: Transaction<Tables>,
  target: Transaction<Tables>,
  table: Table,
): Promise<CopiedTable> {
  for await (const rows of rowsOf(source, table, ROWS_AT_ONCE))
    await target.insertInto(table).values(rows).execute();
  const [there, here] = [await count(source, table), await count(target, table)];
  if (there !== here)
    throw new Fault(
      'STORE',
      `The copy of the table ${table} has ${here} rows instead of ${there}. Nothing was copied; try again.`,
    );
  return { table, rows: here };
}

async function count(db: Db, table: Table): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.rows);
}
