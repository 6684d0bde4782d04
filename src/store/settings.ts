/** What a place has chosen of the packs, and what it has left out. */
import type { Place } from '../core/ids.ts';
import type { Choice, LeftOut, PackChoice, PlaceSettings } from '../core/ports/store.ts';
import { PLACE, placeColumns, toTexts } from './columns.ts';
import { holdShelf, questionsIn } from './shelves.ts';
import type { Db } from './tables.ts';

interface Item {
  readonly place: Place;
  readonly kind: LeftOut;
  readonly id: string;
}

export async function settingsOf(db: Db, place: Place): Promise<PlaceSettings> {
  const chosen = await db
    .selectFrom('settings')
    .select(['packs', 'known'])
    .where((eb) => eb.and(placeColumns(place)))
    .executeTakeFirst();
  const leftOut = await db
    .selectFrom('left_out')
    .select(['kind', 'item'])
    .where((eb) => eb.and(placeColumns(place)))
    .orderBy('left_out_at')
    .orderBy('item')
    .execute();
  const of = (kind: LeftOut) => leftOut.filter((row) => row.kind === kind).map(({ item }) => item);
  const packs = chosen?.packs;
  return {
    packs: packs ? toTexts(packs) : undefined,
    known: chosen?.known ? toTexts(chosen.known) : [],
    topics: of('topic'),
    questions: of('question'),
  };
}

export const choosePacks = (
  db: Db,
  place: Place,
  packs: readonly string[] | undefined,
  { known = packs ?? [], instead }: PackChoice = {},
): Promise<boolean> =>
  changeInstead(db, place, instead, async (transaction) => {
    const chosen = packs ? { packs: list(packs), known: list(known) } : { packs: null, known: null };
    await transaction
      .insertInto('settings')
      .values({ ...placeColumns(place), ...chosen })
      .onConflict((conflict) => conflict.columns([...PLACE]).doUpdateSet(chosen))
      .execute();
    return true;
  });

/** Whoever changes the choice at the same time has done so by now, or waits: of two the second knows of the first. */
const changeInstead = (
  db: Db,
  place: Place,
  instead: Choice | undefined,
  change: (db: Db) => Promise<boolean>,
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    await holdShelf(transaction, { ...placeColumns(place), shelf: 'settings' });
    const isOther = instead && textOf(await settingsOf(transaction, place)) !== textOf(instead);
    return isOther ? false : change(transaction);
  });

const textOf = ({ packs, topics }: Choice): string => `${packs && list(packs)} ${list(topics)}`;

const list = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)].toSorted());

/** Whoever draws a question has taken it by then, or sees that it is left out. */
export const leaveOut = (db: Db, item: Item, at: number, instead?: Choice): Promise<boolean> =>
  changeInstead(db, item.place, instead, async (transaction) => {
    const { place, kind, id } = item;
    if (kind === 'question') await holdShelf(transaction, questionsIn(place));
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('left_out')
      .values({ ...placeColumns(place), kind, item: id, left_out_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });

export async function takeBack(db: Db, { place, kind, id }: Item): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('left_out')
    .where((eb) => eb.and({ ...placeColumns(place), kind, item: id }))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
