/**
 * From here on boards are kept. They are filled from the answers there are: a round counts under the local date on
 * which it closed, in the zone of its place's daily.
 */
import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { localDateOf } from '../../core/daily/zone.ts';
import { periodKey } from '../../core/quiz/period.ts';

export const boards: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createStandings(db);
  await createRanks(db);
  await createCounting(db);
  await dateRounds(db);
  await countAnswers(db);
  // Nothing looks for answers by their time any more.
  await db.schema.dropIndex('answers_scored').execute();
}

const BOARD = ['platform', 'workspace', 'channel', 'period'] as const;
const PLAYER = ['player_platform', 'player_workspace', 'player_user'] as const;

const withTexts =
  (names: readonly string[]) =>
  <Table extends string>(table: CreateTableBuilder<Table, string>) =>
    names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);

async function createStandings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('standings')
    .$call(withTexts([...BOARD, ...PLAYER]))
    .addColumn('right_count', 'integer', (column) => column.notNull())
    .addColumn('answer_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('standings_key', [...PLAYER, ...BOARD])
    .execute();
}

async function createRanks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ranks')
    .$call(withTexts(BOARD))
    .addColumn('right_count', 'integer', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('ranks_key', [...BOARD, 'right_count'])
    .execute();
}

async function createCounting(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rounds').addColumn('counted_on', 'text').execute();
  await db.schema
    .alterTable('rounds')
    .addColumn('counts_everywhere', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('rounds_counted')
    .on('rounds')
    .columns(['platform', 'workspace', 'counted_on'])
    .execute();
}

/** SQLite takes 32,766 parameters in a statement; so many rows of three stay well below. */
const ROWS_AT_ONCE = 1_000;

/** Slack's ids of private talks begin with a D; what is earned there counts there alone. */
async function dateRounds(db: Kysely<unknown>): Promise<void> {
  for (let last = '', more = true; more; ) {
    const { rows } = await sql<{ id: string; at: number; zone: string }>`
      select rounds.id, coalesce(closed_at, closes_at) as at, coalesce(dailies.zone, 'UTC') as zone
      from rounds left join dailies on dailies.platform = rounds.platform
        and dailies.workspace = rounds.workspace and dailies.channel = rounds.channel
      where rounds.id > ${last} and rounds.state <> 'open' and is_private = 0
      order by rounds.id limit ${ROWS_AT_ONCE}`.execute(db);
    const dates = rows.map(({ id, at, zone }) => [id, localDateOf(at, zone)] as const);
    if (rows.length > 0)
      await sql`
        update rounds set counted_on = dated.column2, counts_everywhere =
          case when platform = 'slack' and substr(channel, 1, 1) = 'D' then 0 else 1 end
        from (${valuesOf(dates)}) as dated where rounds.id = dated.column1`.execute(db);
    last = rows.at(-1)?.id ?? last;
    more = rows.length === ROWS_AT_ONCE;
  }
}

/** Each statement brings whole lines, in the order of their key; the order of the boards is made of all at the end. */
async function countAnswers(db: Kysely<unknown>): Promise<void> {
  await makePeriods(db);
  await countPeriod(db, 'week');
  await countPeriod(db, 'month');
  await sql`drop table counted_periods`.execute(db);
  await addUp(db, { channel: sql`channel`, period: sql`'all'`, where: sql`period like 'month %'` });
  const earnedInTalk = sql`platform = 'slack' and substr(channel, 1, 1) = 'D'`;
  await addUp(db, { channel: sql`''`, period: sql`period`, where: sql`not (${earnedInTalk})` });
  await db.schema
    .createIndex('standings_ranked')
    .on('standings')
    .columns([...BOARD, 'right_count desc', 'answer_count', 'player_user', 'player_workspace'])
    .execute();
  await sql`
    insert into ranks select platform, workspace, channel, period, right_count, count(*)
    from standings group by platform, workspace, channel, period, right_count`.execute(db);
}

/** SQL of both databases has no word for the Monday before a date. */
async function makePeriods(db: Kysely<unknown>): Promise<void> {
  await sql`create temporary table counted_periods (date text primary key, week text, month text)`.execute(
    db,
  );
  const { rows } = await sql<{ date: string }>`
    select distinct counted_on as date from rounds where counted_on is not null`.execute(db);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    const lines = some.map(({ date }) => [date, periodKey('week', date), periodKey('month', date)]);
    await sql`insert into counted_periods ${valuesOf(lines)}`.execute(db);
  }
}

const PLAYERS = sql.raw(PLAYER.join(', '));

const countPeriod = (db: Kysely<unknown>, period: 'week' | 'month') =>
  sql`
    insert into standings (platform, workspace, channel, period, ${PLAYERS}, right_count, answer_count)
    select answers.platform, answers.workspace, answers.channel, ${sql.ref(period)}, ${PLAYERS},
      sum(is_right), count(*)
    from answers join rounds on rounds.id = round_id join counted_periods on date = counted_on
    group by ${PLAYERS}, answers.platform, answers.workspace, answers.channel, ${sql.ref(period)}`.execute(
    db,
  );

interface Sum {
  readonly channel: RawBuilder<unknown>;
  readonly period: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

const addUp = (db: Kysely<unknown>, { channel, period, where }: Sum) =>
  sql`
    insert into standings (platform, workspace, channel, period, ${PLAYERS}, right_count, answer_count)
    select platform, workspace, board_channel, board_period, ${PLAYERS}, sum(right_count), sum(answer_count)
    from (
      select platform, workspace, ${channel} as board_channel, ${period} as board_period, ${PLAYERS},
        right_count, answer_count
      from standings where ${where}
    ) as lines
    group by ${PLAYERS}, platform, workspace, board_channel, board_period`.execute(db);

const valuesOf = (rows: readonly (readonly string[])[]): RawBuilder<unknown> =>
  sql`values ${sql.join(rows.map((row) => sql`(${sql.join(row)})`))}`;
