/**
 * One claimed delivery, from the claim to the post. Before each try it is noted that the question may stand in
 * the place; the platform's answer settles it. A process that dies in between leaves that note behind, and whoever
 * comes next finds out first what became of it.
 */
import type { PostOutcome } from '../ports/platform.ts';
import { type Delivery, FIRST_TRY_MS, type NewDelivery, type Round } from '../ports/store.ts';
import { mayRepeat, send, TRY_OVER_MS } from '../posting.ts';
import { adoptMessage, postOf } from '../quiz/open-round.ts';
import type { Services } from '../services.ts';
import {
  type Attempt,
  abandon,
  type Ending,
  endUnknown,
  leaveAlone,
  leaveFor,
  nextTryAt,
  settle,
  settlePosted,
  windowEnd,
} from './attempt.ts';
import { type OpenedDaily, openDailyRound } from './daily-round.ts';
import { stopAfterRefusal } from './notice.ts';
import { maybeStands, reconcile } from './reconcile.ts';

/** Takes a claimed delivery up, where no other process is at it. */
export async function deliver(services: Services, id: string): Promise<PostOutcome | undefined> {
  const now = services.clock.now();
  const held = now + TRY_OVER_MS;
  return (await services.store.takeAttempt(id, now, held)) ? attemptIt(services, id, held) : undefined;
}

/** The first try, which is for the process that claimed it. */
export const deliverFirst = (
  services: Services,
  id: string,
  { claimedAt }: NewDelivery,
): Promise<PostOutcome | undefined> => attemptIt(services, id, claimedAt + FIRST_TRY_MS);

/** Posts it, or notes when to try again. Undefined for one that is settled, or that is not to be posted now. */
async function attemptIt(services: Services, id: string, held: number): Promise<PostOutcome | undefined> {
  const { store, clock } = services;
  const delivery = await store.findDelivery(id);
  if (delivery?.state !== 'claimed') return undefined;
  const attempt: Attempt = { delivery, daily: await store.findDailyById(delivery.daily), held };
  const round = await store.roundOfDelivery(id);
  if (round?.messageId !== undefined) return settlePosted(services, delivery);
  const { unsureSince: since } = delivery;
  const obstacle = obstacleTo(services, attempt);
  if (since === undefined) return deliverSurely(services, attempt, round, obstacle);
  const isSafe = mayRepeat(services, delivery.place, since, clock.now()) && isAskable(services, round);
  if (round && round.state !== 'open')
    return endUnknown(services, attempt, round, 'it was given up, so it was not posted again');
  if (round && isSafe && !obstacle)
    return (await maybeStands(services, attempt, round, since))
      ? undefined
      : tryToPost(services, attempt, round);
  const sure = await reconcile(services, attempt, round, since);
  return sure && deliverSurely(services, sure, round, obstacleTo(services, sure));
}

/** Why a claimed delivery is not to be posted, if so. */
function obstacleTo({ clock, speaker }: Services, attempt: Attempt): Ending | undefined {
  const { daily, delivery } = attempt;
  if (!daily) return { state: 'failed', reason: 'its order is gone' };
  if (clock.now() > windowEnd(attempt)) {
    const hours = daily.catchUpHours === 1 ? 'an hour' : `${daily.catchUpHours} hours`;
    const reason = `it could not be posted within ${hours} of its time, because the bot or ${speaker.capabilities(delivery.place.platform).words.name} was away`;
    return { state: 'skipped', reason };
  }
  if (daily.state === 'on' || delivery.byHand) return undefined;
  const reason = `the daily question was ${daily.state === 'off' ? 'ended' : 'paused'} before it could be posted`;
  return { state: 'skipped', reason };
}

const isAskable = ({ library }: Services, round: Round | undefined): boolean =>
  round !== undefined && library.question(round.questionId) !== undefined;

/** One of which nothing stands anywhere. */
async function deliverSurely(
  services: Services,
  attempt: Attempt,
  opened: Round | undefined,
  obstacle: Ending | undefined,
): Promise<PostOutcome | undefined> {
  const { delivery, daily } = attempt;
  if (obstacle || !daily)
    return abandon(services, attempt, opened, obstacle ?? { state: 'failed', reason: 'its order is gone' });
  if (services.clock.now() < delivery.dueAt) return await waitForTime(services, attempt);
  const isGone = opened !== undefined && !isAskable(services, opened);
  if (isGone) await services.store.discardRound(opened.id);
  if (opened && !isGone) return tryToPost(services, attempt, opened);
  const fresh = await openDailyRound(services, daily, delivery);
  if (fresh.status === 'elsewhere') return undefined;
  return fresh.status === 'none'
    ? notAsked(services, delivery, fresh)
    : tryToPost(services, attempt, fresh.round);
}

const DAY_MS = 24 * 3_600_000;

/** The clock was set back since it was claimed. */
async function waitForTime(services: Services, attempt: Attempt): Promise<undefined> {
  const at = Math.min(attempt.delivery.dueAt, services.clock.now() + DAY_MS);
  await leaveFor(services, attempt, undefined, at);
}

async function notAsked(
  services: Services,
  delivery: Delivery,
  { reason, fix }: Extract<OpenedDaily, { readonly status: 'none' }>,
): Promise<PostOutcome> {
  await settle(services, delivery, 'failed', reason);
  return { status: 'refused', why: 'gone', fix };
}

async function tryToPost(services: Services, before: Attempt, round: Round): Promise<PostOutcome> {
  const { store, clock } = services;
  const { delivery } = before;
  const since = delivery.unsureSince ?? clock.now();
  let attempt = before;
  const outcome = await send(services, postOf(services, round), async () => {
    const now = clock.now();
    const held = now + leaveAlone(services, delivery, since, now);
    const isOurs = await store.noteAttempt(delivery.id, before.held, { unsureSince: since, retryAt: held });
    if (isOurs) attempt = { ...before, held };
    return isOurs;
  });
  if (outcome.status === 'posted') {
    await adoptMessage(services, round, outcome.message, outcome);
    await settlePosted(services, delivery);
  } else if (outcome.status === 'refused') await refused(services, attempt, round, outcome);
  else await tryLater(services, attempt, outcome, since);
  return outcome;
}

/** What an earlier try left unsure stays unsure: only this one is known to have been refused. */
async function refused(
  services: Services,
  attempt: Attempt,
  round: Round,
  refusal: Extract<PostOutcome, { status: 'refused' }>,
): Promise<void> {
  const { delivery, daily } = attempt;
  services.logger.warn('daily-not-posted', { delivery: delivery.id, ...refusal });
  if (delivery.unsureSince !== undefined) await endUnknown(services, attempt, round, refusal.fix);
  else await abandon(services, attempt, round, { state: 'failed', reason: refusal.fix });
  const { state } = (await services.store.findDelivery(delivery.id)) ?? delivery;
  if (daily && state !== 'posted' && state !== 'claimed')
    await stopAfterRefusal(services, daily, delivery.localDate, refusal);
}

async function tryLater(
  services: Services,
  attempt: Attempt,
  outcome: Extract<PostOutcome, { status: 'failed' }>,
  since: number,
): Promise<void> {
  const { delivery } = attempt;
  services.logger.warn('daily-not-posted', { delivery: delivery.id, ...outcome });
  const unsureSince = outcome.sent === 'maybe' ? since : delivery.unsureSince;
  const at = nextTryAt(services, attempt, unsureSince, outcome.retryAfterMs);
  await leaveFor(services, attempt, unsureSince, at);
}
