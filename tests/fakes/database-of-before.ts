/**
 * Databases of earlier releases, as the bot of then wrote them: `tests/fixtures/databases/README.md` says how each was
 * made. The dialect is of an empty database.
 */
import { readFile } from 'node:fs/promises';
import { type Dialect, Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../src/store/migrations/list.ts';

/** Of before ids were scoped by their pack. */
export const writeDatabaseOfBefore = (dialect: Dialect): Promise<void> =>
  write(dialect, { migration: '0010-question-counts', file: 'bare-ids.sql' });

/** Of release 0.1. */
export const writeDatabaseOfFirstRelease = (dialect: Dialect): Promise<void> =>
  write(dialect, { migration: '0002-daily-calendar', file: 'of-0.1.sql' });

async function write(
  dialect: Dialect,
  { migration, file }: { readonly migration: string; readonly file: string },
): Promise<void> {
  const db = new Kysely({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(migration);
  if (error) throw error;
  for (const statement of await statementsOf(file)) await sql.raw(statement).execute(db);
  await db.destroy();
}

export async function statementsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(`tests/fixtures/databases/${file}`, 'utf8');
  return text.split(/;\n/).filter(Boolean);
}
