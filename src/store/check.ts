/** What `--check` finds out about the database: it only reads, makes no file and changes no table. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { Fault } from '../core/errors.ts';
import { queueIn } from '../database-address.ts';
import { migrationsDone } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { describeStore, isPostgres } from './open.ts';
import type { Tables } from './tables.ts';

/** What is there, in one sentence; throws a Fault where the bot could not start on it. */
export async function checkStore(location: string): Promise<string> {
  const where = await describeStore(location);
  const done = isPostgres(location) ? await checkPostgres(location) : checkFile(location);
  if (done === undefined) return `${where}: not there yet, the first start makes it.`;
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0)
    throw new Fault(
      'STORE',
      `The database was written by a newer release (it has ${unknown.join(', ')}). Start that release, or restore a backup from before the update.`,
    );
  if (done.length === 0) return `${where}: empty, the first start makes its tables.`;
  const behind = Object.keys(migrations).length - done.length;
  return behind === 0
    ? `${where}: of this release.`
    : `${where}: of an older release, the next start brings its tables up to date (${behind} ${behind === 1 ? 'step' : 'steps'}).`;
}

async function checkPostgres(url: string): Promise<readonly string[]> {
  const { postgresDialect } = await import('./postgres.ts');
  const db = new Kysely<Tables>({ dialect: await postgresDialect(url) });
  try {
    const done = await migrationsDone(db);
    const { rows } = await sql<{ may_make_tables: boolean; may_make_queue: boolean }>`
      select coalesce(has_schema_privilege(current_schema(), 'create'), has_database_privilege(current_database(), 'create')) as may_make_tables,
        case when exists (select 1 from pg_namespace where nspname = ${queueIn(url).schema})
          then has_schema_privilege(${queueIn(url).schema}, 'create')
          else has_database_privilege(current_database(), 'create') end as may_make_queue`.execute(db);
    const [rights] = rows;
    if (!rights?.may_make_tables || !rights.may_make_queue)
      throw new Fault(
        'STORE',
        `The user in DATABASE_URL may not make ${rights?.may_make_tables ? `the schema ${queueIn(url).schema}` : 'tables there'}. Let it own the database, or grant it create on the schema and on the database.`,
      );
    return done;
  } finally {
    await db.destroy();
  }
}

/** Undefined where there is no file. */
function checkFile(path: string): readonly string[] | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const file = new DatabaseSync(path, { readOnly: true });
    try {
      const isOurs = file.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
      if (!isOurs) return [];
      return file
        .prepare('select name from kysely_migration')
        .all()
        .map(({ name }) => String(name));
    } finally {
      file.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault('STORE', `The database ${path} cannot be read (${why}). Check DATABASE_PATH.`, error);
  }
}
