/** What a daily will ask next. */
import type { Place } from '../core/ids.ts';
import type { Shown } from '../core/ports/store.ts';
import { placeColumns } from './columns.ts';
import { holdShelf, lookAtShelf, questionsIn, readPlan, writePlan } from './shelves.ts';
import type { Db } from './tables.ts';

export const planOf = (db: Db, place: Place): Promise<readonly string[]> => readPlan(db, placeColumns(place));

export const changePlan = (
  db: Db,
  place: Place,
  plan: (shown: Shown) => readonly string[],
): Promise<readonly string[]> =>
  db.transaction().execute(async (transaction) => {
    const shelf = questionsIn(place);
    await holdShelf(transaction, shelf);
    const shown = await lookAtShelf(transaction, shelf);
    const planned = [...new Set(plan(shown))];
    await writePlan(transaction, shelf, shown.planned, planned);
    return planned;
  });
