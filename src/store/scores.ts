/** Scores are counted from the answers each time: nothing to keep in step, and a deleted answer is gone at once. */
import type { Place } from '../core/ids.ts';
import type { Scope, Standing } from '../core/store.ts';
import { PLAYER, toPlayer } from './columns.ts';
import type { Db } from './tables.ts';

interface Contest {
  readonly scope: Scope;
  readonly from: number;
  /** Not included, so that the end of one week is the start of the next. */
  readonly until: number;
  readonly limit: number;
}

/** A round that still runs is left out: a rank that changes would tell who was right. */
export async function countStandings(db: Db, contest: Contest): Promise<readonly Standing[]> {
  const rows = await publicAnswers(db, contest)
    .select(PLAYER)
    .select((eb) => [
      eb.fn.sum<number>('is_right').as('right_count'),
      eb.fn.countAll<number>().as('answer_count'),
    ])
    .groupBy(PLAYER)
    .orderBy('right_count', 'desc')
    .orderBy('answer_count')
    .orderBy('player_user')
    .orderBy('player_workspace')
    .limit(contest.limit)
    .execute();
  return rows.map((row) => ({ player: toPlayer(row), right: row.right_count, answered: row.answer_count }));
}

function publicAnswers(db: Db, { scope, from, until }: Contest) {
  const place = 'place' in scope ? scope.place : scope.workspaceOf;
  const answers = db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .where('answers.platform', '=', place.platform)
    .where('answers.workspace', '=', place.workspace)
    .where('answered_at', '>=', from)
    .where('answered_at', '<', until)
    .where('rounds.is_private', '=', 0)
    .where('rounds.state', '<>', 'open');
  return 'place' in scope ? answers.where('answers.channel', '=', place.channel) : answers;
}

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
