/** What is stored about one person: shown to them, deleted for them. */
import { FORGOTTEN, type Player } from '../core/ids.ts';
import type { PlayerOrders, PlayerRecord } from '../core/ports/store.ts';
import { playerColumns, toPlace } from './columns.ts';
import { markDeleted } from './marks.ts';
import { countFirsts, firstsAmong } from './question-counts.ts';
import { removeStandings } from './standings.ts';
import type { Db, PlayerColumns } from './tables.ts';

export async function exportPlayer(db: Db, player: Player): Promise<readonly PlayerRecord[]> {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .selectAll('answers')
    .select(['rounds.question_id', 'rounds.state'])
    .where((eb) => eb.and(playerColumns(player)))
    .orderBy('answered_at')
    .orderBy('round_id')
    .execute();
  return rows.map((row) => ({
    place: toPlace(row),
    questionId: row.question_id,
    option: row.option,
    right: row.state === 'open' ? undefined : row.is_right === 1,
    at: row.answered_at,
  }));
}

export async function ordersOf(db: Db, player: Player): Promise<PlayerOrders> {
  const theirs = async (table: 'quizzes' | 'dailies') => {
    const { count } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .where((eb) => eb.and(playerColumns(player)))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  return { quizzes: await theirs('quizzes'), dailies: await theirs('dailies') };
}

/**
 * Answers and points go. Quizzes and dailies stay, because they belong to the place as well, but name nobody: a daily
 * that others read every morning does not stop because the person who set it wants to be forgotten.
 */
export async function deletePlayer(db: Db, player: Player): Promise<number> {
  const them = playerColumns(player);
  return db.transaction().execute(async (transaction) => {
    await endTurns(transaction, them);
    await forgetStarter(transaction, them);
    await forgetSetter(transaction, them);
    const deleted = await transaction
      .deleteFrom('answers')
      .where((eb) => eb.and(them))
      .returning(['round_id', 'is_right', 'is_first'])
      .execute();
    const rounds = deleted.map(({ round_id }) => round_id);
    await markDeleted(transaction, rounds, them);
    await removeStandings(transaction, them);
    for (const first of await firstsAmong(transaction, deleted)) await countFirsts(transaction, first, -1);
    return rounds.length;
  });
}

/** A quiz that waits would begin as nobody's. */
const endTurns = (db: Db, them: PlayerColumns) =>
  db
    .updateTable('quizzes')
    .set({ state: 'ended' })
    .where((eb) => eb.and(them))
    .where('state', 'in', ['offered', 'waiting'])
    .execute();

const forgetStarter = (db: Db, them: PlayerColumns) =>
  db
    .updateTable('quizzes')
    .set({ player_user: FORGOTTEN })
    .where((eb) => eb.and(them))
    .execute();

const forgetSetter = (db: Db, them: PlayerColumns) =>
  db
    .updateTable('dailies')
    .set({ player_user: FORGOTTEN })
    .where((eb) => eb.and(them))
    .execute();
