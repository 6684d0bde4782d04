/** What a place has been shown, so that it is not shown again too soon. */
import type { Place } from '../core/ids.ts';
import type { Shown, Taking } from '../core/ports/store.ts';
import { PLACE, placeColumns } from './columns.ts';
import { holdShelf, lookAtShelf, type Shelf, writePlan } from './shelves.ts';
import type { Db } from './tables.ts';

interface Wish {
  readonly place: Place;
  readonly shelf: 'fact' | 'question';
  readonly at: number;
}

export const shownIn = (db: Db, place: Place, shelf: Wish['shelf']): Promise<Shown> =>
  lookAtShelf(db, { ...placeColumns(place), shelf });

export async function takeChosen(
  db: Db,
  { place, shelf: name, at }: Wish,
  choose: (shown: Shown) => Taking | undefined,
): Promise<string | undefined> {
  const shelf = { ...placeColumns(place), shelf: name };
  return db.transaction().execute(async (transaction) => {
    await holdShelf(transaction, shelf);
    const shown = await lookAtShelf(transaction, shelf);
    const taken = choose(shown);
    if (!taken) return undefined;
    await forget(transaction, shelf, taken.forget);
    await remember(transaction, shelf, { item: taken.item, at });
    const planned = (taken.planned ?? shown.planned).filter((item) => item !== taken.item);
    await writePlan(transaction, shelf, shown.planned, planned);
    return taken.item;
  });
}

async function remember(db: Db, shelf: Shelf, { item, at }: { item: string; at: number }): Promise<void> {
  await db
    .insertInto('seen')
    .values({ ...shelf, item, seen_at: at })
    .onConflict((conflict) => conflict.columns([...PLACE, 'shelf', 'item']).doUpdateSet({ seen_at: at }))
    .execute();
  await db
    .updateTable('shelves')
    .set({ last_item: item })
    .where((eb) => eb.and(shelf))
    .execute();
}

/** Both databases limit how many values one statement may carry. */
const FORGET_AT_ONCE = 500;

async function forget(db: Db, shelf: Shelf, items: readonly string[]): Promise<void> {
  for (let from = 0; from < items.length; from += FORGET_AT_ONCE) {
    const some = items.slice(from, from + FORGET_AT_ONCE);
    await db
      .deleteFrom('seen')
      .where((eb) => eb.and(shelf))
      .where('item', 'in', some)
      .execute();
  }
}
