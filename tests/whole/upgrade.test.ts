/** The database of release 0.1 under the bot of today: what people had there, they have. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { streakOf } from '../../src/core/daily/streak.ts';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { openDatabase } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { statementsOf, writeDatabaseOfFirstRelease } from '../fakes/database-of-before.ts';
import { wrongStandings } from '../fakes/recount.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { type Outside, outsideDiscord, outsideSlack } from './outside.ts';
import { startBot } from './start-bot.ts';

const server = sharedPostgres();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-upgrade-'));
});
afterAll(() => rm(folder, { recursive: true }));

const discordChannel = placeOf('discord', '800000000000000001', '900000000000000001');
const slackChannel = placeOf('slack', 'T1', 'C1');

/** What the bot of 0.1 said at its end: days of the streak, missed days that are forgiven, points. */
const SAID = [
  [discordChannel, '100001', 8, 1, 2],
  [discordChannel, '100002', 1, 0, 5],
  [discordChannel, '100003', 1, 0, 1],
  [slackChannel, 'UADA', 7, 1, 2],
  [slackChannel, 'UBEA', 1, 0, 2],
  [slackChannel, 'UCEM', 0, 0, 0],
] as const;

it('the first migrations make the tables of 0.1 still', async () => {
  const location = join(folder, `${randomUUID()}.sqlite`);
  const db = new Kysely({ dialect: await sqliteDialect(location) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0002-daily-calendar');
  await db.destroy();
  const file = new DatabaseSync(location);
  const made = file.prepare('select sql from sqlite_master where sql is not null').all();
  file.close();
  expect(made.map(({ sql }) => String(sql).trim())).toEqual(
    (await statementsOf('of-0.1-schema.sql')).map((statement) => statement.replace(/;$/, '').trim()),
  );
});

const databases = [
  [
    'SQLite',
    async () => join(folder, `${randomUUID()}.sqlite`),
    sqliteDialect,
    (location: string) => ({ DATABASE_PATH: location }),
  ],
  [
    'PostgreSQL',
    () => server.createDatabase(),
    (url: string) => postgresDialect(url),
    (url: string) => ({ DATABASE_URL: url }),
  ],
] as const;

describe.each(databases)('a %s database of 0.1', (_, create, dialectOf, settingsFor) => {
  let location: string;
  let clock: FakeClock;
  beforeEach(async () => {
    location = await create();
    await writeDatabaseOfFirstRelease(await dialectOf(location));
    clock = createFakeClock('2026-11-23T10:01:00Z');
  });

  const start = async (...outside: readonly Outside[]): Promise<App> => {
    const tokens = outside.map(({ config }) => config);
    const platforms = {
      discord: tokens.find(({ discord }) => discord)?.discord,
      slack: tokens.find(({ slack }) => slack)?.slack,
    };
    return startBot(settingsFor(location), { platforms, clock, seed: 9 });
  };

  it('has every streak, every point and every order as it was', async () => {
    const app = await start();
    const { store } = app.services;
    for (const [place, user, days, freezes, right] of SAID) {
      const player = playerOf(place.platform, place.workspace, user);
      const zone = (await store.findDaily(place))?.zone ?? '';
      expect(streakOf(await store.dailyDates(place, player), clock.now(), zone)).toEqual({ days, freezes });
      const board = { scope: { place }, period: 'all', date: '2026-11-23' } as const;
      expect((await store.leaderboard(board, player, 10)).viewer.right).toBe(right);
    }
    const orders = await store.dailiesAfter(0);
    expect(orders.map(({ place, time, zone, nextRun }) => [place.platform, time, zone, nextRun])).toEqual([
      ['discord', '09:00', 'Europe/Berlin', Date.parse('2026-11-24T08:00:00Z')],
      ['slack', '09:30', 'UTC', Date.parse('2026-11-24T09:30:00Z')],
      ['web', '12:00', 'UTC', Date.parse('2026-11-23T12:00:00Z')],
    ]);
    expect((await store.deliveriesOf(slackChannel, 9)).map(({ state }) => state)).toEqual(
      Array.from({ length: 7 }, () => 'posted'),
    );
    await app.stop();
    const db = await openDatabase(location);
    expect(await wrongStandings(db)).toEqual([]);
    await db.destroy();
  });

  it('goes on: what was open is withdrawn kindly, the quiz ends, the next dailies come, streaks grow', async () => {
    const [discord, slack] = [await outsideDiscord(), await outsideSlack()];
    const app = await start(discord, slack);
    const { store } = app.services;
    const pass = async (ms: number) => {
      await clock.advance(ms);
      await app.tick();
      await clock.advance(0);
    };
    const to = (iso: string) => pass(Date.parse(iso) - clock.now());
    const eventually = (read: () => unknown) => expect.poll(read, { interval: 20 });
    expect((await store.unrevealedRounds()).map(({ id }) => id).toSorted()).toEqual(['id-2-24', 'id-2-27']);
    await discord.type('dot', { name: 'fact', options: { about: 'alice johnson' } });
    await discord.forge('dot', 'r1["answer","id-2-27",0]', 0);
    expect(discord.whispers('dot').at(-1)).toContain('a question that is not kept any more');
    await to('2026-11-23T10:02:00Z');
    await eventually(async () => (await store.findRound('id-2-27'))?.state).toBe('revealed');
    await eventually(async () => {
      await pass(1_000);
      return discord.channel().at(-1);
    }).toContain('question 3 of 3');
    await eventually(async () => {
      await pass(1_000);
      return discord.channel().at(-1);
    }).toContain('Quiz over');
    expect(await store.openQuizzes()).toEqual([]);
    for (const [outside, due] of [
      [discord, '2026-11-24T08:00:00Z'],
      [slack, '2026-11-24T09:30:00Z'],
    ] as const) {
      await to(due);
      await eventually(async () => {
        await pass(10_000);
        return outside.channel().at(-1);
      }).toContain('Daily question, 24 November 2026');
    }
    await eventually(async () => (await store.findRound('id-2-24'))?.state).toBe('revealed');
    // Seven days with the 23rd, whose question is gone from the pack and counts for nobody.
    await slack.press('ada', 0, slack.channel().length - 1);
    expect(slack.whispers('ada').at(-1)).toContain(
      'Your streak: 7 days, and one missed day will be forgiven',
    );
    await app.stop();
    await Promise.all([discord.close(), slack.close()]);
  });
});
