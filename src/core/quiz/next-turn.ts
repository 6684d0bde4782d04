/** Whoever waited longest in a channel is next, once a quiz has ended there. */
import type { Place } from '../ids.ts';
import type { Round } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { PAUSE_MS, readingMs } from './pause.ts';

/**
 * After the time that it takes to read the last answer. Harmless where a quiz runs there. What gets lost on the way the
 * tick finds within a minute.
 */
export async function nextTurn(services: Services, place: Place, last?: Round): Promise<void> {
  const { store, queue, clock } = services;
  const next = (await store.quizzesIn(place)).find(({ state }) => state === 'waiting');
  const pause = last ? readingMs(services, last) : PAUSE_MS;
  if (next) queue.enqueue({ do: 'begin-quiz', quiz: next.id }, clock.now() + pause);
}
