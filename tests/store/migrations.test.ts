/** What a database of an earlier release holds is still there, and still right, after an update. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import type { Scope } from '../../src/core/ports/store.ts';
import type { Period } from '../../src/core/quiz/period.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { openDatabase, openStore } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { wrongStandings } from '../fakes/recount.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';

const server = sharedPostgres();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-migrations-'));
}, 120_000);
afterAll(async () => {
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

  it('has boards that hold what was answered before: what closed, by its local date, and nothing else', async () => {
    const lateOnSunday = String(Date.UTC(2026, 10, 29, 23, 30));
    const inTeam = `'slack', 'team'`;
    let number = 0;
    const round = (id: string, channel: string, closedAt = lateOnSunday, given = `0, 'm', 'revealed'`) => {
      number += 1;
      const place = `${inTeam}, '${channel}'`;
      return [
        `insert into rounds values ('${id}', ${place}, 'q', '[0,1]', 1000, 2000, ${closedAt}, 'quiz', ${number}, null, ${given})`,
        `insert into answers values ('${id}', ${inTeam}, 'ana', ${place}, 0, 1, 1500)`,
        `insert into answers values ('${id}', ${inTeam}, 'ben', ${place}, 1, 0, 1500)`,
      ];
    };
    const location = await databaseAt(
      '0002-daily-calendar',
      `insert into quizzes values ('quiz', ${inTeam}, 'C1', ${inTeam}, 'ana', '', 3, 45, 0, 0, 1000)`,
      `insert into dailies (id, platform, workspace, channel, player_platform, player_workspace, player_user,
        local_time, zone, weekdays, topic, reveal_after_hours, state, reason, next_run)
        values ('daily', ${inTeam}, 'C1', ${inTeam}, 'ana', '09:00', 'Europe/Berlin', '[1]', '', 24, 'off', '', 0)`,
      ...round('berlin', 'C1'),
      ...round('utc', 'C2'),
      ...round('talk', 'D1'),
      ...round('open', 'C1', 'null', `0, 'm', 'open'`),
      ...round('alone', 'C1', lateOnSunday, `1, null, 'revealed'`),
    );
    const db = await openDatabase(location);
    expect(await wrongStandings(db)).toEqual([]);
    const store = createStore(db);
    const ana = playerOf('slack', 'team', 'ana');
    const place = (channel: string) => placeOf('slack', 'team', channel);
    const points = async (scope: Scope, period: Period, date: string) =>
      (await store.leaderboard({ scope, period, date }, ana, 9)).viewer.right;
    expect(await points({ place: place('C1') }, 'week', '2026-11-30')).toBe(1);
    expect(await points({ place: place('C2') }, 'week', '2026-11-29')).toBe(1);
    expect(await points({ place: place('D1') }, 'today', '2026-11-29')).toBe(1);
    expect(await points({ workspaceOf: place('C1') }, 'all', '2026-11-29')).toBe(2);
    await store.close();
  });
});
