/** Quizzes: runs of rounds. */
import { type Attempt, type Ending, FIRST_TRY_MS, type Owed, type Quiz } from '../core/store.ts';
import { keepable, placeColumns, playerColumns, toFlag, toPlace, toPlayer } from './columns.ts';
import type { Db, QuizRow } from './tables.ts';
import { isTimeToTry } from './tries.ts';

export async function createQuiz(db: Db, quiz: Quiz): Promise<void> {
  await db.insertInto('quizzes').values(toRow(quiz)).execute();
}

export async function findQuiz(db: Db, id: string): Promise<Quiz | undefined> {
  const row = await db.selectFrom('quizzes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toQuiz(row);
}

export async function endQuiz(db: Db, id: string, owed?: Owed & { readonly at: number }): Promise<boolean> {
  const ended = await db
    .updateTable('quizzes')
    .set({
      is_ended: 1,
      ...(owed ? { ended_at: owed.at, ...owedColumns(owed, owed.at + FIRST_TRY_MS) } : {}),
    })
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

export async function dueEndings(db: Db, at: number): Promise<readonly Quiz[]> {
  const rows = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('retry_at', 'is not', null)
    .where(isTimeToTry(at))
    .orderBy('retry_at')
    .orderBy('id')
    .execute();
  return rows.map(toQuiz);
}

export async function takeEnding(
  db: Db,
  id: string,
  now: number,
  until: number,
): Promise<Ending | undefined> {
  const row = await db
    .updateTable('quizzes')
    .set({ retry_at: until })
    .where('id', '=', id)
    .where('retry_at', 'is not', null)
    .where(isTimeToTry(now))
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      standings: row.owes_standings === 1,
      word: row.owes_word,
      endedAt: row.ended_at ?? now,
      unsureSince: row.unsure_since ?? undefined,
    }
  );
}

export async function noteEnding(
  db: Db,
  id: string,
  held: number,
  { unsureSince, retryAt, ...owed }: Owed & Attempt,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quizzes')
    .set({ unsure_since: unsureSince ?? null, ...owedColumns(owed, retryAt) })
    .where('id', '=', id)
    .where('retry_at', '=', held)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const owedColumns = ({ standings, word }: Owed, retryAt: number) => ({
  owes_standings: toFlag(standings),
  owes_word: keepable(word),
  retry_at: standings || word !== '' ? retryAt : null,
});

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
  ended_at: null,
  owes_standings: 0,
  owes_word: '',
  unsure_since: null,
  retry_at: null,
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
