/** Boards of a workspace with 1,000,000 answers of 20,000 people in 40 channels over 1,000 days, on both databases. */
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { placeOf, playerOf } from '../src/core/ids.ts';
import type { BoardName, Store } from '../src/core/ports/store.ts';
import { PERIODS } from '../src/core/quiz/period.ts';
import { migrations } from '../src/store/migrations/list.ts';
import { openStore } from '../src/store/open.ts';
import { postgresDialect } from '../src/store/postgres.ts';
import { sqliteDialect } from '../src/store/sqlite.ts';
import { startPostgres } from '../tests/fakes/postgres.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';
import { timeEach, timesOf } from './timing.ts';

const ANSWERS = 1_000_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const LAST_DAY = '2026-09-26';

/** Nothing else happens in the process meanwhile where SQLite answers. */
const MOST_MS = 5;

const CROWD = 1_000;

const place = placeOf('test', 'W1', 'C1');

export const measureBoards = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const server = await startPostgres();
    try {
      const file = join(folder, 'bot.sqlite');
      const url = await server.createDatabase();
      return [
        ...(await measureOn('SQLite', file, await sqliteDialect(file))),
        ...(await measureOn('PostgreSQL', url, await postgresDialect(url, {}))),
      ];
    } finally {
      await server.stop();
    }
  });

type Dialect = Awaited<ReturnType<typeof postgresDialect | typeof sqliteDialect>>;

async function measureOn(name: string, location: string, dialect: Dialect): Promise<readonly Row[]> {
  const took = await fill(new Kysely({ dialect }));
  const store = await openStore(location);
  const rows = [told(`${name}: boards made from 1,000,000 answers, once, by the update`, inSeconds(took))];
  for (const [scope, words] of [
    [{ workspaceOf: place }, 'everywhere'],
    [{ place }, 'of a channel'],
  ] as const)
    for (const period of PERIODS)
      rows.push(
        await readBoard(store, `${name}: \`leaderboard\` ${period} ${words}, p50`, {
          scope,
          period,
          date: LAST_DAY,
        }),
      );
  rows.push(await closeLarge(store, name));
  await store.close();
  return rows;
}

/** For somebody far down. */
async function readBoard(store: Store, what: string, board: BoardName): Promise<Row> {
  const viewer = playerOf('test', 'W1', 'p777');
  const { p50 } = timesOf(
    await timeEach(Array.from({ length: 40 }), () => store.leaderboard(board, viewer, 10)),
  );
  const target = 'with a million answers kept';
  return atMost(what, { value: p50 / 1000, most: MOST_MS, unit: 'ms', target });
}

/** Of people who have a line on the boards of their place already. */
async function closeLarge(store: Store, name: string): Promise<Row> {
  const rounds = ['a', 'b', 'c', 'd', 'e'];
  for (const round of rounds) await answerByCrowd(store, round);
  const counting = { date: LAST_DAY, everywhere: true };
  const { wall, cpu } = await timed(async () => {
    for (const round of rounds) await store.closeRound(round, START, counting);
  });
  const each = `${figure(wall / rounds.length)} ms, ${figure(cpu / rounds.length)} ms of CPU`;
  return told(`${name}: a round with ${figure(CROWD)} answers closed, mean of ${rounds.length}`, each);
}

/** In milliseconds. `cpu` is this process's alone: all of the work on SQLite, not PostgreSQL's own. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(run: () => Promise<unknown>): Promise<Took> {
  const [before, cpuBefore] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall: performance.now() - before, cpu: (user + system) / 1000 };
}

const inSeconds = ({ wall, cpu }: Took): string => `${figure(wall / 1000)} s, ${figure(cpu / 1000)} s of CPU`;

async function answerByCrowd(store: Store, round: string): Promise<void> {
  await store.openRound({
    ...{ id: round, place, questionId: 'question', isPrivate: false },
    ...{ shown: { prompt: '', options: ['0', '1'], right: 0 }, openedAt: START, closesAt: START + DAY_MS },
    belongsTo: { quiz: `quiz`, number: ANSWERS + (round.codePointAt(0) ?? 0) },
  });
  for (let nth = 0; nth < CROWD; nth += 1) {
    const player = playerOf('test', 'W1', `p${nth}`);
    await store.recordAnswer({ round, player, option: 0, right: nth % 3 === 0, at: START });
  }
}

/** By a few statements into the tables of the release before boards; returns how long the update takes. */
async function fill(db: Kysely<unknown>): Promise<Took> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0003-shown');
  const numbers = (count: number) =>
    sql`with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i < ${sql.lit(count - 1)})`;
  await sql`insert into quizzes values
    ('quiz', 'test', 'W1', 'C1', 'test', 'W1', 'p1', '', 3, 45, 0, 0, 0)`.execute(db);
  await sql`insert into rounds (id, platform, workspace, channel, question_id, opened_at, closes_at, closed_at,
      quiz_id, quiz_number, is_private, message_id, state)
    ${numbers(ANSWERS / 25)}
    select 'r' || i, 'test', 'W1', 'C' || (i % 40), 'q', 0, 0,
      ${sql.lit(START)} + cast(i / 40 as bigint) * ${sql.lit(DAY_MS)}, 'quiz', i, 0, 'm', 'revealed' from numbers`.execute(
    db,
  );
  // A channel's regulars are 750 of 20,000, half of whom play next door as well.
  await sql`insert into answers (round_id, player_platform, player_workspace, player_user,
      platform, workspace, channel, option, is_right, answered_at)
    ${numbers(ANSWERS)}
    select 'r' || (i / 25), 'test', 'W1', 'p' || (((i / 25) % 40 * 500 + (i / 1000 * 7 + i % 25) % 750) % 20000),
      'test', 'W1', 'C' || ((i / 25) % 40), 0, (i / 7) % 2, 0 from numbers`.execute(db);
  const took = await timed(async () => {
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
  await db.destroy();
  return took;
}
