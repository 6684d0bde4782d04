/** Deliveries: what became of a daily on each local date. */
import type { Place, Player } from '../core/ids.ts';
import type { Delivery, DeliveryChange, NewDelivery } from '../core/store.ts';
import { keepable, placeColumns, playerColumns, toPlace } from './columns.ts';
import type { Db, DeliveryRow } from './tables.ts';

/** The unique key of place and local date decides, before anything is posted. */
export async function claimDelivery(db: Db, delivery: NewDelivery): Promise<boolean> {
  const claimed = await db
    .insertInto('deliveries')
    .values(toRow(delivery))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n;
}

/** What was posted stays posted: a second process that gave up on it cannot make it undone. */
export async function settleDelivery(
  db: Db,
  id: string,
  { state, reason, at }: DeliveryChange,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state, reason: keepable(reason), settled_at: at })
    .where('id', '=', id)
    .where('state', '<>', 'posted')
    .execute();
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

export async function unsettledDeliveries(db: Db): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('state', '=', 'claimed')
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}

interface DailyDates {
  readonly posted: readonly string[];
  readonly answered: readonly string[];
}

/** One query, so that both lists show the same moment. */
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
    .select(['deliveries.local_date', 'answers.round_id as answered_round'])
    .where('deliveries.platform', '=', place.platform)
    .where('deliveries.workspace', '=', place.workspace)
    .where('deliveries.channel', '=', place.channel)
    .where('deliveries.state', '=', 'posted')
    .orderBy('deliveries.local_date')
    .execute();
  const answered = rows.filter(({ answered_round }) => answered_round !== null);
  return { posted: rows.map(dateOf), answered: answered.map(dateOf) };
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
});

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  daily: row.daily_id,
  place: toPlace(row),
  localDate: row.local_date,
  dueAt: row.due_at,
  claimedAt: row.claimed_at,
  state: row.state,
  reason: row.reason,
  settledAt: row.settled_at ?? undefined,
});
