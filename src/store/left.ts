/** Workspaces that the bot was taken out of, and what is kept of them. */
import { sql } from 'kysely';
import { type Workspace, workspaceOf } from '../core/ids.ts';
import type { LeftWorkspace, Retired } from '../core/ports/store.ts';
import { addUp, deleteAll, deleteRounds, type Steps } from './deleting.ts';
import type { Table } from './keys.ts';
import { runSteps } from './retention.ts';
import type { Db } from './tables.ts';

const keyOf = ({ platform, workspace }: Workspace) => ({ platform, workspace });

export async function noteLeft(db: Db, workspace: Workspace, at: number): Promise<void> {
  await db
    .insertInto('left_workspaces')
    .values({ ...keyOf(workspace), left_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function forgetLeft(db: Db, workspace: Workspace): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('left_workspaces')
    .where((eb) => eb.and(keyOf(workspace)))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function leftWorkspaces(db: Db): Promise<readonly LeftWorkspace[]> {
  const rows = await db.selectFrom('left_workspaces').selectAll().orderBy('left_at').execute();
  return rows.map((row) => ({ ...workspaceOf(row.platform, row.workspace), leftAt: row.left_at }));
}

/** Each place that was told or asked anything, or set up, has a row in one of these, and no more than a few. */
export async function workspaces(db: Db): Promise<readonly Workspace[]> {
  const named = (table: 'shelves' | 'settings' | 'left_out' | 'dailies') =>
    db.selectFrom(table).select(['platform', 'workspace']);
  const rows = await named('shelves')
    .union(named('settings'))
    .union(named('left_out'))
    .union(named('dailies'))
    .execute();
  return rows.map(({ platform, workspace }) => workspaceOf(platform, workspace));
}

export async function isUsedSince(db: Db, workspace: Workspace, at: number): Promise<boolean> {
  const here = sql`platform = ${workspace.platform} and workspace = ${workspace.workspace}`;
  const { rows } = await sql`
    select 1 from rounds where ${here} and opened_at > ${at}
    union all select 1 from seen where ${here} and seen_at > ${at}
    union all select 1 from left_out where ${here} and left_out_at > ${at}
    union all select 1 from dailies where ${here} and state = 'on'
    limit 1`.execute(db);
  return rows.length > 0;
}

/** After the rounds, which others refer to. */
const TABLES: readonly Table[] = [
  ...(['quizzes', 'deliveries', 'dailies', 'standings', 'ranks', 'seen', 'shelves'] as const),
  ...(['plans', 'settings', 'left_out', 'transcript'] as const),
];

export async function deleteWorkspace(db: Db, workspace: Workspace, signal?: AbortSignal): Promise<Retired> {
  const gone = await runSteps(deletingOf(db, workspace), signal);
  if (!signal?.aborted) await forgetLeft(db, workspace);
  return addUp({}, gone);
}

async function* deletingOf(db: Db, { platform, workspace }: Workspace): Steps {
  const here = sql`platform = ${platform} and workspace = ${workspace}`;
  yield* deleteRounds(db, here);
  for (const table of TABLES) yield* deleteAll(db, table, here);
  yield* deleteAll(db, 'hidden', sql`player_platform = ${platform} and player_workspace = ${workspace}`);
}
