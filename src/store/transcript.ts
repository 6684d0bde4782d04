/** The messages of the page's channel. */
import type { MessageRef, Place } from '../core/ids.ts';
import type { TranscriptEntry } from '../core/ports/store.ts';
import { keepable, PLACE, placeColumns, toPlace } from './columns.ts';
import type { Db, TranscriptRow } from './tables.ts';

/** An edited message keeps its time and its position, as on every other platform. */
export async function saveTranscript(db: Db, { message, card, at }: TranscriptEntry): Promise<void> {
  const place = placeColumns(message.place);
  const kept = keepable(card);
  await db
    .insertInto('transcript')
    .values((eb) => ({
      ...place,
      message_id: message.id,
      position: eb
        .selectFrom('transcript as earlier')
        .select(({ fn, val, eb: count }) =>
          count(fn.coalesce(fn.max<number | null>('position'), val(0)), '+', 1).as('next'),
        )
        .where((earlier) => earlier.and(place)),
      card: kept,
      posted_at: at,
    }))
    .onConflict((conflict) => conflict.columns([...PLACE, 'message_id']).doUpdateSet({ card: kept }))
    .execute();
  await forgetOldest(db, message.place);
}

/** More than a visitor scrolls through; older messages are gone, or the page's channel would grow for ever. */
const KEPT = 200;

async function forgetOldest(db: Db, place: Place): Promise<void> {
  const newest = db
    .selectFrom('transcript as newest')
    .select(({ fn }) => fn.max<number>('position').as('position'))
    .where((eb) => eb.and(placeColumns(place)));
  await db
    .deleteFrom('transcript')
    .where((eb) => eb.and(placeColumns(place)))
    .where('position', '<=', (eb) => eb(newest, '-', KEPT))
    .execute();
}

export async function findTranscript(
  db: Db,
  { place, id }: MessageRef,
): Promise<TranscriptEntry | undefined> {
  const row = await db
    .selectFrom('transcript')
    .selectAll()
    .where((eb) => eb.and({ ...placeColumns(place), message_id: id }))
    .executeTakeFirst();
  return row && toEntry(row);
}

export async function transcriptOf(db: Db, place: Place, limit: number): Promise<readonly TranscriptEntry[]> {
  const rows = await db
    .selectFrom('transcript')
    .selectAll()
    .where((eb) => eb.and(placeColumns(place)))
    .orderBy('posted_at', 'desc')
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEntry).toReversed();
}

const toEntry = (row: TranscriptRow): TranscriptEntry => ({
  message: { place: toPlace(row), id: row.message_id },
  card: row.card,
  at: row.posted_at,
});
