/**
 * An empty store in memory. Its tables are those that the migrations make, made the long way once: thousands of tests
 * begin with one.
 */
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Store } from '../../src/core/ports/store.ts';
import { openNodeSqlite } from '../../src/store/node-sqlite.ts';
import { openDatabase } from '../../src/store/open.ts';
import { IN_MEMORY } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';

export async function openMemoryStore(): Promise<Store> {
  const database = openNodeSqlite(IN_MEMORY);
  for (const statement of await statements) database.prepare(statement).run([]);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  // Kysely closes only what it has taken over, with its first query.
  await sql`select 1`.execute(db);
  return createStore(db);
}

const statements = readTables();

async function readTables(): Promise<readonly string[]> {
  const db = await openDatabase(IN_MEMORY);
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_schema
    where sql is not null and name not like 'sqlite_%' order by type desc, rowid`.execute(db);
  await db.destroy();
  return rows.map((row) => row.sql);
}
