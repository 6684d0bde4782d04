/** Quizzes: runs of rounds, whose turn it is, and what they owe in the end. */
import { type Place, type Player, samePlayer } from '../core/ids.ts';
import {
  type Attempt,
  type Ending,
  FIRST_TRY_MS,
  type Owed,
  type Quiz,
  type Waiting,
} from '../core/ports/store.ts';
import { keepable, placeColumns, playerColumns, toFlag, toPlace, toPlayer } from './columns.ts';
import { holdShelf } from './shelves.ts';
import type { Db, QuizRow } from './tables.ts';
import { isTimeToTry } from './tries.ts';

export async function createQuiz(db: Db, quiz: Quiz): Promise<boolean> {
  if (quiz.isPrivate || quiz.state !== 'running') {
    await insert(db, quiz);
    return true;
  }
  return inTurn(db, quiz.place, async (transaction) => {
    if ((await quizzesIn(transaction, quiz.place)).length > 0) return false;
    await insert(transaction, quiz);
    return true;
  });
}

export async function waitTurn(db: Db, id: string, at: number, most: number): Promise<Waiting> {
  const wanted = await findQuiz(db, id);
  if (wanted?.state === 'waiting') return 'waiting';
  if (wanted?.state !== 'offered') return 'gone';
  return inTurn(db, wanted.place, async (transaction) => {
    const line = (await quizzesIn(transaction, wanted.place)).filter(({ state }) => state === 'waiting');
    if (line.some((quiz) => quiz.id === id)) return 'waiting';
    if (line.some(({ starter }) => samePlayer(starter, wanted.starter))) return 'another';
    if (line.length >= most) return 'full';
    return (await move(transaction, id, { from: 'offered', to: 'waiting', at })) ? 'waiting' : 'gone';
  });
}

export async function beginQuiz(db: Db, id: string, at: number): Promise<boolean> {
  const wanted = await findQuiz(db, id);
  if (!wanted) return false;
  return inTurn(db, wanted.place, async (transaction) => {
    const [first] = await quizzesIn(transaction, wanted.place);
    return first?.id === id && move(transaction, id, { from: 'waiting', to: 'running', at });
  });
}

/**
 * Whoever decides whose turn it is in a place holds one row of that place meanwhile, so that of two the second sees
 * what the first has done. It is the place's shelf of this name, on which nothing ever lies.
 */
const inTurn = <Result>(db: Db, place: Place, decide: (transaction: Db) => Promise<Result>) =>
  db.transaction().execute(async (transaction) => {
    await holdShelf(transaction, { ...placeColumns(place), shelf: 'turn' });
    return decide(transaction);
  });

const insert = (db: Db, quiz: Quiz) => db.insertInto('quizzes').values(toRow(quiz)).execute();

interface Move {
  readonly from: Quiz['state'];
  readonly to: Quiz['state'];
  readonly at: number;
}

async function move(db: Db, id: string, { from, to, at }: Move): Promise<boolean> {
  const moved = await db
    .updateTable('quizzes')
    .set({ state: to, started_at: at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

export async function findQuiz(db: Db, id: string): Promise<Quiz | undefined> {
  const row = await db.selectFrom('quizzes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toQuiz(row);
}

export async function endQuiz(db: Db, id: string, owed?: Owed & { readonly at: number }): Promise<boolean> {
  const ended = await db
    .updateTable('quizzes')
    .set({
      state: 'ended',
      ...(owed ? { ended_at: owed.at, ...owedColumns(owed, owed.at + FIRST_TRY_MS) } : {}),
    })
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export async function openQuizzes(db: Db): Promise<readonly Quiz[]> {
  const rows = await openOnes(db).execute();
  return rows.map(toQuiz);
}

/** The one that runs has the first turn, also where a clock was set back meanwhile. */
export async function quizzesIn(db: Db, place: Place): Promise<readonly Quiz[]> {
  const rows = await openOnes(db)
    .where((eb) => eb.and(placeColumns(place)))
    .execute();
  return rows.map(toQuiz).toSorted((a, b) => Number(b.state === 'running') - Number(a.state === 'running'));
}

const openOnes = (db: Db) => publicOnes(db).where('state', 'in', ['running', 'waiting']);

const publicOnes = (db: Db) =>
  db.selectFrom('quizzes').selectAll().where('is_private', '=', 0).orderBy('started_at').orderBy('id');

export async function startsOf(db: Db, player: Player, since: number): Promise<readonly number[]> {
  const rows = await publicOnes(db)
    .where((eb) => eb.and(playerColumns(player)))
    .where('started_at', '>', since)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['waiting', 'running']),
        eb.exists(eb.selectFrom('rounds').select('rounds.id').whereRef('rounds.quiz_id', '=', 'quizzes.id')),
      ]),
    )
    .execute();
  return rows.map(({ started_at }) => started_at);
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
  pack: quiz.pack ?? null,
  level: quiz.level ?? null,
  total: quiz.total,
  seconds_per_round: quiz.secondsPerRound,
  is_private: toFlag(quiz.isPrivate),
  state: quiz.state,
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
  pack: row.pack ?? undefined,
  level: row.level ?? undefined,
  total: row.total,
  secondsPerRound: row.seconds_per_round,
  isPrivate: row.is_private === 1,
  state: row.state,
  startedAt: row.started_at,
});
