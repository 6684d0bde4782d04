/**
 * A database of before ids were scoped by their pack. What is in it was written by the bot as it was then (commit
 * bdf6128), with the pack of the lighthouse alone: two facts were told and one of them kept on the page; a quiz of two
 * questions and a daily one were played to their end by two people; the next daily one is open, with one answer. Its
 * rows were written out as they were, but for requests.
 */
import { readFile } from 'node:fs/promises';
import { type Dialect, Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../src/store/migrations/list.ts';

/** The dialect is of an empty database. */
export async function writeDatabaseOfBefore(dialect: Dialect): Promise<void> {
  const db = new Kysely({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo('0010-question-counts');
  if (error) throw error;
  const statements = await readFile('tests/fixtures/databases/bare-ids.sql', 'utf8');
  for (const statement of statements.split(/;\n/).filter(Boolean)) await sql.raw(statement).execute(db);
  await db.destroy();
}
