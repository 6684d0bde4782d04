/** Boards counted anew from the answers, against what is kept; for a property test, a migration, and the chaos. */
import { periodKey } from '../../src/core/quiz/period.ts';
import type { Db } from '../../src/store/tables.ts';

/** One line for each standing that is not as it should be; empty where all are right. */
export async function wrongStandings(db: Db): Promise<readonly string[]> {
  const kept = new Map<string, string>();
  for (const row of await db.selectFrom('standings').selectAll().execute()) {
    const { platform, workspace, channel, period, player_platform, player_workspace, player_user } = row;
    const key = [platform, workspace, channel, period, player_platform, player_workspace, player_user].join(
      '|',
    );
    kept.set(key, `${row.right_count} of ${row.answer_count}`);
  }
  const counted = await recount(db);
  return [...new Set([...kept.keys(), ...counted.keys()])]
    .filter((key) => kept.get(key) !== counted.get(key))
    .map((key) => `${key}: kept ${kept.get(key) ?? 'nothing'}, counted ${counted.get(key) ?? 'nothing'}`);
}

async function recount(db: Db): Promise<ReadonlyMap<string, string>> {
  const answers = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .selectAll('answers')
    .select(['counted_on', 'counts_everywhere'])
    .execute();
  const counts = new Map<string, { right: number; all: number }>();
  for (const { counted_on: date, counts_everywhere, ...answer } of answers) {
    const { platform, workspace, channel, player_platform, player_workspace, player_user } = answer;
    if (date === null) continue;
    for (const board of counts_everywhere === 1 ? [channel, ''] : [channel])
      for (const period of ['week', 'month', 'all'] as const) {
        const key = [platform, workspace, board, periodKey(period, date)]
          .concat(player_platform, player_workspace, player_user)
          .join('|');
        const { right, all } = counts.get(key) ?? { right: 0, all: 0 };
        counts.set(key, { right: right + answer.is_right, all: all + 1 });
      }
  }
  return new Map([...counts].map(([key, { right, all }]) => [key, `${right} of ${all}`]));
}
