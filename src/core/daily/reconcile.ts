/** Finds out what became of a post that was never confirmed, before anything is posted again. */
import { adoptMessage, keyOf, TRY_OVER_MS } from '../quiz/open-round.ts';
import { currentCard } from '../quiz/show.ts';
import type { Services } from '../services.ts';
import type { Round } from '../store.ts';
import { type Attempt, endUnknown, leaveFor, nextTryAt, settle, windowEnd } from './attempt.ts';

const NOT_AGAIN = 'so it was not posted again';

/**
 * Looks for the question in the platform's own record. Returns the try once it is sure that nothing stands there;
 * undefined where the question was found, where nobody can know, or where it has to be looked for again.
 */
export async function reconcile(
  services: Services,
  attempt: Attempt,
  round: Round | undefined,
  since: number,
): Promise<Attempt | undefined> {
  const { speaker, library } = services;
  if (!round || !library.question(round.questionId))
    return endUnknown(services, attempt, round, `its question was withdrawn meanwhile, ${NOT_AGAIN}`);
  const sought = { card: await currentCard(services, round), key: keyOf(round), since };
  const found = await speaker.find(round.place, sought);
  switch (found.status) {
    case 'found':
      await adoptMessage(services, round, found.message, { openedAt: since, looksOff: true });
      return settle(services, attempt.delivery, 'posted', '');
    case 'absent':
      return madeSure(services, attempt);
    case 'failed':
      return lookLater(services, attempt, round, since, found.retryAfterMs);
    case 'impossible':
      return endUnknown(services, attempt, round, `I cannot look there, ${NOT_AGAIN}`);
    default:
      return found satisfies never;
  }
}

async function madeSure({ store, clock }: Services, attempt: Attempt): Promise<Attempt | undefined> {
  const { delivery, daily, held } = attempt;
  const until = clock.now() + TRY_OVER_MS;
  const isOurs = await store.noteAttempt(delivery.id, held, { unsureSince: undefined, retryAt: until });
  return isOurs ? { delivery: { ...delivery, unsureSince: undefined }, daily, held: until } : undefined;
}

/** As long as it may be posted, and as long as one that stands there would take answers. */
async function lookLater(
  services: Services,
  attempt: Attempt,
  round: Round,
  since: number,
  retryAfterMs: number | undefined,
): Promise<undefined> {
  const { clock } = services;
  const lookUntil = Math.max(windowEnd(attempt), since + round.closesAt - round.openedAt);
  if (clock.now() > lookUntil)
    return endUnknown(services, attempt, round, `it could not be looked for in time, ${NOT_AGAIN}`);
  await leaveFor(services, attempt, since, nextTryAt(services, attempt, since, retryAfterMs));
}
