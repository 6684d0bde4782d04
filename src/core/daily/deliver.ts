/**
 * One claimed delivery, from the claim to the post. Before each try it is noted that the question may stand in
 * the place; the platform's answer settles it. A process that dies in between leaves that note behind.
 */
import type { PostOutcome } from '../platform.ts';
import { openRound, postRound } from '../quiz/rounds.ts';
import { questionsAbout } from '../quiz/select.ts';
import { shuffle } from '../random.ts';
import type { Services } from '../services.ts';
import type { Daily, Delivery, Round } from '../store.ts';

const HOUR_MS = 3_600_000;

/** A question missed for longer than this is skipped: nobody wants the morning's question at night. */
export const CATCH_UP_MS = 6 * HOUR_MS;

const RETRY_MIN_MS = 30_000;
const RETRY_MAX_MS = 10 * 60_000;

/** How long after a first try a platform that knows our key does not show a repeat twice. */
const REPEAT_SAFE_MS = 2 * 60_000;

/** A try is over, one way or the other, long before this. */
const LOOK_AGAIN_MS = 2 * 60_000;

type NotPosted = Exclude<PostOutcome, { status: 'posted' }>;

/** Posts it, or notes when to try again. Undefined for one that is settled, or that is not to be posted any more. */
export async function deliver(services: Services, id: string): Promise<PostOutcome | undefined> {
  const { store } = services;
  const delivery = await store.findDelivery(id);
  const daily = delivery && (await store.findDailyById(delivery.daily));
  if (delivery?.state !== 'claimed' || !daily) return undefined;
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

/** `elsewhere`: another process opened it a moment ago. */
async function openDailyRound(
  services: Services,
  daily: Daily,
  delivery: Delivery,
): Promise<Round | 'elsewhere' | undefined> {
  const { store, library, random, clock } = services;
  const open = new Set(await store.openQuestions(daily.place));
  const fitting = questionsAbout(services, daily.topic).filter(({ id }) => !open.has(id));
  const id = await store.takeUnseen(
    daily.place,
    'question',
    shuffle(fitting, random).map((one) => one.id),
    clock.now(),
  );
  const question = id === undefined ? undefined : library.questions.get(id);
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
  const now = clock.now();
  const unsureSince = delivery.unsureSince ?? now;
  await store.noteAttempt(delivery.id, { unsureSince, retryAt: now + LOOK_AGAIN_MS });
  const outcome = await postRound(services, round);
  if (outcome.status === 'posted') await settle(services, delivery, 'posted', '');
  else await notPosted(services, delivery, { ...round, messageId: undefined }, outcome, unsureSince);
  return outcome;
}

async function notPosted(
  services: Services,
  delivery: Delivery,
  round: Round,
  outcome: NotPosted,
  unsureSince: number,
): Promise<void> {
  const { store, clock, queue, logger } = services;
  logger.warn('daily-not-posted', { delivery: delivery.id, ...outcome });
  const now = clock.now();
  if (outcome.status === 'refused') {
    await store.noteAttempt(delivery.id, { unsureSince: undefined, retryAt: now });
    await abandon(services, { ...delivery, unsureSince: undefined }, round, {
      state: 'failed',
      reason: outcome.fix,
    });
    return store.stopDaily(delivery.daily, outcome.fix);
  }
  const waited = now - delivery.claimedAt;
  const wait = Math.max(outcome.retryAfterMs ?? 0, Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, waited)));
  const attempt = { unsureSince: outcome.sent === 'maybe' ? unsureSince : undefined, retryAt: now + wait };
  await store.noteAttempt(delivery.id, attempt);
  queue.enqueue({ do: 'deliver', delivery: delivery.id }, attempt.retryAt);
}

async function settle(
  { store, clock }: Services,
  { id }: Delivery,
  state: 'posted' | 'skipped' | 'failed',
  reason: string,
): Promise<undefined> {
  await store.settleDelivery(id, { state, reason, at: clock.now() });
}
