/** What a place did not know when it was last asked. */
import type { Place } from '../core/ids.ts';
import type { Db } from './tables.ts';

/** A question asked several times counts as it went the last time. */
export async function missedQuestions(db: Db, place: Place): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('rounds')
    .leftJoin('answers', 'answers.round_id', 'rounds.id')
    .select('rounds.question_id')
    .select((eb) => [
      eb.fn.sum<number | null>('answers.is_right').as('right_count'),
      eb.fn.count<number>('answers.round_id').as('answer_count'),
    ])
    .where('rounds.platform', '=', place.platform)
    .where('rounds.workspace', '=', place.workspace)
    .where('rounds.channel', '=', place.channel)
    .where('rounds.state', '=', 'revealed')
    .where('rounds.is_private', '=', 0)
    .where('rounds.message_id', 'is not', null)
    .groupBy(['rounds.id', 'rounds.question_id', 'rounds.opened_at'])
    .orderBy('rounds.opened_at')
    .orderBy('rounds.id')
    .execute();
  const last = new Map(rows.map((row) => [row.question_id, row]));
  return [...last.values()]
    .filter(
      ({ right_count, answer_count }) => (right_count ?? 0) === 0 || 2 * (right_count ?? 0) < answer_count,
    )
    .map(({ question_id }) => question_id);
}
