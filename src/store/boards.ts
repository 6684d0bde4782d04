/** Boards as they are read: the best, whoever looks, and how many are where they are. */
import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { scopedId } from '../core/dataset/scope.ts';
import { type Player, samePlayer } from '../core/ids.ts';
import type { Board, BoardName, Standing } from '../core/ports/store.ts';
import { periodKey } from '../core/quiz/period.ts';
import { ranked } from '../core/quiz/standings.ts';
import { ANY, isHiddenIn } from './accounts.ts';
import { PLAYER, placeColumns, playerColumns, toPlayer } from './columns.ts';
import { EVERYWHERE } from './standings.ts';
import type { Db, StandingRow, Tables } from './tables.ts';

export const readBoard = (db: Db, name: BoardName, viewer: Player, limit: number): Promise<Board> =>
  name.period === 'today' ? readDay(db, name, viewer, limit) : readKept(db, name, viewer, limit);

async function readDay(db: Db, board: BoardName, viewer: Player, limit: number): Promise<Board> {
  const rows = await bestFirst(countedLines(db, board)).execute();
  const all = rows.map(toStanding);
  const lines = all.filter((line) => line.isHidden === undefined);
  const first = lines.filter(({ right }) => right > 0).slice(0, limit);
  const own = all.find(({ player }) => samePlayer(player, viewer));
  const points = pointsOf(first, own);
  return toBoard(first, own ?? viewer, {
    before: lines.filter(({ right }) => right > points.own).length,
    last: lines.filter(({ right }) => right === points.last).length,
    withoutPoint: lines.filter(({ right }) => right === 0).length,
  });
}

async function readKept(db: Db, name: BoardName, viewer: Player, limit: number): Promise<Board> {
  const lines = db
    .selectFrom('standings')
    .select([...PLAYER, 'right_count', 'answer_count', isHiddenIn('standings').as('is_hidden')])
    .where((eb) => eb.and(boardColumns(name)));
  const shown = lines.where((eb) => eb.not(isHiddenIn('standings')));
  const rows = await bestFirst(shown.where('right_count', '>', 0))
    .limit(limit)
    .execute();
  const ownRow = await lines.where((eb) => eb.and(playerColumns(viewer))).executeTakeFirst();
  const first = rows.map(toStanding);
  const own = ownRow && toStanding(ownRow);
  return toBoard(first, own ?? viewer, await countPeople(db, name, pointsOf(first, own)));
}

interface Points {
  readonly own: number;
  readonly last: number;
}

const pointsOf = (first: readonly Standing[], own: Standing | undefined): Points => ({
  own: own?.right ?? 0,
  last: first.at(-1)?.right ?? 0,
});

/** How many people have more points than the viewer, as many as the last of the first, or none. */
interface Counts {
  readonly before: number;
  readonly last: number;
  readonly withoutPoint: number;
}

function toBoard(first: readonly Standing[], own: Standing | Player, counts: Counts): Board {
  const top = ranked(first);
  const last = top.at(-1)?.right;
  return {
    top,
    alsoLast:
      last === undefined ? 0 : Math.max(0, counts.last - first.filter(({ right }) => right === last).length),
    withoutPoint: counts.withoutPoint,
    viewer:
      'player' in own
        ? { ...own, rank: own.right > 0 ? 1 + counts.before : undefined }
        : { player: own, right: 0, answered: 0, rank: undefined },
  };
}

const bestFirst = <Rows extends Line>(
  lines: SelectQueryBuilder<Tables, 'standings' | 'rounds' | 'answers', Rows>,
) => lines.orderBy(sql`right_count desc, answer_count, player_user, player_workspace`);

async function countPeople(db: Db, name: BoardName, { own, last }: Points): Promise<Counts> {
  const all = await db
    .selectFrom('ranks')
    .select([
      peopleWith(sql`right_count > ${own}`).as('before'),
      peopleWith(sql`right_count = ${last}`).as('last'),
      peopleWith(sql`right_count = 0`).as('withoutPoint'),
    ])
    .where((eb) => eb.and(boardColumns(name)))
    .executeTakeFirstOrThrow();
  const hidden = await pointsOfHidden(db, name);
  const less = (among: (right: number) => boolean) => hidden.filter(among).length;
  return {
    before: all.before - less((right) => right > own),
    last: all.last - less((right) => right === last),
    withoutPoint: all.withoutPoint - less((right) => right === 0),
  };
}

/** Few people are, so that they are found by who they are and not by going through the board. */
async function pointsOfHidden(db: Db, name: BoardName): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('hidden')
    .innerJoin('standings', (join) =>
      join
        .onRef('standings.player_platform', '=', 'hidden.player_platform')
        .onRef('standings.player_user', '=', 'hidden.player_user'),
    )
    .select('standings.right_count')
    .where((eb) => eb.and(boardColumns(name)))
    .where((eb) =>
      eb.or([
        eb('hidden.player_workspace', '=', ANY),
        eb('hidden.player_workspace', '=', eb.ref('standings.player_workspace')),
      ]),
    )
    .execute();
  return rows.map(({ right_count }) => right_count);
}

const peopleWith = (points: RawBuilder<unknown>) =>
  sql<number>`coalesce(sum(case when ${points} then people end), 0)`;

type Line = Pick<StandingRow, (typeof PLAYER)[number] | 'right_count' | 'answer_count'> & {
  readonly is_hidden: SqlBool;
};

const toStanding = (line: Line): Standing => ({
  player: toPlayer(line),
  right: line.right_count,
  answered: line.answer_count,
  ...(line.is_hidden ? { isHidden: true } : {}),
});

const boardColumns = ({ scope, period, date, pack }: BoardName) => ({
  ...('place' in scope
    ? placeColumns(scope.place)
    : { ...placeColumns(scope.workspaceOf), channel: EVERYWHERE }),
  period: periodKey(period, date, pack),
});

function countedLines(db: Db, { scope, date, pack }: BoardName) {
  const { platform, workspace, channel } = 'place' in scope ? scope.place : scope.workspaceOf;
  const answers = db
    .selectFrom('rounds')
    .innerJoin('answers', 'answers.round_id', 'rounds.id')
    .select(PLAYER)
    .select((eb) => [
      eb.fn.sum<number>('is_right').as('right_count'),
      eb.fn.countAll<number>().as('answer_count'),
      isHiddenIn('answers').as('is_hidden'),
    ])
    .where('rounds.platform', '=', platform)
    .where('rounds.workspace', '=', workspace)
    .where('counted_on', '=', date)
    .$if(pack !== undefined, (all) => all.where(isOf(pack ?? '')))
    .groupBy(PLAYER);
  return 'place' in scope
    ? answers.where('rounds.channel', '=', channel)
    : answers.where('counts_everywhere', '=', 1);
}

/** Exactly so: neither database compares beginnings of texts as they are written without being told. */
function isOf(pack: string) {
  const beginning = scopedId(pack, '');
  return sql<boolean>`substr(question_id, 1, ${sql.lit(beginning.length)}) = ${beginning}`;
}
