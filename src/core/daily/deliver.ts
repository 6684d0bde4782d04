/**
 * One claimed delivery, from the claim to the post. Before each try it is noted that the question may stand in
 * the place; the platform's answer settles it. A process that dies in between leaves that note behind.
 */
import type { PostOutcome } from '../platform.ts';
import { openRound, postRound, REPEAT_SAFE_MS, TRY_OVER_MS } from '../quiz/open-round.ts';
import { drawUnseen, openQuestions, questionsAbout, withoutGiveaways } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import type { Daily, Delivery, Round } from '../store.ts';

const HOUR_MS = 3_600_000;

/** A question missed for longer than this is skipped: nobody wants the morning's question at night. */
export const CATCH_UP_MS = 6 * HOUR_MS;

const RETRY_MIN_MS = 30_000;
const RETRY_MAX_MS = 10 * 60_000;

/** Posts it, or notes when to try again. Undefined for one that is settled, or that is not to be posted any more. */
export async function deliver(services: Services, id: string): Promise<PostOutcome | undefined> {
  const { store } = services;
  const delivery = await store.findDelivery(id);
  const daily = delivery && (await store.findDailyById(delivery.daily));
  if (delivery?.state !== 'claimed') return undefined;
  if (!daily) return settle(services, delivery, 'failed', 'its order is gone');
  const opened = await store.roundOfDelivery(id);
  if (opened?.messageId !== undefined) return settle(services, delivery, 'posted', '');
  const obstacle = obstacleTo(services, daily, delivery);
  if (obstacle) return abandon(services, delivery, opened, obstacle);
  const round = opened ?? (await openDailyRound(services, daily, delivery));
  if (round === 'elsewhere') return undefined;
  return round ? tryToPost(services, delivery, round) : noQuestion(services, daily, delivery);
}

interface Obstacle {
  readonly state: 'skipped' | 'failed';
  readonly reason: string;
}

/** Why a claimed delivery is not to be posted (again), if so. */
function obstacleTo({ clock, speaker }: Services, daily: Daily, delivery: Delivery): Obstacle | undefined {
  const now = clock.now();
  const { unsureSince } = delivery;
  const { repeatsSafely } = speaker.capabilities(delivery.place.platform);
  if (unsureSince !== undefined && !(repeatsSafely && now - unsureSince <= REPEAT_SAFE_MS))
    return {
      state: 'failed',
      reason: 'the platform did not confirm it; it may have been posted, so it was not posted again',
    };
  if (now - delivery.dueAt > CATCH_UP_MS)
    return {
      state: 'skipped',
      reason: 'it could not be posted within six hours of its time, because the bot or the platform was away',
    };
  if (daily.state !== 'on' && !delivery.byHand)
    return {
      state: 'skipped',
      reason: `the daily question was ${daily.state === 'off' ? 'ended' : 'paused'} before it could be posted`,
    };
  return undefined;
}

/** A round that surely stands nowhere is removed; one that may stand somewhere takes no more answers. */
async function abandon(
  services: Services,
  delivery: Delivery,
  round: Round | undefined,
  { state, reason }: Obstacle,
): Promise<undefined> {
  const { store, clock } = services;
  if (round && delivery.unsureSince === undefined) await store.discardRound(round.id);
  else if (round) {
    await store.closeRound(round.id, clock.now());
    await store.markRevealed(round.id);
  }
  return settle(services, delivery, state, reason);
}

/**
 * Where all that fits is open nearby, it is better asked twice than not at all. `elsewhere`: another process opened
 * it a moment ago.
 */
async function openDailyRound(
  services: Services,
  daily: Daily,
  delivery: Delivery,
): Promise<Round | 'elsewhere' | undefined> {
  const fitting = questionsAbout(services, daily.topic);
  const open = await openQuestions(services, daily.place);
  const apart = withoutGiveaways(services.library, fitting, { before: [], open });
  const others = fitting.filter((question) => !open.includes(question));
  const best = [apart, others, fitting].find(({ length }) => length > 0) ?? [];
  const question = await drawUnseen(services, daily.place, best);
  if (!question) return undefined;
  const opening = { place: daily.place, question, belongsTo: { delivery: delivery.id }, isPrivate: false };
  return (
    (await openRound(services, { ...opening, openForMs: daily.revealAfterHours * HOUR_MS })) ?? 'elsewhere'
  );
}

async function noQuestion(services: Services, { topic }: Daily, delivery: Delivery): Promise<PostOutcome> {
  await settle(services, delivery, 'failed', `no question fits the topic “${topic}”`);
  return {
    status: 'refused',
    why: 'gone',
    fix: `No question fits the topic “${topic}”. Set another with /daily set.`,
  };
}

async function tryToPost(services: Services, delivery: Delivery, round: Round): Promise<PostOutcome> {
  const { store, clock } = services;
  const sendingSince = delivery.unsureSince ?? clock.now();
  const outcome = await postRound(services, round, () =>
    store.noteAttempt(delivery.id, { unsureSince: sendingSince, retryAt: clock.now() + TRY_OVER_MS }),
  );
  if (outcome.status === 'posted') await settle(services, delivery, 'posted', '');
  else if (outcome.status === 'refused') await refused(services, delivery, round, outcome.fix);
  else await tryLater(services, delivery, outcome, sendingSince);
  return outcome;
}

/** What an earlier try left unsure stays unsure: only this one is known to have been refused. */
async function refused(services: Services, delivery: Delivery, round: Round, fix: string): Promise<void> {
  const { store, clock, logger } = services;
  logger.warn('daily-not-posted', { delivery: delivery.id, status: 'refused', fix });
  await store.noteAttempt(delivery.id, { unsureSince: delivery.unsureSince, retryAt: clock.now() });
  await abandon(services, delivery, round, { state: 'failed', reason: fix });
  await store.stopDaily(delivery.daily, fix);
}

async function tryLater(
  { store, clock, queue, logger }: Services,
  delivery: Delivery,
  outcome: Extract<PostOutcome, { status: 'failed' }>,
  sendingSince: number,
): Promise<void> {
  logger.warn('daily-not-posted', { delivery: delivery.id, ...outcome });
  const now = clock.now();
  const waited = now - delivery.claimedAt;
  const wait = Math.max(outcome.retryAfterMs ?? 0, Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, waited)));
  const unsureSince = outcome.sent === 'maybe' ? sendingSince : delivery.unsureSince;
  await store.noteAttempt(delivery.id, { unsureSince, retryAt: now + wait });
  queue.enqueue({ do: 'deliver', delivery: delivery.id }, now + wait);
}

async function settle(
  { store, clock }: Services,
  { id }: Delivery,
  state: 'posted' | 'skipped' | 'failed',
  reason: string,
): Promise<undefined> {
  await store.settleDelivery(id, { state, reason, at: clock.now() });
}
