/**
 * Answers that were deleted while their question was open: a mark that names nobody keeps its owner from a second
 * one. Whoever reads it without knowing round and person learns nothing; it goes when the round is revealed.
 */
import { createHash } from 'node:crypto';
import type { AnswerMarkRow, Db, PlayerColumns } from './tables.ts';

/** A round's id is random, so that the same person's marks have nothing in common. */
const markOf = (
  round: string,
  { player_platform, player_workspace, player_user }: PlayerColumns,
): AnswerMarkRow => ({
  round_id: round,
  mark: createHash('sha256')
    .update(JSON.stringify([round, player_platform, player_workspace, player_user]))
    .digest('hex'),
});

/** Both databases limit how many values one statement may carry. */
const ROUNDS_AT_ONCE = 500;

/** Of these rounds, whose answers by this person were just deleted, marks those that are open. */
export async function markDeleted(db: Db, rounds: readonly string[], player: PlayerColumns): Promise<void> {
  for (let from = 0; from < rounds.length; from += ROUNDS_AT_ONCE) {
    const open = await db
      .selectFrom('rounds')
      .select('id')
      .where('id', 'in', rounds.slice(from, from + ROUNDS_AT_ONCE))
      .where('state', '=', 'open')
      .execute();
    for (const { id } of open)
      await db
        .insertInto('answer_marks')
        .values(markOf(id, player))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}

export async function isMarked(db: Db, round: string, player: PlayerColumns): Promise<boolean> {
  const { mark } = markOf(round, player);
  const found = await db
    .selectFrom('answer_marks')
    .select('mark')
    .where('round_id', '=', round)
    .where('mark', '=', mark)
    .executeTakeFirst();
  return found !== undefined;
}
