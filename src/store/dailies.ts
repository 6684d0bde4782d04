/** Standing orders: one a place. */
import type { ExpressionBuilder } from 'kysely';
import type { Place, PlatformId, Workspace } from '../core/ids.ts';
import type { Daily } from '../core/ports/store.ts';
import {
  keepable,
  PLACE,
  placeColumns,
  playerColumns,
  toNumbers,
  toPlace,
  toPlayer,
  toTexts,
} from './columns.ts';
import type { DailyRow, Db, Tables } from './tables.ts';

/** A place's daily keeps its first id: deliveries refer to it. */
export async function saveDaily(db: Db, daily: Daily): Promise<void> {
  const row = toRow(daily);
  const { id: _, ...changed } = row;
  await db
    .insertInto('dailies')
    .values(row)
    .onConflict((conflict) => conflict.columns([...PLACE]).doUpdateSet(changed))
    .execute();
}

export async function findDaily(db: Db, place: Place): Promise<Daily | undefined> {
  const row = await db
    .selectFrom('dailies')
    .selectAll()
    .where((eb) => eb.and(placeColumns(place)))
    .executeTakeFirst();
  return row && toDaily(row);
}

export async function findDailyById(db: Db, id: string): Promise<Daily | undefined> {
  const row = await db.selectFrom('dailies').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toDaily(row);
}

/**
 * First one of each workspace, the longest due, then each one's second, and so on: a workspace with a thousand
 * channels does not stand before all others.
 */
export async function dueDailies(
  db: Db,
  platforms: readonly PlatformId[],
  at: number,
  limit: number,
): Promise<readonly Daily[]> {
  const rows = await db
    .with('due', (from) =>
      from
        .selectFrom('dailies')
        .selectAll()
        .select(turnInWorkspace)
        .where('platform', 'in', platforms)
        .where(isDue(at)),
    )
    .selectFrom('due')
    .selectAll()
    .orderBy('turn')
    .orderBy('next_run')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toDaily);
}

const turnInWorkspace = ({ fn }: ExpressionBuilder<Tables, 'dailies'>) =>
  fn
    .agg<number>('row_number')
    .over((window) =>
      window
        .partitionBy(['dailies.platform', 'dailies.workspace'])
        .orderBy('dailies.next_run')
        .orderBy('dailies.id'),
    )
    .as('turn');

const isDue = (at: number) => (eb: ExpressionBuilder<Tables, 'dailies'>) =>
  eb.and([eb('next_run', '<=', at), goesOn(eb)]);

/** On, or paused until a date on which it goes on by itself. */
const goesOn = (eb: ExpressionBuilder<Tables, 'dailies'>) =>
  eb.or([eb('state', '=', 'on'), eb.and([eb('state', '=', 'paused'), eb('paused_until', 'is not', null)])]);

export async function oldestDue(
  db: Db,
  platforms: readonly PlatformId[],
  at: number,
): Promise<number | undefined> {
  const waiting = await db
    .selectFrom('dailies')
    .select(({ fn }) => fn.min('next_run').as('since'))
    .where('platform', 'in', platforms)
    .where(isDue(at))
    .executeTakeFirst();
  const claimed = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('due_at').as('since'))
    .where('platform', 'in', platforms)
    .where('state', '=', 'claimed')
    .where('due_at', '<=', at)
    .executeTakeFirst();
  const since = [waiting?.since, claimed?.since].filter((instant) => typeof instant === 'number');
  return since.length === 0 ? undefined : Math.min(...since);
}

export async function dailiesAfter(db: Db, after: number): Promise<readonly Daily[]> {
  const rows = await db
    .selectFrom('dailies')
    .selectAll()
    .where('next_run', '>', after)
    .where(goesOn)
    .orderBy('id')
    .execute();
  return rows.map(toDaily);
}

const stopped = (reason: string) =>
  ({ state: 'paused', paused_until: null, reason: keepable(reason) }) as const;

export async function stopDaily(db: Db, id: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dailies')
    .set(stopped(reason))
    .where('id', '=', id)
    .where('state', '=', 'on')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function noteDaily(db: Db, id: string, reason: string): Promise<boolean> {
  const note = keepable(reason);
  const { numUpdatedRows } = await db
    .updateTable('dailies')
    .set({ reason: note })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .where('reason', '!=', note)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function stopWorkspace(
  db: Db,
  { platform, workspace }: Workspace,
  reason: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('dailies')
    .set(stopped(reason))
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where(goesOn)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function resumeDaily(db: Db, id: string, nextRun: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dailies')
    .set({ state: 'on', paused_until: null, reason: '' })
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .where('paused_until', 'is not', null)
    .where('next_run', '=', nextRun)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The old value is the claim: whoever comes second finds another one there. */
export async function moveNextRun(db: Db, id: string, from: number, to: number): Promise<boolean> {
  const moved = await db
    .updateTable('dailies')
    .set({ next_run: to })
    .where('id', '=', id)
    .where('next_run', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

const toRow = (daily: Daily): DailyRow => ({
  id: daily.id,
  ...placeColumns(daily.place),
  ...playerColumns(daily.setBy),
  local_time: daily.time,
  zone: daily.zone,
  weekdays: JSON.stringify(daily.weekdays),
  topic: keepable(daily.topic),
  pack: daily.pack ?? null,
  reveal_after_hours: daily.revealAfterHours,
  skip_dates: JSON.stringify(daily.skipDates),
  catch_up_hours: daily.catchUpHours,
  state: daily.state,
  paused_until: daily.pausedUntil ?? null,
  reason: keepable(daily.reason),
  next_run: daily.nextRun,
});

const toDaily = (row: DailyRow): Daily => ({
  id: row.id,
  place: toPlace(row),
  time: row.local_time,
  zone: row.zone,
  weekdays: toNumbers(row.weekdays),
  topic: row.topic,
  pack: row.pack ?? undefined,
  revealAfterHours: row.reveal_after_hours,
  skipDates: toTexts(row.skip_dates),
  catchUpHours: row.catch_up_hours,
  state: row.state,
  pausedUntil: row.paused_until ?? undefined,
  reason: row.reason,
  setBy: toPlayer(row),
  nextRun: row.next_run,
});
