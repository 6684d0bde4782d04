/** Rounds: opened once, closed once, shown. */
import type { Place, Player, Workspace } from '../core/ids.ts';
import {
  type Attempt,
  type Counting,
  FIRST_TRY_MS,
  type NewRound,
  type OpenQuestion,
  type Posted,
  type Round,
  SHOW_TRY_MS,
} from '../core/ports/store.ts';
import { placeColumns, toFlag, toPlace, toShown } from './columns.ts';
import { countFirsts, firstsOf } from './question-counts.ts';
import { COUNTED, countRound, removeAnswers } from './standings.ts';
import type { Db, RoundRow } from './tables.ts';
import { isTimeToTry } from './tries.ts';

const UNREVEALED = ['open', 'closed'] as const;

/** The unique keys decide: a quiz has one round of a number, a delivery has one round. */
export async function openRound(db: Db, round: NewRound): Promise<boolean> {
  const opened = await db
    .insertInto('rounds')
    .values(toRow(round))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return opened.numInsertedOrUpdatedRows === 1n;
}

export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRound(row);
}

export async function attachMessage(db: Db, id: string, posted: Posted): Promise<void> {
  const { messageId, openedAt, closesAt } = posted;
  await db
    .updateTable('rounds')
    .set({ message_id: messageId, opened_at: openedAt, closes_at: closesAt, unsure_since: null, retry_at: 0 })
    .where('id', '=', id)
    .execute();
}

export async function moveRound(db: Db, id: string, by: number): Promise<void> {
  await db
    .updateTable('rounds')
    .set((eb) => ({ opened_at: eb('opened_at', '+', by), closes_at: eb('closes_at', '+', by) }))
    .where('id', '=', id)
    .execute();
}

/** Holds the round's row first, so that no answer comes in between. */
export async function discardRound(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const held = await transaction
      .updateTable('rounds')
      .set({ state: 'closed' })
      .where('id', '=', id)
      .where('message_id', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!held) return;
    await removeAnswers(transaction, id);
    await transaction.deleteFrom('answer_marks').where('round_id', '=', id).execute();
    await transaction.deleteFrom('rounds').where('id', '=', id).execute();
  });
}

export async function voidRound(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('rounds').set({ is_void: 1 }).where('id', '=', id).execute();
    await removeAnswers(transaction, id);
  });
}

export async function closeRound(db: Db, id: string, at: number, counting?: Counting): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const closed = await transaction
      .updateTable('rounds')
      .set((eb) => ({
        ...{ state: 'closed', closed_at: at },
        ...{ counted_on: counting?.date ?? null, counts_everywhere: toFlag(counting?.everywhere === true) },
        // One that is still being posted stays with whoever posts it.
        retry_at: eb
          .case()
          .when(eb.or([eb('message_id', 'is not', null), eb('is_private', '=', 1)]))
          .then(at + SHOW_TRY_MS)
          .else(eb.ref('retry_at'))
          .end(),
      }))
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returning(COUNTED)
      .executeTakeFirst();
    if (!closed) return false;
    await countRound(transaction, closed, 1);
    await countFirsts(transaction, await firstsOf(transaction, closed), 1);
    return true;
  });
}

export async function markRevealed(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const marked = await transaction
      .updateTable('rounds')
      .set({ state: 'revealed' })
      .where('id', '=', id)
      .where('state', '=', 'closed')
      .executeTakeFirst();
    if (marked.numUpdatedRows !== 1n) return false;
    await transaction.deleteFrom('answer_marks').where('round_id', '=', id).execute();
    return true;
  });
}

