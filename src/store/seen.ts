/** What a place has been shown, so that it is not shown again too soon. */
import type { Place } from '../core/ids.ts';
import type { Shown, Taking } from '../core/ports/store.ts';
import { PLACE, placeColumns } from './columns.ts';
import type { Db, PlaceColumns } from './tables.ts';

interface Wish {
  readonly place: Place;
  readonly shelf: 'fact' | 'question';
  readonly at: number;
}

type Shelf = PlaceColumns & { readonly shelf: string };

export async function takeChosen(
  db: Db,
  { place, shelf: name, at }: Wish,
  choose: (shown: Shown) => Taking | undefined,
): Promise<string | undefined> {
  const shelf = { ...placeColumns(place), shelf: name };
  return db.transaction().execute(async (transaction) => {
    const last = (await holdShelf(transaction, shelf)) ?? undefined;
    const taken = choose({ items: await seenOn(transaction, shelf), last });
    if (!taken) return undefined;
    await forget(transaction, shelf, taken.forget);
    await remember(transaction, shelf, { item: taken.item, at });
    return taken.item;
  });
}

/**
 * Writes the shelf's row, or writes it again as it is, and so holds it to the end of the transaction: of two
 * that take from the same shelf at once, the second sees what the first has taken. Returns the last item.
 */
export async function holdShelf(db: Db, shelf: Shelf): Promise<string | null> {
  const { last_item } = await db
    .insertInto('shelves')
    .values({ ...shelf, last_item: null })
    .onConflict((conflict) => conflict.columns([...PLACE, 'shelf']).doUpdateSet({ shelf: shelf.shelf }))
    .returning('last_item')
    .executeTakeFirstOrThrow();
  return last_item;
}

async function seenOn(db: Db, shelf: Shelf): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('seen')
    .select('item')
    .where((eb) => eb.and(shelf))
    .execute();
  return new Set(rows.map(({ item }) => item));
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
