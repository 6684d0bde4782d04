/**
 * Standings are kept: what an answer counts is added to its player's lines when the round closes, and taken back
 * where it is to count no more, each in one transaction with its cause. With them it is kept how many people have how
 * many points on a board, so that nobody's rank has to be counted. Every transaction changes lines first and that last,
 * each in one order: of two that change the same, one waits for the other.
 */
import { type RawBuilder, sql } from 'kysely';
import { packOf } from '../core/dataset/scope.ts';
import { PERIODS, type Period, periodKey } from '../core/quiz/period.ts';
import type { AccountColumns } from './accounts.ts';
import { PLAYER } from './columns.ts';
import { countFirsts, firstsOf, isFirstOf } from './question-counts.ts';
import type { Db, PlaceColumns, RoundRow, StandingRow } from './tables.ts';

/** Stands for the channel on the board of a whole workspace. */
export const EVERYWHERE = '';

/** A day alone is counted from its answers: it brings few, and its lines would soon outweigh all else that is kept. */
type Kept = Exclude<Period, 'today'>;
const KEPT = PERIODS.filter((period): period is Kept => period !== 'today');

/** What has to be known of a round that counts. */
export const COUNTED = [
  ...(['id', 'question_id', 'shown', 'platform', 'workspace', 'channel'] as const),
  ...(['counted_on', 'counts_everywhere'] as const),
] as const;

type CountedRound = Pick<RoundRow, (typeof COUNTED)[number]>;

/** The periods under which a round counts: of all questions, and of its question's pack. */
const keysOf = (round: CountedRound, date: string): readonly string[] => [
  ...KEPT.map((period) => periodKey(period, date)),
  ...keysOfPack(round, date),
];

const keysOfPack = ({ question_id }: CountedRound, date: string): readonly string[] => {
  const pack = packOf(question_id);
  return pack === undefined ? [] : KEPT.map((period) => periodKey(period, date, pack));
};

/**
 * Adds the answers of a round to the boards under whose date it counts, or takes them back. The caller holds the
 * round's row. Its answers are held as well, by the update that marks which are their people's first to the question, or
 * changes nothing: whoever deletes one at the same time waits, or has deleted it before it counts.
 */
export async function countRound(db: Db, round: CountedRound, sign: 1 | -1): Promise<void> {
  const { question_id: question, counted_on: date } = round;
  if (date !== null)
    await countUnder(db, round, keysOf(round, date), { sign, ...(sign === 1 && { firstOf: question }) });
}

/** Adds them to the boards of its question's pack alone: its id has only now become one of a pack. */
export async function countForPack(db: Db, round: CountedRound): Promise<void> {
  const { counted_on: date } = round;
  if (date !== null) await countUnder(db, round, keysOfPack(round, date), { sign: 1 });
}

async function countUnder(
  db: Db,
  { id, channel, counts_everywhere }: CountedRound,
  keys: readonly string[],
  { sign, firstOf }: { readonly sign: 1 | -1; readonly firstOf?: string },
): Promise<void> {
  await db
    .updateTable('answers')
    .set((eb) => ({ is_first: firstOf === undefined ? eb.ref('is_first') : isFirstOf(firstOf) }))
    .where('round_id', '=', id)
    .execute();
  const channels = counts_everywhere === 1 ? [channel, EVERYWHERE] : [channel];
  const boards = channels.flatMap((board) => keys.map((key) => sql`(${board}, ${key})`));
  await addLines(
    db,
    sql`select platform, workspace, boards.column1 as channel, boards.column2 as period, ${PLAYERS},
      ${sql.lit(sign)} * is_right as right_count, ${sql.lit(sign)} as answer_count
    from answers cross join (values ${sql.join(boards)}) as boards
    where round_id = ${id}`,
  );
}

const columns = (names: readonly (keyof StandingRow)[]) => sql.join(names.map((name) => sql.ref(name)));
const PLAYERS = columns(PLAYER);
const BOARD = columns(['platform', 'workspace', 'channel', 'period']);
const KEY = sql`${PLAYERS}, ${BOARD}`;
const LINE = sql`${KEY}, right_count, answer_count`;

