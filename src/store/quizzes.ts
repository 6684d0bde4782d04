/** Quizzes: runs of rounds. */
import type { Quiz } from '../core/store.ts';
import { keepable, placeColumns, playerColumns, toFlag, toPlace, toPlayer } from './columns.ts';
import type { Db, QuizRow } from './tables.ts';

export async function createQuiz(db: Db, quiz: Quiz): Promise<void> {
  await db.insertInto('quizzes').values(toRow(quiz)).execute();
}

export async function findQuiz(db: Db, id: string): Promise<Quiz | undefined> {
  const row = await db.selectFrom('quizzes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toQuiz(row);
}

export async function endQuiz(db: Db, id: string): Promise<boolean> {
  const ended = await db
    .updateTable('quizzes')
    .set({ is_ended: 1 })
    .where('id', '=', id)
    .where('is_ended', '=', 0)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export async function openQuizzes(db: Db): Promise<readonly Quiz[]> {
  const rows = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('is_ended', '=', 0)
    .where('is_private', '=', 0)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(toQuiz);
}

const toRow = (quiz: Quiz): QuizRow => ({
  id: quiz.id,
  ...placeColumns(quiz.place),
  ...playerColumns(quiz.starter),
  topic: keepable(quiz.topic),
  total: quiz.total,
  seconds_per_round: quiz.secondsPerRound,
  is_private: toFlag(quiz.isPrivate),
  is_ended: toFlag(quiz.ended),
  started_at: quiz.startedAt,
});

const toQuiz = (row: QuizRow): Quiz => ({
  id: row.id,
  place: toPlace(row),
  starter: toPlayer(row),
  topic: row.topic,
  total: row.total,
  secondsPerRound: row.seconds_per_round,
  isPrivate: row.is_private === 1,
  ended: row.is_ended === 1,
  startedAt: row.started_at,
});
