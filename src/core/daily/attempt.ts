/**
 * One try to deliver a daily question. Of all processes one has it, until an instant that the store keeps; every
 * note it makes names that instant, so that a process which slept past it changes nothing any more.
 */
import type { Daily, Delivery, DeliveryChange, Round } from '../ports/store.ts';
import { mayRepeat, TRY_OVER_MS } from '../posting.ts';
import type { Services } from '../services.ts';
import { planAgain } from './draw.ts';

export interface Attempt {
  readonly delivery: Delivery;
  /** Undefined where the order is gone. */
  readonly daily: Daily | undefined;
  /** Ours alone until then; also what proves to the store that nobody has taken it since. */
  readonly held: number;
}

const HOUR_MS = 3_600_000;
const RETRY_MIN_MS = 30_000;
const RETRY_MAX_MS = 10 * 60_000;

/** What a retry is put off by at random, as a part of its wait, so that a thousand do not come back at once. */
const SPREAD = 0.25;

/** Until when a missed question may still be posted. */
export const windowEnd = ({ delivery, daily }: Attempt): number =>
  delivery.dueAt + (daily?.catchUpHours ?? 0) * HOUR_MS;

/** Longer than a call to a platform takes, most of the time: one that is not over then may be repeated all the same. */
const REPEAT_AFTER_MS = 25_000;

/**
 * How long a try that is being sent is left alone. Where a repeat does not show twice, hardly longer than it takes:
 * the process may be dead. Where it would be looked for, it has to be over long before: what is still under way
 * cannot be found.
 */
export const leaveAlone = (services: Services, delivery: Delivery, since: number, now: number): number =>
  mayRepeat(services, delivery.place, since, now + TRY_OVER_MS) ? REPEAT_AFTER_MS : 2 * TRY_OVER_MS;

/**
 * When to try or look again: as long again as it took so far, within limits, and as the platform asks; never
 * long after the window, so that the status tells before long that it is over.
 */
export function nextTryAt(
  services: Services,
  attempt: Attempt,
  unsureSince: number | undefined,
  retryAfterMs = 0,
): number {
  const { clock, random } = services;
  const now = clock.now();
  const own = Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, now - attempt.delivery.claimedAt));
  const at = now + Math.max(own, retryAfterMs) + Math.floor(random.next() * SPREAD * own);
  const end = Math.max(windowEnd(attempt) + 1, now + own);
  const isRepeat = unsureSince === undefined || mayRepeat(services, attempt.delivery.place, unsureSince, at);
  return Math.min(end, isRepeat ? at : Math.max(at, now + TRY_OVER_MS));
}

/** Has the delivery looked at again at an instant, where the try is still ours. */
export async function leaveFor(
  { store, queue }: Services,
  { delivery: { id, place }, held }: Attempt,
  unsureSince: number | undefined,
  at: number,
): Promise<void> {
  if (await store.noteAttempt(id, held, { unsureSince, retryAt: at }))
    queue.enqueue({ do: 'deliver', platform: place.platform, delivery: id }, at);
}

/** What is posted later than this is late. */
const LATE_MS = 60_000;

export async function settlePosted(services: Services, delivery: Delivery): Promise<undefined> {
  const { clock, logger } = services;
  await settle(services, delivery, 'posted', '');
  const { place, localDate } = delivery;
  const lateMs = clock.now() - delivery.dueAt;
  const line = { delivery: delivery.id, ...place, localDate, lateMs };
  logger.info('daily-posted', line);
  if (lateMs > LATE_MS) logger.warn('daily-late', line);
}

export async function settle(
  { store, clock, logger }: Services,
  { id, place }: Delivery,
  state: DeliveryChange['state'],
  reason: string,
): Promise<undefined> {
  await store.settleDelivery(id, { state, reason, at: clock.now() });
  if (state === 'skipped' || state === 'failed')
    logger.info('daily-given-up', { delivery: id, platform: place.platform, state, reason });
}

export interface Ending {
  readonly state: 'skipped' | 'failed';
  readonly reason: string;
}

/**
 * Ends a delivery that surely stands nowhere, and removes its round; undone where the try is no longer ours, for
 * then someone may be posting it.
 */
export async function abandon(
  services: Services,
  { delivery, daily, held }: Attempt,
  round: Round | undefined,
  { state, reason }: Ending,
): Promise<undefined> {
  const { store, clock } = services;
  const retryAt = clock.now() + TRY_OVER_MS;
  if (!(await store.noteAttempt(delivery.id, held, { unsureSince: undefined, retryAt }))) return;
  if (round && daily && daily.state !== 'off') await planAgain(services, delivery.place, round.questionId);
  if (round) await store.discardRound(round.id);
  await settle(services, delivery, state, reason);
}

/**
 * Ends one that may stand there, where nobody can find out: it is not posted again and takes no more answers. Those
 * that it has count for nobody, since its result can never be shown.
 */
export async function endUnknown(
  services: Services,
  { delivery, held }: Attempt,
  round: Round | undefined,
  reason: string,
): Promise<undefined> {
  const { store, clock, logger } = services;
  const { unsureSince } = delivery;
  const retryAt = clock.now() + TRY_OVER_MS;
  // Whoever has the try by now may have found it, with answers.
  if (!(await store.noteAttempt(delivery.id, held, { unsureSince, retryAt }))) return;
  logger.warn('daily-unknown', { delivery: delivery.id, platform: delivery.place.platform, reason });
  if (round) {
    await store.closeRound(round.id, clock.now());
    await store.voidRound(round.id);
    await store.markRevealed(round.id);
  }
  await settle(services, delivery, 'unknown', reason);
}
