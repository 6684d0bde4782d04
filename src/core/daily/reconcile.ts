/** Finds out what became of a post that was never confirmed, before anything is posted again. */
import type { MessageRef } from '../ids.ts';
import type { Round } from '../ports/store.ts';
import { lookFor, TRY_OVER_MS } from '../posting.ts';
import { adoptMessage, postOf } from '../quiz/open-round.ts';
import type { Services } from '../services.ts';
import { type Attempt, endUnknown, leaveFor, nextTryAt, settlePosted, windowEnd } from './attempt.ts';
import { seekLost, takeUpLost } from './lost.ts';

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
  if (!round) return reconcileLost(services, attempt, since);
  const found = await lookFor(services, postOf(services, round), since);
  switch (found.status) {
    case 'found':
      return takeForPosted(services, attempt, round, { message: found.message, since });
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

async function reconcileLost(
  services: Services,
  attempt: Attempt,
  since: number,
): Promise<Attempt | undefined> {
  const found = await seekLost(services, attempt);
  switch (found.status) {
    case 'found':
      return takeUpLost(services, attempt, found.post);
    case 'absent':
      return madeSure(services, attempt);
    case 'failed':
      return lookLater(services, attempt, undefined, since, found.retryAfterMs);
    case 'impossible':
      return endUnknown(
        services,
        attempt,
        undefined,
        `the database was restored from a backup and I cannot look there, ${NOT_AGAIN}`,
      );
    default:
      return found satisfies never;
  }
}

/**
 * Whether the question stands, or may stand and has to be looked for again, where it could also be repeated: a
 * platform forgets a key by its own time, not by our clock, so what can be looked for is not sent again unseen.
 */
export async function maybeStands(
  services: Services,
  attempt: Attempt,
  round: Round,
  since: number,
): Promise<boolean> {
  const found = await lookFor(services, postOf(services, round), since);
  if (found.status === 'found')
    await takeForPosted(services, attempt, round, { message: found.message, since });
  if (found.status === 'failed') await lookLater(services, attempt, round, since, found.retryAfterMs);
  return found.status === 'found' || found.status === 'failed';
}

async function takeForPosted(
  services: Services,
  { delivery }: Attempt,
  round: Round,
  { message, since }: { readonly message: MessageRef; readonly since: number },
): Promise<undefined> {
  await adoptMessage(services, round, message, { openedAt: since, looksOff: true });
  await settlePosted(services, delivery);
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
  round: Round | undefined,
  since: number,
  retryAfterMs: number | undefined,
): Promise<undefined> {
  const { clock } = services;
  const lookUntil = Math.max(windowEnd(attempt), round ? since + round.closesAt - round.openedAt : 0);
  if (clock.now() > lookUntil)
    return endUnknown(services, attempt, round, `it could not be looked for in time, ${NOT_AGAIN}`);
  await leaveFor(services, attempt, since, nextTryAt(services, attempt, since, retryAfterMs));
}
