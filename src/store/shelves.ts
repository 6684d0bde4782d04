/** What lies on a place's shelf, and how one holds it: facts, questions with what is planned of them, turns. */
import type { Place } from '../core/ids.ts';
import type { Shown } from '../core/ports/store.ts';
import { PLACE, placeColumns, toTexts } from './columns.ts';
import type { Db, PlaceColumns } from './tables.ts';

export type Shelf = PlaceColumns & { readonly shelf: string };

export const questionsIn = (place: Place): Shelf => ({ ...placeColumns(place), shelf: 'question' });

/**
 * Writes the shelf's row, or writes it again as it is, and so holds it to the end of the transaction: of two
 * that take from the same shelf at once, the second sees what the first has taken.
 */
export async function holdShelf(db: Db, shelf: Shelf): Promise<void> {
  await db
    .insertInto('shelves')
    .values({ ...shelf, last_item: null })
    .onConflict((conflict) => conflict.columns([...PLACE, 'shelf']).doUpdateSet({ shelf: shelf.shelf }))
    .execute();
}

/** What whoever takes from it has to know; they hold it. */
export async function lookAtShelf(db: Db, shelf: Shelf): Promise<Shown> {
  const { last_item } =
    (await db
      .selectFrom('shelves')
      .select('last_item')
      .where((eb) => eb.and(shelf))
      .executeTakeFirst()) ?? {};
  const isOfQuestions = shelf.shelf === 'question';
  return {
    items: await seenOn(db, shelf),
    last: last_item ?? undefined,
    planned: isOfQuestions ? await readPlan(db, shelf) : [],
    leftOut: isOfQuestions ? await questionsLeftOut(db, shelf) : new Set(),
  };
}

async function seenOn(db: Db, shelf: Shelf): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('seen')
    .select('item')
    .where((eb) => eb.and(shelf))
    .execute();
  return new Set(rows.map(({ item }) => item));
}

async function questionsLeftOut(db: Db, { shelf: _, ...place }: Shelf): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('left_out')
    .select('item')
    .where((eb) => eb.and({ ...place, kind: 'question' }))
    .execute();
  return new Set(rows.map(({ item }) => item));
}

export async function readPlan(
  db: Db,
  { platform, workspace, channel }: PlaceColumns,
): Promise<readonly string[]> {
  const row = await db
    .selectFrom('plans')
    .select('questions')
    .where((eb) => eb.and({ platform, workspace, channel }))
    .executeTakeFirst();
  return row ? toTexts(row.questions) : [];
}

/** Replaces `before`, where it is another one. The caller holds the shelf. */
export async function writePlan(
  db: Db,
  { platform, workspace, channel }: PlaceColumns,
  before: readonly string[],
  planned: readonly string[],
): Promise<void> {
  if (planned.join('\n') === before.join('\n')) return;
  const plan = { questions: JSON.stringify(planned) };
  await db
    .insertInto('plans')
    .values({ platform, workspace, channel, ...plan })
    .onConflict((conflict) => conflict.columns([...PLACE]).doUpdateSet(plan))
    .execute();
}
