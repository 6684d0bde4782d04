/**
 * Boards are kept: what an answer counts is added to its player's standings when the round closes, and taken back
 * where it is to count no more, each in one transaction with its cause. A day alone is counted from its answers: it
 * brings few, and its standings would soon outweigh all else that is kept.
 */
import { type AliasedExpression, type RawBuilder, sql } from 'kysely';
import type { Player } from '../core/ids.ts';
import { PERIODS, type Period, periodKey } from '../core/quiz/period.ts';
import { ranked } from '../core/quiz/standings.ts';
import type { Board, BoardName, Scope, Standing } from '../core/store.ts';
import { PLAYER, playerColumns, toPlayer } from './columns.ts';
import type { Db, PlaceColumns, RoundRow, StandingRow } from './tables.ts';

/** Stands for the channel on the board of a whole workspace. */
const EVERYWHERE = '';

type Kept = Exclude<Period, 'today'>;
const KEPT = PERIODS.filter((period): period is Kept => period !== 'today');

type CountedRound = Pick<RoundRow, 'id' | 'channel' | 'counted_on' | 'counts_everywhere'>;

/**
 * Adds the answers of a round to the boards under whose date it counts, or takes them back. The caller holds the
 * round's row. Its answers are held as well, by an update that changes nothing: whoever deletes one at the same time
 * waits, or has deleted it before it counts.
 */
export async function countRound(db: Db, round: CountedRound, sign: 1 | -1): Promise<void> {
  if (round.counted_on === null) return;
  await db
    .updateTable('answers')
    .set((eb) => ({ is_right: eb.ref('is_right') }))
    .where('round_id', '=', round.id)
    .execute();
  await addStandings(db, round.id, { channel: round.channel, date: round.counted_on, sign });
  if (round.counts_everywhere === 1)
    await addStandings(db, round.id, { channel: EVERYWHERE, date: round.counted_on, sign });
}

interface Addition {
  readonly channel: string;
  readonly date: string;
  readonly sign: 1 | -1;
}

async function addStandings(db: Db, round: string, { channel, date, sign }: Addition): Promise<void> {
  const periods = sql.join(KEPT.map((period) => sql`(${periodKey(period, date)})`));
  await addLines(
    db,
    sql`select platform, workspace, ${channel}, periods.column1,
      player_platform, player_workspace, player_user, ${sql.lit(sign)} * is_right, ${sql.lit(sign)}
    from answers cross join (values ${periods}) as periods
    where round_id = ${round}
    order by player_user, player_workspace, periods.column1`,
  );
}

/** Lines come in one order everywhere: of two that add for the same people at once, one waits for the other. */
const addLines = (db: Db, lines: RawBuilder<unknown>) =>
  sql`
    insert into standings (platform, workspace, channel, period,
      player_platform, player_workspace, player_user, right_count, answer_count)
    ${lines}
    on conflict (player_platform, player_workspace, player_user, platform, workspace, channel, period)
    do update set right_count = standings.right_count + excluded.right_count,
      answer_count = standings.answer_count + excluded.answer_count`.execute(db);

/**
 * What was earned in a place goes along to its new id, and out of one workspace into another where that changes. The
 * place's rounds have been moved before: one that closes meanwhile has counted by now, or counts there.
 */
export async function moveStandings(db: Db, from: PlaceColumns, to: PlaceColumns): Promise<void> {
  const add = ({ platform, workspace, channel }: PlaceColumns, sign: 1 | -1) =>
    addLines(
      db,
      sql`select ${platform}, ${workspace}, ${channel}, period, player_platform, player_workspace, player_user,
        ${sql.lit(sign)} * right_count, ${sql.lit(sign)} * answer_count
      from standings
      where platform = ${from.platform} and workspace = ${from.workspace} and channel = ${from.channel}
      order by player_user, player_workspace, period`,
    );
  const counted = await db
    .selectFrom('rounds')
    .select('id')
    .where((eb) => eb.and({ ...to, counts_everywhere: 1 }))
    .limit(1)
    .executeTakeFirst();
  await add(to, 1);
  if (counted && (from.platform !== to.platform || from.workspace !== to.workspace)) {
    await add({ ...to, channel: EVERYWHERE }, 1);
    await add({ ...from, channel: EVERYWHERE }, -1);
    await db
      .deleteFrom('standings')
      .where((eb) => eb.and({ ...from, channel: EVERYWHERE, right_count: 0, answer_count: 0 }))
      .execute();
  }
  await db
    .deleteFrom('standings')
    .where((eb) => eb.and({ ...from }))
    .execute();
}

