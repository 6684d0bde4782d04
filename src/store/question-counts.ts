/**
 * How many people have answered each question, and how many of them rightly, over all places. Of what one person has
 * answered to a question in rounds that count, their first answer counts here (`answers.is_first`): whoever meets it
 * again has read the result. What counts no more is taken back with its cause, so that the counts always are the sum
 * of the answers there are. Every transaction changes them last, in one order.
 */
import { sql } from 'kysely';
import { bareId } from '../core/dataset/scope.ts';
import type { QuestionCount } from '../core/ports/store.ts';
import { toShown } from './columns.ts';
import type { AnswerRow, Db, QuestionCountRow, RoundRow } from './tables.ts';

export async function questionCounts(db: Db): Promise<readonly QuestionCount[]> {
  const rows = await db.selectFrom('question_counts').selectAll().execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    rightText: row.right_text,
    right: row.right_count,
    answered: row.answer_count,
  }));
}

/**
 * 1 for an answer of this question by somebody who has no other one that counts. Of a renamed question it knows none; it
 * does of one that was asked before ids began with their pack.
 */
export const isFirstOf = (questionId: string) => sql<number>`
  case when exists (
    select 1 from answers as other join rounds on rounds.id = other.round_id
    where other.player_platform = answers.player_platform
      and other.player_workspace = answers.player_workspace
      and other.player_user = answers.player_user
      and other.round_id <> answers.round_id
      and other.is_first = 1
      and rounds.question_id in (${questionId}, ${bareId(questionId)})
  ) then 0 else 1 end`;

/** What first answers of one round count. */
interface Firsts {
  readonly round: Pick<RoundRow, 'question_id' | 'shown'>;
  readonly right: number;
  readonly answered: number;
}

export async function firstsOf(
  db: Db,
  round: Pick<RoundRow, 'id' | 'question_id' | 'shown'>,
): Promise<Firsts> {
  const { right, answered } = await db
    .selectFrom('answers')
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('is_right'), sql.lit(0)).as('right'),
      fn.countAll<number>().as('answered'),
    ])
    .where('round_id', '=', round.id)
    .where('is_first', '=', 1)
    .executeTakeFirstOrThrow();
  return { round, right, answered };
}

/** Both databases limit how many values one statement may carry. */
const ROUNDS_AT_ONCE = 500;

/** The same of answers of one person that were just deleted. */
export async function firstsAmong(
  db: Db,
  deleted: readonly Pick<AnswerRow, 'round_id' | 'is_right' | 'is_first'>[],
): Promise<readonly Firsts[]> {
  const rightIn = new Map(
    deleted.filter(({ is_first }) => is_first === 1).map(({ round_id, is_right }) => [round_id, is_right]),
  );
  const ids = [...rightIn.keys()];
  const firsts: Firsts[] = [];
  for (let from = 0; from < ids.length; from += ROUNDS_AT_ONCE) {
    const rounds = await db
      .selectFrom('rounds')
      .select(['id', 'question_id', 'shown'])
      .where('id', 'in', ids.slice(from, from + ROUNDS_AT_ONCE))
      .execute();
    firsts.push(...rounds.map((round) => ({ round, right: rightIn.get(round.id) ?? 0, answered: 1 })));
  }
  return firsts.toSorted((a, b) => (a.round.question_id < b.round.question_id ? -1 : 1));
}

/** Adds what first answers count, or takes it back. Under another right answer it is another question. */
export async function countFirsts(db: Db, { round, right, answered }: Firsts, sign: 1 | -1): Promise<void> {
  if (answered === 0) return;
  const shown = toShown(round.shown);
  await addCount(db, {
    question_id: round.question_id,
    right_text: shown.options[shown.right] ?? '',
    right_count: sign * right,
    answer_count: sign * answered,
  });
}

/** To what is kept of the question with this right answer, if anything. */
export async function addCount(db: Db, count: QuestionCountRow): Promise<void> {
  await db
    .insertInto('question_counts')
    .values(count)
    .onConflict((conflict) =>
      conflict.columns(['question_id', 'right_text']).doUpdateSet((eb) => ({
        right_count: eb('question_counts.right_count', '+', eb.ref('excluded.right_count')),
        answer_count: eb('question_counts.answer_count', '+', eb.ref('excluded.answer_count')),
      })),
    )
    .execute();
}
