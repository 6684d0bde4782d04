/** Whoever waited longest in a channel is next, once a quiz has ended there. */
import type { Place } from '../ids.ts';
import type { Services } from '../services.ts';

/** Time to read who did best. */
const PAUSE_MS = 6_000;

/** Harmless where a quiz runs there. What gets lost on the way the tick finds within a minute. */
export async function nextTurn({ store, queue, clock }: Services, place: Place): Promise<void> {
  const next = (await store.quizzesIn(place)).find(({ state }) => state === 'waiting');
  if (next) queue.enqueue({ do: 'begin-quiz', quiz: next.id }, clock.now() + PAUSE_MS);
}
