/** A place that goes on under another id: everything that is kept of it moves along, in one transaction. */
import { type RawBuilder, sql } from 'kysely';
import { type Place, samePlace } from '../core/ids.ts';
import { placeColumns } from './columns.ts';
import { moveStandings, removeAnswers } from './standings.ts';
import type { DailyRow, Db, PlaceColumns, Tables } from './tables.ts';

interface Route {
  readonly from: PlaceColumns;
  readonly to: PlaceColumns;
}

type Move = (db: Db, route: Route) => Promise<void>;

/** The tables that have a place in their rows. */
type Placed = {
  [Name in keyof Tables]: Tables[Name] extends PlaceColumns ? Name : never;
}[keyof Tables];

/**
 * One that is missing here does not compile. Rounds go before answers: an answer that is being recorded holds its
 * round, so it is there, under the old id, once the round could be moved.
 */
const MOVES: Readonly<Record<Placed, Move>> = {
  dailies: moveDaily,
  deliveries: moveDeliveries,
  quizzes: moveQuizzes,
  rounds: (db, route) => moveAll(db, 'rounds', route),
  answers: (db, route) => moveAll(db, 'answers', route),
  standings: (db, { from, to }) => moveStandings(db, from, to),
  // What is left here belonged to standings that have gone.
  ranks: (db, { from }) => sql`delete from ranks where ${isAt(from)}`.execute(db).then(() => {}),
  shelves: (db, route) => moveUnlessThere(db, 'shelves', ['shelf'], route),
  seen: (db, route) => moveUnlessThere(db, 'seen', ['shelf', 'item'], route),
  plans: (db, route) => moveUnlessThere(db, 'plans', [], route),
  settings: (db, route) => moveUnlessThere(db, 'settings', [], route),
  left_out: (db, route) => moveUnlessThere(db, 'left_out', ['kind', 'item'], route),
  transcript: (db, route) => moveUnlessThere(db, 'transcript', ['message_id'], route),
};

export async function movePlace(db: Db, from: Place, to: Place): Promise<void> {
  if (samePlace(from, to)) return;
  const route = { from: placeColumns(from), to: placeColumns(to) };
  await db.transaction().execute(async (transaction) => {
    for (const move of Object.values(MOVES)) await move(transaction, route);
  });
}

const isAt = ({ platform, workspace, channel }: PlaceColumns): RawBuilder<unknown> =>
  sql`platform = ${platform} and workspace = ${workspace} and channel = ${channel}`;

async function moveAll(db: Db, table: Placed, { from, to }: Route): Promise<void> {
  const { platform, workspace, channel } = to;
  await sql`
    update ${sql.table(table)} set platform = ${platform}, workspace = ${workspace}, channel = ${channel}
    where ${isAt(from)}`.execute(db);
}

/** One runs in a place at a time: where one does under the new id, the one of the old id is over. */
async function moveQuizzes(db: Db, route: Route): Promise<void> {
  const runs = sql`state = 'running' and is_private = 0`;
  await sql`
    update quizzes set state = 'ended' where ${isAt(route.from)} and ${runs}
    and exists (select 1 from quizzes where ${isAt(route.to)} and ${runs})`.execute(db);
  await moveAll(db, 'quizzes', route);
}

/** What the new id has already says the same, or says it later. Without a key a place has one row. */
async function moveUnlessThere(db: Db, table: Placed, key: readonly string[], route: Route): Promise<void> {
  const columns = sql.join([sql.lit(1), ...key.map((column) => sql.ref(column))]);
  await sql`
    delete from ${sql.table(table)} where ${isAt(route.from)}
    and (${columns}) in (select ${columns} from ${sql.table(table)} where ${isAt(route.to)})`.execute(db);
  await moveAll(db, table, route);
}

/**
 * Where both ids have an order, the one of the new id was given later and stays, unless it is off: that is what
 * `/daily now` leaves where nobody has given any. Deliveries of the other become its own.
 */
async function moveDaily(db: Db, route: Route): Promise<void> {
  const old = await dailyAt(db, route.from);
  const there = await dailyAt(db, route.to);
  if (old && there) {
    const [kept, dropped] = there.state === 'off' ? [old, there] : [there, old];
    await db
      .updateTable('deliveries')
      .set({ daily_id: kept.id })
      .where('daily_id', '=', dropped.id)
      .execute();
    await db.deleteFrom('dailies').where('id', '=', dropped.id).execute();
  }
  await moveAll(db, 'dailies', route);
}

const dailyAt = (db: Db, at: PlaceColumns): Promise<Pick<DailyRow, 'id' | 'state'> | undefined> =>
  db
    .selectFrom('dailies')
    .select(['id', 'state'])
    .where((eb) => eb.and({ ...at }))
    .executeTakeFirst();

/**
 * A date has one delivery. Of two, one that surely stands nowhere gives way, with the round that nobody saw. Where
 * both may stand, the old one stays behind under the old id: its round moves with its answers, so that points and
 * questions are kept, and the date counts once for streaks.
 */
async function moveDeliveries(db: Db, route: Route): Promise<void> {
  const { from, to } = route;
  for (const [at, other] of [
    [to, from],
    [from, to],
  ] as const)
    await dropUnposted(db, at, other);
  const { platform, workspace, channel } = to;
  await sql`
    update deliveries set platform = ${platform}, workspace = ${workspace}, channel = ${channel}
    where ${isAt(from)} and local_date not in (select local_date from deliveries where ${isAt(to)})`.execute(
    db,
  );
}

async function dropUnposted(db: Db, at: PlaceColumns, other: PlaceColumns): Promise<void> {
  const dropped = sql`
    select id from deliveries where ${isAt(at)} and state <> 'posted' and unsure_since is null
    and local_date in (select local_date from deliveries where ${isAt(other)})`;
  const held = await sql<{ id: string }>`
    update rounds set state = state where delivery_id in (${dropped}) returning id`.execute(db);
  for (const { id } of held.rows) await removeAnswers(db, id);
  await sql`delete from rounds where delivery_id in (${dropped})`.execute(db);
  await sql`delete from deliveries where id in (${dropped})`.execute(db);
}