/** `lines`: one a person and board, of what is added. They must not be read from lines that they change. */
async function addLines(db: Db, lines: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into standings (${LINE})
    select ${LINE} from (${lines}) as lines where true order by ${KEY}
    on conflict (${KEY}) do update set right_count = standings.right_count + excluded.right_count,
      answer_count = standings.answer_count + excluded.answer_count`.execute(db);
  await changePeople(
    db,
    sql`with changed as (
      select ${BOARD}, standings.right_count, standings.answer_count, added_right, added_answers
      from (select ${KEY}, right_count as added_right, answer_count as added_answers from (${lines}) as lines) as added
        join standings using (${KEY})
    )
    select ${BOARD}, right_count, 1 as change from changed where answer_count > 0
    union all
    select ${BOARD}, right_count - added_right, -1 from changed where answer_count > added_answers`,
  );
}

/** Those that nobody has any more stay: they are no more than the most points that anybody has had. */
const changePeople = (db: Db, changes: RawBuilder<unknown>) =>
  sql`
    insert into ranks (${BOARD}, right_count, people)
    select ${BOARD}, right_count, sum(change) from (${changes}) as changes
    group by ${BOARD}, right_count having sum(change) <> 0 order by ${BOARD}, right_count
    on conflict (${BOARD}, right_count) do update set people = ranks.people + excluded.people`.execute(db);

/**
 * Their answers have been deleted before: a round that counts one of them meanwhile has done so by now, or finds it
 * gone. The lines are held before their number changes.
 */
export async function removeStandings(db: Db, them: AccountColumns): Promise<void> {
  await db
    .updateTable('standings')
    .set((eb) => ({ right_count: eb.ref('right_count') }))
    .where((eb) => eb.and(them))
    .execute();
  const { player_platform, player_workspace, player_user } = them;
  const inIt = player_workspace === undefined ? sql`` : sql`and player_workspace = ${player_workspace}`;
  await changePeople(
    db,
    sql`select ${BOARD}, right_count, -1 as change from standings
    where player_platform = ${player_platform} and player_user = ${player_user} ${inIt}`,
  );
  await db
    .deleteFrom('standings')
    .where((eb) => eb.and(them))
    .execute();
}

/**
 * What was earned in a place goes along to its new id, and out of one workspace into another where that changes. The
 * place's rounds have been moved before: one that closes meanwhile has counted by now, or counts there.
 */
export async function moveStandings(db: Db, from: PlaceColumns, to: PlaceColumns): Promise<void> {
  const counted = await db
    .selectFrom('rounds')
    .select('id')
    .where((eb) => eb.and({ ...to, counts_everywhere: 1 }))
    .limit(1)
    .executeTakeFirst();
  const leaves = counted && (from.platform !== to.platform || from.workspace !== to.workspace);
  const board = ({ platform, workspace }: PlaceColumns, channel: string, sign: 1 | -1) =>
    sql`(${platform}, ${workspace}, ${channel}, ${sql.lit(sign)})`;
  const boards = [
    board(to, to.channel, 1),
    ...(leaves ? [board(to, EVERYWHERE, 1), board(from, EVERYWHERE, -1)] : []),
  ];
  await addLines(
    db,
    sql`select boards.column1 as platform, boards.column2 as workspace, boards.column3 as channel, period, ${PLAYERS},
      boards.column4 * right_count as right_count, boards.column4 * answer_count as answer_count
    from standings cross join (values ${sql.join(boards)}) as boards
    where platform = ${from.platform} and workspace = ${from.workspace} and channel = ${from.channel}`,
  );
  await db
    .deleteFrom('standings')
    .where((eb) => eb.and({ ...from }))
    .execute();
  if (leaves)
    await db
      .deleteFrom('standings')
      .where((eb) => eb.and({ ...from, channel: EVERYWHERE, right_count: 0, answer_count: 0 }))
      .execute();
}

/** Removes a round's answers, and from the boards and their question what they counted. The caller holds the round's row. */
export async function removeAnswers(db: Db, id: string): Promise<void> {
  const round = await db.selectFrom('rounds').select(COUNTED).where('id', '=', id).executeTakeFirst();
  if (round) await countRound(db, round, -1);
  const firsts = round && (await firstsOf(db, round));
  await db.deleteFrom('answers').where('round_id', '=', id).execute();
  if (!round || round.counted_on === null) return;
  const { platform, workspace, channel, counted_on: date } = round;
  await db
    .deleteFrom('standings')
    .where((eb) => eb.and({ platform, workspace, right_count: 0, answer_count: 0 }))
    .where('channel', 'in', [channel, EVERYWHERE])
    .where('period', 'in', keysOf(round, date))
    .execute();
  if (firsts) await countFirsts(db, firsts, -1);
}
