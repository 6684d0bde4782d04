/** Deliveries: what became of a daily on each local date. */
import type { Place, PlatformId, Player } from '../core/ids.ts';
import {
  type Attempt,
  type DailyDates,
  type Delivery,
  type DeliveryChange,
  FIRST_TRY_MS,
  type NewDelivery,
} from '../core/ports/store.ts';
import { keepable, placeColumns, playerColumns, toFlag, toPlace } from './columns.ts';
import type { Db, DeliveryRow } from './tables.ts';
import { isTimeToTry } from './tries.ts';

/** The unique key of place and local date decides, before anything is posted. */
export async function claimDelivery(db: Db, delivery: NewDelivery): Promise<string | undefined> {
  const claimed = await db
    .insertInto('deliveries')
    .values(toRow(delivery))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n ? delivery.id : takeOver(db, delivery);
}

/** The row keeps its id; of two who try, the second finds it claimed. */
async function takeOver(db: Db, delivery: NewDelivery): Promise<string | undefined> {
  const { id: _, ...renewed } = toRow(delivery);
  const taken = await db
    .updateTable('deliveries')
    .set(renewed)
    .where((eb) => eb.and({ ...placeColumns(delivery.place), local_date: delivery.localDate }))
    .where('state', 'in', ['skipped', 'failed'])
    .where('unsure_since', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return taken?.id;
}

export async function noteAttempt(
  db: Db,
  id: string,
  held: number,
  { unsureSince, retryAt }: Attempt,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ unsure_since: unsureSince ?? null, retry_at: retryAt })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('retry_at', '=', held)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function takeAttempt(db: Db, id: string, now: number, until: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ retry_at: until })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where(isTimeToTry(now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const NOT_POSTED = ['claimed', 'skipped', 'failed'] as const;
const ANY_STATE = [...NOT_POSTED, 'posted'] as const;

/** What was posted stays posted: a second process that gave up on it cannot make it undone. */
export async function settleDelivery(
  db: Db,
  id: string,
  { state, reason, at }: DeliveryChange,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: state === 'unknown' ? 'failed' : state, reason: keepable(reason), settled_at: at })
    .where('id', '=', id)
    .where('state', 'in', state === 'posted' ? ANY_STATE : NOT_POSTED)
    .execute();
}

export async function redateDelivery(db: Db, id: string, localDate: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ local_date: localDate })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as other')
            .select('other.id')
            .whereRef('other.platform', '=', 'deliveries.platform')
            .whereRef('other.workspace', '=', 'deliveries.workspace')
            .whereRef('other.channel', '=', 'deliveries.channel')
            .where('other.local_date', '=', localDate),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toDelivery(row);
}

export async function deliveriesOf(db: Db, place: Place, limit: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where((eb) => eb.and(placeColumns(place)))
    .orderBy('local_date', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toDelivery);
}

export async function dueDeliveries(
  db: Db,
  platforms: readonly PlatformId[],
  at: number,
  limit: number,
): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('platform', 'in', platforms)
    .where('state', '=', 'claimed')
    .where(isTimeToTry(at))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toDelivery);
}

/** One query, so that all lists show the same moment. */
export async function dailyDates(db: Db, place: Place, player: Player): Promise<DailyDates> {
  const { player_platform, player_workspace, player_user } = playerColumns(player);
  const rows = await db
    .selectFrom('deliveries')
    .leftJoin('rounds', 'rounds.delivery_id', 'deliveries.id')
    .leftJoin('answers', (join) =>
      join
        .onRef('answers.round_id', '=', 'rounds.id')
        .on('answers.player_platform', '=', player_platform)
        .on('answers.player_workspace', '=', player_workspace)
        .on('answers.player_user', '=', player_user),
    )
    .select(['deliveries.local_date', 'answers.round_id as answered_round', 'rounds.state as round_state'])
    .where('deliveries.platform', '=', place.platform)
    .where('deliveries.workspace', '=', place.workspace)
    .where('deliveries.channel', '=', place.channel)
    .where('deliveries.state', '=', 'posted')
    .where((eb) => eb.or([eb('rounds.is_void', 'is', null), eb('rounds.is_void', '=', 0)]))
    .orderBy('deliveries.local_date')
    .execute();
  const answered = rows.filter(({ answered_round }) => answered_round !== null);
  const open = rows.filter(({ round_state }) => round_state === 'open');
  return { posted: rows.map(dateOf), answered: answered.map(dateOf), open: open.map(dateOf) };
}

const dateOf = ({ local_date }: { local_date: string }): string => local_date;

const toRow = (delivery: NewDelivery): DeliveryRow => ({
  id: delivery.id,
  daily_id: delivery.daily,
  ...placeColumns(delivery.place),
  local_date: delivery.localDate,
  due_at: delivery.dueAt,
  claimed_at: delivery.claimedAt,
  state: 'claimed',
  reason: '',
  settled_at: null,
  is_by_hand: toFlag(delivery.byHand),
  unsure_since: null,
  retry_at: delivery.claimedAt + FIRST_TRY_MS,
});

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  daily: row.daily_id,
  place: toPlace(row),
  localDate: row.local_date,
  dueAt: row.due_at,
  claimedAt: row.claimed_at,
  state: row.state === 'failed' && row.unsure_since !== null ? 'unknown' : row.state,
  reason: row.reason,
  settledAt: row.settled_at ?? undefined,
  byHand: row.is_by_hand === 1,
  unsureSince: row.unsure_since ?? undefined,
  retryAt: row.retry_at,
});
