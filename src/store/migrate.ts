/** Brings a database up to date before anyone uses it. Several processes may try at once. */
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '../core/errors.ts';
import { migrations } from './migrations/list.ts';
import type { Db } from './tables.ts';

export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknown = await unknownMigrations(db);
  if (unknown.length === 0)
    throw new Fault('STORE', `The database could not be brought up to date: ${reason(error)}`, error);
  throw new Fault(
    'STORE',
    `The database was written by a newer release (it has ${unknown.join(', ')}). Start that release, or restore a backup from before the update.`,
    error,
  );
}

/** Migrations that were run here and that this release does not know. */
async function unknownMigrations(db: Db): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
  } catch {
    return [];
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
