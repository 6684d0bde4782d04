/** Whether a file is a database of Receipts, whole, and of no newer release: what a backup is worth. */
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Fault } from '../core/errors.ts';
import { ageOf, contentsOf, unknownIn } from './age.ts';
import { explain } from './sqlite.ts';

export interface Counted {
  readonly table: string;
  readonly rows: number;
}

/** Throws a Fault that says what is wrong with it. Changes nothing, and puts nothing beside the file. */
export function examine(file: string): readonly Counted[] {
  try {
    const database = openAsItIs(file);
    try {
      demandOurs(database, file);
      demandWhole(database, file);
      return count(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('STORE', `The file ${file} ${explain(error)}`, error);
  }
}

/** With what a copy by hand has in its log, where there is one; else the file alone, wherever it lies. */
export function openAsItIs(file: string): DatabaseSync {
  const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  const location = pathToFileURL(file);
  if (!hasLog) location.searchParams.set('immutable', '1');
  return new DatabaseSync(location, { readOnly: true });
}

function demandOurs(database: DatabaseSync, file: string): void {
  const contents = contentsOf(database);
  const age = ageOf(contents);
  if (age === 'new' || age === 'foreign')
    throw new Fault('STORE', `The file ${file} is a database, but not one of Receipts.`);
  if (age === 'newer')
    throw new Fault(
      'STORE',
      `The file ${file} was written by a newer release (it has ${unknownIn(contents.ran).join(', ')}). Use it with that release.`,
    );
}

function demandWhole(database: DatabaseSync, file: string): void {
  const [found] = database.prepare('pragma integrity_check(1)').all();
  const words = String(Object.values(found ?? {})[0]);
  if (words !== 'ok')
    throw new Fault('STORE', `The file ${file} is damaged (${words}). Take another backup.`);
}

function count(database: DatabaseSync): readonly Counted[] {
  const tables = contentsOf(database).tables.filter((name) => !/^(?:sqlite|kysely)_/.test(name));
  return tables.map((table) => {
    const [found] = database.prepare(`select count(*) as rows from "${table}"`).all();
    return { table, rows: Number(found?.rows) };
  });
}
