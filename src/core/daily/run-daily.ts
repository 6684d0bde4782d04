/**
 * The daily question: claimed in the store before it is posted, so that no restart and no second process
 * posts it twice.
 */

import type { Place } from '../ids.ts';
import type { PostOutcome } from '../platform.ts';
import { openRound, postRound } from '../quiz/rounds.ts';
import { questionsAbout } from '../quiz/select.ts';
import { shuffle } from '../random.ts';
import type { Services } from '../services.ts';
import type { Daily, Delivery, NewDelivery, Round } from '../store.ts';
import { localDateOf, nextRun } from './zone.ts';

const HOUR_MS = 3_600_000;

/** A question missed for longer than this is skipped: nobody wants the morning's question at night. */
export const CATCH_UP_MS = 6 * HOUR_MS;

const RETRY_MIN_MS = 30_000;
const RETRY_MAX_MS = 10 * 60_000;

/** Within this time after a claim, a platform that knows our key does not show a repeat twice. */
const REPEAT_SAFE_MS = 2 * 60_000;

/** Posts what is due for one daily and sets its next run. Running it twice posts once. */
export async function runDaily(services: Services, id: string): Promise<void> {
  const { store, clock } = services;
  const daily = await store.findDailyById(id);
  const now = clock.now();
  if (daily?.state !== 'on' || daily.nextRun > now) return;
  const dueAt = daily.nextRun;
  const late = now - dueAt > CATCH_UP_MS;
  const delivery = newDelivery(services, daily, dueAt);
  if ((await store.claimDelivery(delivery)) && late)
    await store.settleDelivery(delivery.id, {
      state: 'skipped',
      reason: 'the bot was not running at that time',
      at: now,
    });
  await store.moveNextRun(id, dueAt, nextRun(late ? now : dueAt, daily.zone, daily.time, daily.weekdays));
  if (!late) await deliver(services, delivery.id);
}

/** Posts today's question at once; false where it has been posted (or skipped) today already. */
export async function postNow(services: Services, daily: Daily): Promise<PostOutcome | undefined> {
  const delivery = newDelivery(services, daily, services.clock.now());
  return (await services.store.claimDelivery(delivery)) ? deliver(services, delivery.id) : undefined;
}

function newDelivery({ random, clock }: Services, daily: Daily, dueAt: number): NewDelivery {
  return {
    id: random.id(),
    daily: daily.id,
    place: daily.place,
    localDate: localDateOf(dueAt, daily.zone),
    dueAt,
    claimedAt: clock.now(),
  };
}

/** Posts a claimed delivery, or tries again later. Does nothing for one that is settled. */
export async function deliver(services: Services, id: string): Promise<PostOutcome | undefined> {
  const { store } = services;
  const delivery = await store.findDelivery(id);
  const daily = delivery && (await store.findDailyById(delivery.daily));
  if (delivery?.state !== 'claimed' || !daily) return undefined;
  const round = await roundFor(services, daily, delivery);
  if (round === 'elsewhere') return undefined;
  if (!round) {
    await settle(services, delivery, 'failed', `no question fits the topic “${daily.topic}”`);
    const fix = `No question fits the topic “${daily.topic}”. Set another with /daily set.`;
    return { status: 'refused', why: 'gone', fix };
  }
  const outcome = await postRound(services, round);
  await record(services, daily, delivery, round, outcome);
  return outcome;
}

/** The delivery's round, opened where there is none; `elsewhere` where another process just opened it. */
async function roundFor(
  services: Services,
  daily: Daily,
  delivery: Delivery,
): Promise<Round | 'elsewhere' | undefined> {
  const { store, library, random, clock } = services;
  const opened = await store.roundOfDelivery(delivery.id);
  if (opened) return opened;
  const fitting = questionsAbout(services, daily.topic).map(({ id }) => id);
  const id = await store.takeUnseen(daily.place, 'question', shuffle(fitting, random), clock.now());
  const question = id === undefined ? undefined : library.questions.get(id);
  if (!question) return undefined;
  const opening = { place: daily.place, question, belongsTo: { delivery: delivery.id }, isPrivate: false };
  return (
    (await openRound(services, { ...opening, openForMs: daily.revealAfterHours * HOUR_MS })) ?? 'elsewhere'
  );
}

async function record(
  services: Services,
  daily: Daily,
  delivery: Delivery,
  round: Round,
  outcome: PostOutcome,
) {
  const { store, clock, queue, speaker, logger } = services;
  if (outcome.status === 'posted') return settle(services, delivery, 'posted', '');
  logger.warn('daily-not-posted', { delivery: delivery.id, ...outcome });
  if (outcome.status === 'refused') {
    await dropRound(services, round);
    await settle(services, delivery, 'failed', outcome.fix);
    return store.stopDaily(daily.id, outcome.fix);
  }
  const now = clock.now();
  const waited = now - delivery.claimedAt;
  const wait = Math.max(outcome.retryAfterMs ?? 0, Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, waited)));
  const mayRepeat =
    outcome.sent === 'no' ||
    isSafeToRepeat(speaker.capabilities(daily.place.platform).repeatsSafely, waited + wait);
  if (mayRepeat && now + wait - delivery.dueAt < CATCH_UP_MS)
    return queue.enqueue({ do: 'deliver', delivery: delivery.id }, now + wait);
  await giveUp(services, delivery, round, outcome.sent);
}

const isSafeToRepeat = (repeatsSafely: boolean, sinceClaimMs: number): boolean =>
  repeatsSafely && sinceClaimMs <= REPEAT_SAFE_MS;

async function giveUp(
  services: Services,
  delivery: Delivery,
  round: Round,
  sent: 'no' | 'maybe',
): Promise<void> {
  if (sent === 'no') await dropRound(services, round);
  const reason =
    sent === 'no'
      ? 'the platform did not take it for six hours'
      : 'the platform did not confirm it; it may have been posted, so it was not posted again';
  await settle(services, delivery, 'failed', reason);
}

async function dropRound({ store, clock }: Services, round: Round): Promise<void> {
  await store.closeRound(round.id, clock.now());
  await store.markRevealed(round.id);
}

const settle = (
  { store, clock }: Services,
  { id }: Delivery,
  state: 'posted' | 'skipped' | 'failed',
  reason: string,
) => store.settleDelivery(id, { state, reason, at: clock.now() });

/** What a stop left half-done: posts again where that cannot show twice, says so in the status where it could. */
export async function recoverDeliveries(services: Services): Promise<void> {
  const { store, clock, speaker } = services;
  for (const delivery of await store.unsettledDeliveries()) {
    const round = await store.roundOfDelivery(delivery.id);
    const { repeatsSafely } = speaker.capabilities(delivery.place.platform);
    if (round?.messageId !== undefined) await settle(services, delivery, 'posted', '');
    else if (!round || isSafeToRepeat(repeatsSafely, clock.now() - delivery.claimedAt))
      await deliver(services, delivery.id);
    else await giveUp(services, delivery, round, 'maybe');
  }
}

/** The daily of a place before anyone has set one: off, and posted only on demand. */
export const unsetDaily = (services: Services, place: Place, setBy: Daily['setBy']): Daily => ({
  id: services.random.id(),
  place,
  time: '09:00',
  zone: 'UTC',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topic: '',
  revealAfterHours: 24,
  state: 'off',
  reason: '',
  setBy,
  nextRun: services.clock.now(),
});
