/** One account in the columns of its rows, and whether it is hidden: the only place that says which rows are the same person. */
import { type SqlBool, sql } from 'kysely';
import { type Account, playerOf } from '../core/ids.ts';
import type { Db, PlayerColumns } from './tables.ts';

/** Stands for the workspace of an account that is the same in all. */
export const ANY = '';

export type AccountColumns = Pick<PlayerColumns, 'player_platform' | 'player_user'> & Partial<PlayerColumns>;

export const accountColumns = ({ platform, workspace, user }: Account): AccountColumns => ({
  player_platform: platform,
  player_user: user,
  ...(workspace === undefined ? {} : { player_workspace: workspace }),
});

/** Whether the person of a row of this table is hidden. */
export const isHiddenIn = (table: 'answers' | 'standings') => sql<SqlBool>`exists (
  select 1 from hidden where hidden.player_platform = ${sql.ref(`${table}.player_platform`)}
    and hidden.player_user = ${sql.ref(`${table}.player_user`)}
    and hidden.player_workspace in (${ANY}, ${sql.ref(`${table}.player_workspace`)}))`;

export async function isHidden(db: Db, { platform, workspace, user }: Account): Promise<boolean> {
  const found = await db
    .selectFrom('hidden')
    .select('hidden_at')
    .where((eb) => eb.and({ player_platform: platform, player_user: user }))
    .where('player_workspace', 'in', [ANY, workspace ?? ANY])
    .executeTakeFirst();
  return found !== undefined;
}

const keyOf = ({ platform, workspace, user }: Account) => ({
  player_platform: platform,
  player_workspace: workspace ?? ANY,
  player_user: user,
});

export async function hide(db: Db, account: Account, at: number): Promise<boolean> {
  const hidden = await db
    .insertInto('hidden')
    .values({ ...keyOf(account), hidden_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return hidden.numInsertedOrUpdatedRows === 1n;
}

export async function unhide(db: Db, account: Account): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('hidden')
    .where((eb) => eb.and(keyOf(account)))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function hiddenSince(db: Db, account: Account): Promise<number | undefined> {
  const row = await db
    .selectFrom('hidden')
    .select('hidden_at')
    .where((eb) => eb.and(keyOf(account)))
    .executeTakeFirst();
  return row?.hidden_at;
}

/** An id is one person's where it was a player's. */
export async function workspacesOf(
  db: Db,
  { platform, user }: Omit<Account, 'workspace'>,
): Promise<readonly string[]> {
  const in_ = (table: 'answers' | 'quizzes' | 'dailies' | 'hidden' | 'standings') =>
    db
      .selectFrom(table)
      .select('player_workspace')
      .where((eb) => eb.and({ player_platform: platform, player_user: user }));
  const rows = await in_('answers')
    .union(in_('quizzes'))
    .union(in_('dailies'))
    .union(in_('standings'))
    .union(in_('hidden'))
    .execute();
  return rows
    .map(({ player_workspace }) => player_workspace)
    .filter((workspace) => workspace !== ANY)
    .map((workspace) => playerOf(platform, workspace, user).workspace)
    .toSorted();
}
