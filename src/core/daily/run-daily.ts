/** The daily question on its day: claimed in the store before it is posted, so that no second process posts it. */
import type { PostOutcome } from '../ports/platform.ts';
import type { Daily, Delivery, NewDelivery } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { deliverFirst } from './deliver.ts';
import { dateOfRun, localDateOf, nextRun, nextWaking } from './zone.ts';

/** In these states a date has its question, or may have it. */
const TAKEN: ReadonlySet<Delivery['state']> = new Set(['claimed', 'posted', 'unknown']);

/** Of a longer absence only the last dates are recorded. */
const LONGEST_RECORD_MS = 7 * 24 * 3_600_000;

/** After a change of zone, more than the newest date may lie ahead. */
const LOOK_BACK = 5;

/**
 * Posts what is due for one daily and sets its next run. Running it twice posts once. After an absence each date
 * that was missed has its turn: it is recorded as skipped, and one that is not too late still comes.
 */
export async function runDaily(services: Services, id: string): Promise<void> {
  // Not by a job of its own: a queue that takes each key once would refuse it while this one runs.
  while (await runOne(services, id));
}

/** True where another date is due. */
async function runOne(services: Services, id: string): Promise<boolean> {
  const due = await claimDue(services, id);
  if (due?.claimed !== undefined) {
    services.logger.debug('daily-due', { platform: due.delivery.place.platform });
    await deliverFirst(services, due.claimed, due.delivery);
  }
  return due?.isMore ?? false;
}

interface Due {
  readonly delivery: NewDelivery;
  /** Its id, where it is this caller's to post. */
  readonly claimed: string | undefined;
  readonly isMore: boolean;
}

/** Claims the date that is due and moves on to the next one; undefined where none is due. */
export async function claimDue(services: Services, id: string): Promise<Due | undefined> {
  const { store, clock } = services;
  const found = await store.findDailyById(id);
  const now = clock.now();
  const daily = found && found.nextRun <= now ? await awake(services, found) : undefined;
  if (!daily) return undefined;
  const dueAt = daily.nextRun;
  const delivery = newDelivery(services, daily, dueAt, false);
  const claimed = await store.claimDelivery(delivery);
  const next = nextRun(Math.max(dueAt, now - LONGEST_RECORD_MS), daily);
  const isMoved = await store.moveNextRun(id, dueAt, next);
  return { delivery, claimed, isMore: isMoved && next <= now };
}

/** One that is on, or whose pause is over now that its next run is due. */
async function awake({ store }: Services, daily: Daily): Promise<Daily | undefined> {
  if (daily.state === 'on') return daily;
  if (daily.state === 'off' || daily.pausedUntil === undefined) return undefined;
  // Nothing that a moderator typed meanwhile is undone.
  const isResumed = await store.resumeDaily(daily.id, daily.nextRun);
  return isResumed ? { ...daily, state: 'on', pausedUntil: undefined, reason: '' } : undefined;
}

/** Posts today's question at once; undefined where today has one already. */
export async function postNow(services: Services, daily: Daily): Promise<PostOutcome | undefined> {
  const { store, clock, logger } = services;
  const delivery = newDelivery(services, daily, clock.now(), true);
  const claimed = await store.claimDelivery(delivery);
  if (claimed === undefined) return undefined;
  logger.debug('daily-due', { platform: daily.place.platform });
  const outcome = await deliverFirst(services, claimed, delivery);
  if (daily.state === 'on')
    await store.moveNextRun(daily.id, daily.nextRun, await nextFreeRun(services, daily));
  return outcome;
}

const newDelivery = (
  { random, clock }: Services,
  daily: Daily,
  dueAt: number,
  byHand: boolean,
): NewDelivery => ({
  id: random.id(),
  daily: daily.id,
  place: daily.place,
  localDate: byHand ? localDateOf(dueAt, daily.zone) : dateOfRun(dueAt, daily),
  dueAt,
  claimedAt: clock.now(),
  byHand,
});

/**
 * The next run on a date that has no question yet, and not before a pause ends, so that what people are told is
 * what comes.
 */
export async function nextFreeRun({ store, clock }: Services, daily: Daily): Promise<number> {
  const latest = (await store.deliveriesOf(daily.place, LOOK_BACK)).filter(({ state }) => TAKEN.has(state));
  const taken = new Set(latest.map(({ localDate }) => localDate));
  let next = nextWaking(clock.now(), daily);
  while (taken.has(dateOfRun(next, daily))) next = nextRun(next, daily);
  return next;
}