export async function takeRound(
  db: Db,
  id: string,
  to: 'post' | 'show',
  { now, until }: { readonly now: number; readonly until: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set({ retry_at: until })
    .where('id', '=', id)
    .where('state', 'in', to === 'show' ? ['closed'] : UNREVEALED)
    .where((eb) => {
      const isThere = eb.or([eb('message_id', 'is not', null), eb('is_private', '=', 1)]);
      return to === 'show' ? isThere : eb.not(isThere);
    })
    .where(isTimeToTry(now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function noteRound(
  db: Db,
  id: string,
  held: number,
  { unsureSince, retryAt }: Attempt,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set({ unsure_since: unsureSince ?? null, retry_at: retryAt })
    .where('id', '=', id)
    .where('state', 'in', UNREVEALED)
    .where('retry_at', '=', held)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function dueRounds(db: Db, at: number): Promise<readonly Round[]> {
  const rows = await unrevealed(db)
    .where((eb) => eb.or([eb('closes_at', '<=', at), eb('state', '=', 'closed')]))
    .where((eb) => eb.or([eb('message_id', 'is not', null), eb('is_private', '=', 1)]))
    .execute();
  return rows.map(toRound);
}

export async function unpostedRounds(db: Db, at: number): Promise<readonly Round[]> {
  const rows = await unrevealed(db)
    .where(isTimeToTry(at))
    .where('message_id', 'is', null)
    .where('is_private', '=', 0)
    .where('quiz_id', 'is not', null)
    .execute();
  return rows.map(toRound);
}

export async function unrevealedRounds(db: Db): Promise<readonly Round[]> {
  const rows = await unrevealed(db).execute();
  return rows.map(toRound);
}

export async function unrevealedIn(db: Db, { platform, workspace }: Workspace): Promise<readonly Round[]> {
  const rows = await unrevealed(db)
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .execute();
  return rows.map(toRound);
}

export async function openQuestions(db: Db, place: Place, player?: Player): Promise<readonly OpenQuestion[]> {
  const around = openOn(db, place).where('workspace', 'in', workspacesAround(db, place, player));
  // Not by an `or`: it would make SQLite read every round that there ever was.
  const rows = await around.union(openOn(db, place).where('channel', '=', place.channel)).execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    shown: toShown(row.shown),
    closesAt: row.closes_at,
  }));
}

const openOn = (db: Db, { platform }: Place) =>
  db
    .selectFrom('rounds')
    .select(['question_id', 'shown', 'closes_at'])
    .where('platform', '=', platform)
    .where('state', 'in', UNREVEALED)
    .where('is_private', '=', 0);

/** The same person has the same id in all workspaces of a platform, also in a private talk. */
function workspacesAround(db: Db, { workspace }: Place, player: Player | undefined) {
  const here = db.selectNoFrom((eb) => eb.val<string>(workspace).as('workspace'));
  if (player === undefined) return here;
  return here.union(
    db
      .selectFrom('answers')
      .select('workspace')
      .where('player_platform', '=', player.platform)
      .where('player_user', '=', player.user),
  );
}

const unrevealed = (db: Db) =>
  db.selectFrom('rounds').selectAll().where('state', 'in', UNREVEALED).orderBy('closes_at').orderBy('id');

export async function roundsOfQuiz(db: Db, quiz: string): Promise<readonly Round[]> {
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .where('quiz_id', '=', quiz)
    .orderBy('quiz_number')
    .execute();
  return rows.map(toRound);
}

export async function roundOfDelivery(db: Db, delivery: string): Promise<Round | undefined> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('delivery_id', '=', delivery)
    .executeTakeFirst();
  return row && toRound(row);
}

const toRow = (round: NewRound): RoundRow => ({
  id: round.id,
  ...placeColumns(round.place),
  question_id: round.questionId,
  shown: JSON.stringify(round.shown),
  opened_at: round.openedAt,
  closes_at: round.closesAt,
  closed_at: null,
  ...parentColumns(round.belongsTo),
  is_private: toFlag(round.isPrivate),
  is_void: 0,
  message_id: null,
  state: 'open',
  unsure_since: null,
  retry_at: round.openedAt + FIRST_TRY_MS,
  counted_on: null,
  counts_everywhere: 0,
});

const parentColumns = (parent: NewRound['belongsTo']) =>
  'quiz' in parent
    ? { quiz_id: parent.quiz, quiz_number: parent.number, delivery_id: null }
    : { quiz_id: null, quiz_number: null, delivery_id: parent.delivery };

const toRound = (row: RoundRow): Round => ({
  id: row.id,
  place: toPlace(row),
  questionId: row.question_id,
  shown: toShown(row.shown),
  openedAt: row.opened_at,
  closesAt: row.closes_at,
  belongsTo: toParent(row),
  isPrivate: row.is_private === 1,
  isVoid: row.is_void === 1,
  messageId: row.message_id ?? undefined,
  closedAt: row.closed_at ?? undefined,
  state: row.state,
  unsureSince: row.unsure_since ?? undefined,
  retryAt: row.retry_at,
});

function toParent(row: RoundRow): NewRound['belongsTo'] {
  if (row.quiz_id !== null && row.quiz_number !== null) return { quiz: row.quiz_id, number: row.quiz_number };
  if (row.delivery_id !== null) return { delivery: row.delivery_id };
  throw new Error(`round ${row.id} belongs to nothing`);
}