/** Removes a round's answers, and from the boards what they counted. The caller holds the round's row. */
export async function removeAnswers(db: Db, id: string): Promise<void> {
  const round = await db
    .selectFrom('rounds')
    .select(['id', 'platform', 'workspace', 'channel', 'counted_on', 'counts_everywhere'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (round) await countRound(db, round, -1);
  await db.deleteFrom('answers').where('round_id', '=', id).execute();
  if (!round || round.counted_on === null) return;
  const { platform, workspace, channel, counted_on: date } = round;
  await db
    .deleteFrom('standings')
    .where((eb) => eb.and({ platform, workspace, right_count: 0, answer_count: 0 }))
    .where('channel', 'in', [channel, EVERYWHERE])
    .where(
      'period',
      'in',
      KEPT.map((period) => periodKey(period, date)),
    )
    .execute();
}

export async function readBoard(db: Db, name: BoardName, viewer: Player, limit: number): Promise<Board> {
  const lines = () => db.selectFrom(linesOf(db, name));
  const count = async (comparison: '>' | '=', right: number): Promise<number> => {
    const { people } = await lines()
      .select((eb) => eb.fn.countAll<number>().as('people'))
      .where('right_count', comparison, right)
      .executeTakeFirstOrThrow();
    return people;
  };
  const first = await lines()
    .selectAll()
    .where('right_count', '>', 0)
    .orderBy('right_count', 'desc')
    .orderBy('answer_count')
    .orderBy('player_user')
    .orderBy('player_workspace')
    .limit(limit)
    .execute();
  const own = await lines()
    .selectAll()
    .where((eb) => eb.and(playerColumns(viewer)))
    .executeTakeFirst();
  const top = ranked(first.map(toStanding));
  const last = top.at(-1)?.right;
  const shown = top.filter(({ right }) => right === last).length;
  return {
    top,
    alsoLast: last === undefined ? 0 : Math.max(0, (await count('=', last)) - shown),
    withoutPoint: await count('=', 0),
    viewer: own
      ? {
          ...toStanding(own),
          rank: own.right_count > 0 ? 1 + (await count('>', own.right_count)) : undefined,
        }
      : { player: viewer, right: 0, answered: 0, rank: undefined },
  };
}

type Line = Pick<StandingRow, (typeof PLAYER)[number] | 'right_count' | 'answer_count'>;

const toStanding = (line: Line): Standing => ({
  player: toPlayer(line),
  right: line.right_count,
  answered: line.answer_count,
});

const linesOf = (db: Db, { scope, period, date }: BoardName): AliasedExpression<Line, 'lines'> =>
  period === 'today'
    ? countedLines(db, scope, date).as('lines')
    : keptLines(db, scope, periodKey(period, date)).as('lines');

function keptLines(db: Db, scope: Scope, period: string) {
  const { platform, workspace, channel } =
    'place' in scope ? scope.place : { ...scope.workspaceOf, channel: EVERYWHERE };
  return db
    .selectFrom('standings')
    .select([...PLAYER, 'right_count', 'answer_count'])
    .where((eb) => eb.and({ platform, workspace, channel, period }));
}

function countedLines(db: Db, scope: Scope, date: string) {
  const { platform, workspace, channel } = 'place' in scope ? scope.place : scope.workspaceOf;
  const answers = db
    .selectFrom('rounds')
    .innerJoin('answers', 'answers.round_id', 'rounds.id')
    .select(PLAYER)
    .select((eb) => [
      eb.fn.sum<number>('is_right').as('right_count'),
      eb.fn.countAll<number>().as('answer_count'),
    ])
    .where('rounds.platform', '=', platform)
    .where('rounds.workspace', '=', workspace)
    .where('counted_on', '=', date)
    .groupBy(PLAYER);
  return 'place' in scope
    ? answers.where('rounds.channel', '=', channel)
    : answers.where('counts_everywhere', '=', 1);
}
