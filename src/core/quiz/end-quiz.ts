/** A public quiz ends here, for whatever reason, and the next one in its channel's line gets its turn. */
import type { Place } from '../ids.ts';
import type { Services } from '../services.ts';
import type { Quiz } from '../store.ts';

/** Time to read who did best. */
const PAUSE_MS = 6_000;

/** True for the one call that ends it. */
export async function endQuiz(services: Services, quiz: Quiz): Promise<boolean> {
  const isOurs = await services.store.endQuiz(quiz.id);
  if (isOurs) await nextTurn(services, quiz.place);
  return isOurs;
}

/** The tick would find it within a minute, too. */
export async function nextTurn({ store, queue, clock }: Services, place: Place): Promise<void> {
  const next = (await store.quizzesIn(place)).find(({ state }) => state === 'waiting');
  if (next) queue.enqueue({ do: 'begin-quiz', quiz: next.id }, clock.now() + PAUSE_MS);
}
