/** Answers: one a person a round, while it is open. */
import type { SqlBool } from 'kysely';
import type { Answer, AnswerOutcome, NewAnswer } from '../core/ports/store.ts';
import { isHiddenIn } from './accounts.ts';
import { PLACE, playerColumns, toFlag, toPlayer } from './columns.ts';
import { isMarked } from './marks.ts';
import type { AnswerRow, Db, PlaceColumns } from './tables.ts';

export async function recordAnswer(db: Db, answer: NewAnswer): Promise<AnswerOutcome> {
  return db.transaction().execute(async (transaction) => {
    const place = await holdOpenRound(transaction, answer);
    return place ? keepFirst(transaction, toRow(answer, place)) : { status: 'closed' };
  });
}

/**
 * Sets the round's state to what it is. That changes nothing, but on either database it holds the row until
 * the end of the transaction: whoever closes the round waits for this answer, or this answer finds it closed.
 */
async function holdOpenRound(db: Db, { round, at }: NewAnswer): Promise<PlaceColumns | undefined> {
  return db
    .updateTable('rounds')
    .set({ state: 'open' })
    .where('id', '=', round)
    .where('state', '=', 'open')
    .where('closes_at', '>', at)
    .returning(PLACE)
    .executeTakeFirst();
}

/** The mark is looked for last: whoever waited here for a deletion to end sees what it left. */
async function keepFirst(db: Db, row: AnswerRow): Promise<AnswerOutcome> {
  const kept = await db
    .insertInto('answers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const its = ownerOf(row);
  if (kept.numInsertedOrUpdatedRows === 1n) {
    if (!(await isMarked(db, row.round_id, row)))
      return { status: 'locked', answers: await countAnswers(db, row.round_id) };
    await db
      .deleteFrom('answers')
      .where((eb) => eb.and(its))
      .execute();
    return { status: 'deleted' };
  }
  const before = await db
    .selectFrom('answers')
    .select('option')
    .where((eb) => eb.and(its))
    .executeTakeFirst();
  // The one before may have been deleted by its owner between the two statements.
  return before ? { status: 'already', option: before.option } : keepFirst(db, row);
}

const ownerOf = ({ round_id, player_platform, player_workspace, player_user }: AnswerRow) => ({
  round_id,
  player_platform,
  player_workspace,
  player_user,
});

async function countAnswers(db: Db, round: string): Promise<number> {
  const { count } = await db
    .selectFrom('answers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  return count;
}

export async function answersOf(db: Db, round: string): Promise<readonly Answer[]> {
  const rows = await db
    .selectFrom('answers')
    .selectAll()
    .select(isHiddenIn('answers').as('is_hidden'))
    .where('round_id', '=', round)
    .orderBy('answered_at')
    .orderBy('player_user')
    .execute();
  return rows.map(toAnswer);
}

const toRow = (answer: NewAnswer, place: PlaceColumns): AnswerRow => ({
  round_id: answer.round,
  ...playerColumns(answer.player),
  ...place,
  option: answer.option,
  is_right: toFlag(answer.right),
  answered_at: answer.at,
  is_first: 0,
});

const toAnswer = (row: AnswerRow & { readonly is_hidden: SqlBool }): Answer => ({
  player: toPlayer(row),
  option: row.option,
  right: row.is_right === 1,
  at: row.answered_at,
  ...(row.is_hidden ? { isHidden: true } : {}),
});
