/** A place that goes on under another id leaves no row behind, in no table that there is. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { plainCard } from '../../src/core/cards/card.ts';
import { openDatabase } from '../../src/store/open.ts';
import { createStore } from '../../src/store/store.ts';
import {
  answer,
  channel,
  daily,
  delivery,
  NOON,
  quiz,
  round,
  secondChannel,
  takeUnseen,
} from './contract/samples.ts';

it('a place that moves leaves nothing behind in any table with a column for a channel', async () => {
  const db = await openDatabase(':memory:');
  const store = createStore(db);
  await store.saveDaily(daily());
  await store.claimDelivery(delivery());
  await store.createQuiz(quiz());
  await store.openRound(round());
  await store.recordAnswer(answer());
  await store.closeRound('round', NOON + 2_000, { date: '2026-11-21', everywhere: true });
  await takeUnseen(store, channel, ['a']);
  await store.changePlan(channel, () => ['a question']);
  await store.choosePacks(channel, ['a pack']);
  await store.leaveOut(channel, 'question', 'another', NOON);
  const message = { place: channel, id: 'message' };
  await store.saveTranscript({ message, card: JSON.stringify(plainCard('neutral')), at: NOON });

  const tables = await db.introspection.getTables();
  const placed = tables.filter(({ columns }) => columns.some(({ name }) => name === 'channel'));
  const rowsAt = async ({ channel: id }: typeof channel) =>
    Promise.all(
      placed.map(async ({ name }) => {
        const found = await sql`select * from ${sql.table(name)} where channel = ${id}`.execute(db);
        return [name, found.rows.length > 0] as const;
      }),
    );
  const all = placed.map(({ name }) => [name, true]);
  const none = placed.map(({ name }) => [name, false]);
  expect(placed.length).toBeGreaterThan(5);
  // A new table with places has to be filled above, or nobody would see whether it moves.
  expect(await rowsAt(channel)).toEqual(all);
  await store.movePlace(channel, secondChannel);
  expect(await rowsAt(channel)).toEqual(none);
  expect(await rowsAt(secondChannel)).toEqual(all);
  await store.close();
});
