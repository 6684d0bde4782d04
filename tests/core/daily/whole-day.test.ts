/** A day, minute by minute: what the other tests leap over must change nothing. */
import { expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { createFaultyStore } from '../../fakes/faulty-store.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { createWorld, tokensOf, type World } from '../../fakes/world.ts';

const DAY = 24 * 60;

async function play(pass: (world: World, minutes: number) => Promise<void>) {
  const world = await createWorld();
  const { platform, store, place } = world;
  await world.type('/daily set 09:30 Europe/Berlin reveal: 3', { user: 'mod', manages: true });
  platform.answerNextPost({ status: 'failed', sent: 'no' });
  platform.loseNextPost();
  await pass(world, 90);
  const [first] = platform.shown.flatMap(({ card }) => tokensOf(card));
  await world.press(first ?? '', { user: 'bea' });
  platform.answerNextEdit({ status: 'edited' });
  platform.answerNextEdit({ status: 'failed', retryAfterMs: 400_000 });
  await pass(world, DAY - 90);
  const deliveries = await store.deliveriesOf(place, 9);
  const rounds = await Promise.all(deliveries.map(({ id }) => store.roundOfDelivery(id)));
  const shown = platform.shown.map(({ card, edits, key }) => ({ text: cardToText(card), edits, key }));
  const end = world.clock.now();
  await world.close();
  return { deliveries, rounds, shown, end };
}

it('a day goes the same way whether a tick comes each minute or only when something is due', async () => {
  const walked = await play((world, minutes) => world.everyMinute(minutes));
  expect(walked.deliveries.map(({ state }) => state)).toEqual(['posted']);
  expect(walked.rounds.map((round) => round?.state)).toEqual(['revealed']);
  expect(await play((world, minutes) => world.minutes(minutes))).toEqual(walked);
});

it('a day on which nothing is due costs the store a handful of questions', async () => {
  const counting = createFaultyStore(await openMemoryStore());
  const world = await createWorld({ store: counting.store });
  counting.failAt(undefined, 'before');
  await world.minutes(DAY);
  expect(counting.calls.length).toBeLessThan(40);
  await world.close();
});
