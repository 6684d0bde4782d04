/** Brings a database up to date before anyone uses it. Several processes may try at once. */
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '../core/errors.ts';
import { AGES, unknownIn } from './age.ts';
import { migrations } from './migrations/list.ts';
import type { Db } from './tables.ts';

/** `schema`: where the tables are, on a database that has several; others may have tables of the same names. */
export async function migrate(db: Db, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknown = unknownIn(await migrationsDone(db).catch(() => []));
  if (unknown.length === 0)
    throw new Fault(
      'STORE',
      `The database could not be brought up to date: ${reason(error)}${helpFor(error)}`,
      error,
    );
  throw new Fault(
    'STORE',
    `The database was written by a newer release (it has ${unknown.join(', ')}). ${AGES.newer.next}`,
    error,
  );
}

/** Whether anything is to be done to the tables before this release can use them. */
export async function isBehind(db: Db): Promise<boolean> {
  const done = new Set(await migrationsDone(db));
  return Object.keys(migrations).some((name) => !done.has(name));
}

/** In their order; none where their table is not there yet. */
export async function migrationsDone(db: Db): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && isMissingTable(error)) return [];
    throw error;
  }
}

const isMissingTable = (error: Error): boolean =>
  ('code' in error && error.code === '42P01') || error.message.startsWith('no such table');

/** For the owner of a PostgreSQL whose user may not make what the bot needs there. */
export const HOW_TO_LET =
  'Let this user own the database, or grant it create on the schema and on the database.';

const helpFor = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === '42501' ? `. ${HOW_TO_LET}` : '';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
