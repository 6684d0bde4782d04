/** What a database of an earlier release holds is still there, and still right, after an update. */

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/store/migrations/list.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { type PostgresServer, startPostgres } from '../fakes/postgres.ts';

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'receipts-migrations-'));
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
}, 60_000);

const databases = [
  ['SQLite', async () => join(folder, `${randomUUID()}.sqlite`), sqliteDialect],
  ['PostgreSQL', () => server.createDatabase(), (url: string) => postgresDialect(url)],
] as const;

describe.each(databases)('a %s database of an earlier release', (_, create, dialectOf) => {
  /** Runs the statements on the tables as they were after that migration. */
  async function databaseAt(migration: string, ...statements: readonly string[]): Promise<string> {
    const location = await create();
    const db = new Kysely({ dialect: await dialectOf(location) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateTo(migration);
    if (error) throw error;
    for (const statement of statements) await sql.raw(statement).execute(db);
    await db.destroy();
    return location;
  }

  it('keeps its open rounds, with the order in which their options were shown', async () => {
    const place = `'chat', 'team', 'general'`;
    const times = '1000, 2000, null';
    const location = await databaseAt(
      '0002-daily-calendar',
      `insert into quizzes values ('quiz', ${place}, 'chat', 'team', 'ana', '', 3, 45, 0, 0, 1000)`,
      `insert into rounds values ('one', ${place}, 'q-1', '[2,0,3,1]', ${times}, 'quiz', 1, null, 0, 'm', 'open')`,
      `insert into rounds values ('two', ${place}, 'q-2', '[0,1]', ${times}, 'quiz', 2, null, 0, null, 'open')`,
    );
    const store = await openStore(location);
    expect(
      (await store.unrevealedRounds()).map(({ id, questionId, shown }) => [id, questionId, shown]),
    ).toEqual([
      ['one', 'q-1', { prompt: '', options: ['2', '0', '3', '1'], right: 1 }],
      ['two', 'q-2', { prompt: '', options: ['0', '1'], right: 0 }],
    ]);
    await store.close();
  });

  it('goes on with the first of several quizzes in a channel, and with all that are alone there or private', async () => {
    const quiz = (id: string, channel: string, ...[isPrivate, isEnded, startedAt]: readonly number[]) =>
      `insert into quizzes values ('${id}', 'chat', 'team', '${channel}', 'chat', 'team', 'ana', '', 3, 45, ${isPrivate}, ${isEnded}, ${startedAt})`;
    const location = await databaseAt(
      '0002-daily-calendar',
      quiz('second', 'general', 0, 0, 2_000),
      quiz('first', 'general', 0, 0, 1_000),
      quiz('third', 'general', 0, 0, 2_000),
      quiz('over', 'general', 0, 1, 500),
      quiz('private', 'general', 1, 0, 600),
      quiz('next-door', 'random', 0, 0, 3_000),
    );
    const store = await openStore(location);
    expect((await store.openQuizzes()).map(({ id }) => id)).toEqual(['first', 'next-door']);
    const states = ['second', 'third', 'over', 'private'].map(
      async (id) => (await store.findQuiz(id))?.state,
    );
    expect(await Promise.all(states)).toEqual(['ended', 'ended', 'ended', 'running']);
    await store.close();
  });
});
