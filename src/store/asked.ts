/** What a place's daily has asked there. */
import type { Place } from '../core/ids.ts';
import type { AskedDaily } from '../core/ports/store.ts';
import type { Db } from './tables.ts';

export async function dailiesAsked(db: Db, place: Place, limit: number): Promise<readonly AskedDaily[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('rounds', 'rounds.delivery_id', 'deliveries.id')
    .select(['deliveries.local_date', 'rounds.question_id'])
    .where('deliveries.platform', '=', place.platform)
    .where('deliveries.workspace', '=', place.workspace)
    .where('deliveries.channel', '=', place.channel)
    .where('deliveries.state', '=', 'posted')
    .orderBy('deliveries.local_date', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ local_date, question_id }) => ({ localDate: local_date, questionId: question_id }));
}
