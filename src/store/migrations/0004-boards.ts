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
  await db.schema
    .createIndex('standings_ranked')
    .on('standings')
    .columns([...BOARD, 'right_count desc', 'answer_count', 'player_user', 'player_workspace'])
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

/** SQLite takes 32,766 parameters in a statement; so many rows of two stay well below. */
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

async function countAnswers(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ date: string }>`
    select distinct counted_on as date from rounds where counted_on is not null`.execute(db);
  const periods = rows.flatMap(({ date }) =>
    (['week', 'month', 'all'] as const).map((period) => [date, periodKey(period, date)] as const),
  );
  for (let at = 0; at < periods.length; at += ROWS_AT_ONCE) {
    const some = valuesOf(periods.slice(at, at + ROWS_AT_ONCE));
    await countInto(db, some, sql`answers.channel`, sql`true`);
    await countInto(db, some, sql`''`, sql`rounds.counts_everywhere = 1`);
  }
}

const countInto = (
  db: Kysely<unknown>,
  periods: RawBuilder<unknown>,
  channel: RawBuilder<string>,
  where: RawBuilder<unknown>,
) =>
  sql`
    insert into standings (platform, workspace, channel, period,
      player_platform, player_workspace, player_user, right_count, answer_count)
    select platform, workspace, channel, period,
      player_platform, player_workspace, player_user, sum(is_right), count(*)
    from (
      select answers.platform, answers.workspace, ${channel} as channel, periods.column2 as period,
        player_platform, player_workspace, player_user, is_right
      from rounds join answers on answers.round_id = rounds.id
        join (${periods}) as periods on periods.column1 = rounds.counted_on
      where ${where}
    ) as counted
    where true
    group by platform, workspace, channel, period, player_platform, player_workspace, player_user
    on conflict (player_platform, player_workspace, player_user, platform, workspace, channel, period)
    do update set right_count = standings.right_count + excluded.right_count,
      answer_count = standings.answer_count + excluded.answer_count`.execute(db);

const valuesOf = (rows: readonly (readonly [string, string])[]): RawBuilder<unknown> =>
  sql`values ${sql.join(rows.map(([first, second]) => sql`(${first}, ${second})`))}`;
