/** What is stored about one person: shown to them, deleted for them. */
import { type Account, FORGOTTEN, type Player } from '../core/ids.ts';
import type { AccountRecord, KeptAnswer, PlayerRecord } from '../core/ports/store.ts';
import { type AccountColumns, accountColumns, hiddenSince, unhide } from './accounts.ts';
import { PLAYER, toPlace, toShown } from './columns.ts';
import { markDeleted } from './marks.ts';
import { forgetIn, messagesNaming } from './named-messages.ts';
import { countFirsts, firstsAmong } from './question-counts.ts';
import { EVERYWHERE, removeStandings } from './standings.ts';
import type { AnswerRow, Db, RoundRow } from './tables.ts';

export async function exportPlayer(db: Db, player: Player): Promise<readonly PlayerRecord[]> {
  const rows = await answersBy(db, player).execute();
  return rows.map(toRecord);
}

const answersBy = (db: Db, account: Account) =>
  db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .selectAll('answers')
    .select(['rounds.question_id', 'rounds.state'])
    .where((eb) => eb.and(accountColumns(account)))
    .orderBy('answered_at')
    .orderBy('round_id');

type KeptRow = AnswerRow & Pick<RoundRow, 'question_id' | 'state'>;

const toRecord = (row: KeptRow): PlayerRecord => ({
  place: toPlace(row),
  questionId: row.question_id,
  option: row.option,
  right: row.state === 'open' ? undefined : row.is_right === 1,
  at: row.answered_at,
});

const toKeptAnswer = (row: KeptRow & Pick<RoundRow, 'shown' | 'is_private'>): KeptAnswer => {
  const { prompt, options } = toShown(row.shown);
  return {
    ...toRecord(row),
    prompt,
    chosen: options[row.option] ?? '',
    isPrivate: row.is_private === 1,
  };
};

export async function exportAccount(db: Db, account: Account): Promise<AccountRecord> {
  const them = accountColumns(account);
  const answers = await answersBy(db, account).select(['rounds.shown', 'rounds.is_private']).execute();
  const standings = await db
    .selectFrom('standings')
    .selectAll()
    .where((eb) => eb.and(them))
    .orderBy('workspace')
    .orderBy('channel')
    .orderBy('period')
    .execute();
  const quizzes = await db
    .selectFrom('quizzes')
    .selectAll()
    .where((eb) => eb.and(them))
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const dailies = await db
    .selectFrom('dailies')
    .selectAll()
    .where((eb) => eb.and(them))
    .orderBy('id')
    .execute();
  return {
    answers: answers.map(toKeptAnswer),
    standings: standings.map((row) => ({
      workspace: row.workspace,
      channel: row.channel === EVERYWHERE ? undefined : row.channel,
      period: row.period,
      right: row.right_count,
      answered: row.answer_count,
    })),
    quizzes: quizzes.map((row) => ({
      place: toPlace(row),
      topic: row.topic,
      pack: row.pack ?? undefined,
      total: row.total,
      isPrivate: row.is_private === 1,
      startedAt: row.started_at,
    })),
    dailies: dailies.map((row) => ({
      place: toPlace(row),
      time: row.local_time,
      zone: row.zone,
      topic: row.topic,
      pack: row.pack ?? undefined,
      state: row.state,
    })),
    messages: await messagesNaming(db, account),
    hiddenSince: await hiddenSince(db, account),
  };
}

/**
 * Answers and points go. Quizzes and dailies stay, because they belong to the place as well, but name nobody: a daily
 * that others read every morning does not stop because the person who set it wants to be forgotten.
 */
export async function deletePlayer(db: Db, account: Account): Promise<number> {
  const them = accountColumns(account);
  return db.transaction().execute(async (transaction) => {
    await endTurns(transaction, them);
    await forgetStarter(transaction, them);
    await forgetSetter(transaction, them);
    const deleted = await transaction
      .deleteFrom('answers')
      .where((eb) => eb.and(them))
      .returning([...PLAYER, 'round_id', 'is_right', 'is_first'])
      .execute();
    await markDeleted(transaction, deleted);
    await removeStandings(transaction, them);
    for (const first of await firstsAmong(transaction, deleted)) await countFirsts(transaction, first, -1);
    await forgetIn(transaction, account);
    await unhide(transaction, account);
    return deleted.length;
  });
}

/** A quiz that waits would begin as nobody's. */
const endTurns = (db: Db, them: AccountColumns) =>
  db
    .updateTable('quizzes')
    .set({ state: 'ended' })
    .where((eb) => eb.and(them))
    .where('state', 'in', ['offered', 'waiting'])
    .execute();

const forgetStarter = (db: Db, them: AccountColumns) =>
  db
    .updateTable('quizzes')
    .set({ player_user: FORGOTTEN })
    .where((eb) => eb.and(them))
    .execute();

const forgetSetter = (db: Db, them: AccountColumns) =>
  db
    .updateTable('dailies')
    .set({ player_user: FORGOTTEN })
    .where((eb) => eb.and(them))
    .execute();
