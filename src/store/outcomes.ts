/** What a place knew when it was last asked. */
import type { Place } from '../core/ids.ts';
import type { Outcome } from '../core/ports/store.ts';
import type { Db } from './tables.ts';

/** A question asked several times counts as it went the last time. */
export async function lastOutcomes(db: Db, place: Place): Promise<readonly Outcome[]> {
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
  const last = new Map<string, Outcome>();
  for (const { question_id: questionId, right_count, answer_count } of rows) {
    const right = right_count ?? 0;
    last.delete(questionId);
    last.set(questionId, { questionId, isMissed: right === 0 || 2 * right < answer_count });
  }
  return [...last.values()];
}
