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

type Deleted = PlayerColumns & Pick<AnswerMarkRow, 'round_id'>;

/** Both databases limit how many values one statement may carry. */
const ROUNDS_AT_ONCE = 500;

/** Of these answers of one person that were just deleted, marks those whose round is open. */
export async function markDeleted(db: Db, deleted: readonly Deleted[]): Promise<void> {
  for (let from = 0; from < deleted.length; from += ROUNDS_AT_ONCE) {
    const some = deleted.slice(from, from + ROUNDS_AT_ONCE);
    const rounds = await db
      .selectFrom('rounds')
      .select('id')
      .where(
        'id',
        'in',
        some.map(({ round_id }) => round_id),
      )
      .where('state', '=', 'open')
      .execute();
    const open = new Set(rounds.map(({ id }) => id));
    for (const answer of some.filter(({ round_id }) => open.has(round_id)))
      await db
        .insertInto('answer_marks')
        .values(markOf(answer.round_id, answer))
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
