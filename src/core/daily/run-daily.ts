/** The daily question on its day: claimed in the store before it is posted, so that no second process posts it. */
import type { PostOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { Daily, NewDelivery } from '../store.ts';
import { CATCH_UP_MS, deliver } from './deliver.ts';
import { localDateOf, nextRun } from './zone.ts';

/** After a change of zone, more than the newest date may lie ahead. */
const LOOK_BACK = 5;

/** Posts what is due for one daily and sets its next run. Running it twice posts once. */
export async function runDaily(services: Services, id: string): Promise<void> {
  const { store, clock } = services;
  const daily = await store.findDailyById(id);
  const now = clock.now();
  if (daily?.state !== 'on' || daily.nextRun > now) return;
  const dueAt = daily.nextRun;
  const isLate = now - dueAt > CATCH_UP_MS;
  const claimed = await store.claimDelivery(newDelivery(services, daily, dueAt, false));
  await store.moveNextRun(id, dueAt, nextRun(isLate ? now : dueAt, daily.zone, daily.time, daily.weekdays));
  if (claimed !== undefined) await deliver(services, claimed);
}

/** Posts today's question at once; undefined where today has one already. */
export async function postNow(services: Services, daily: Daily): Promise<PostOutcome | undefined> {
  const { store, clock } = services;
  const claimed = await store.claimDelivery(newDelivery(services, daily, clock.now(), true));
  if (claimed === undefined) return undefined;
  const outcome = await deliver(services, claimed);
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
  localDate: localDateOf(dueAt, daily.zone),
  dueAt,
  claimedAt: clock.now(),
  byHand,
});

/** The next run on a date that has no question yet, so that what people are told is what comes. */
export async function nextFreeRun({ store, clock }: Services, daily: Daily): Promise<number> {
  const { place, zone, time, weekdays } = daily;
  const latest = (await store.deliveriesOf(place, LOOK_BACK)).filter(
    ({ state }) => state === 'posted' || state === 'claimed',
  );
  const taken = new Set(latest.map(({ localDate }) => localDate));
  let next = nextRun(clock.now(), zone, time, weekdays);
  while (taken.has(localDateOf(next, zone))) next = nextRun(next, zone, time, weekdays);
  return next;
}
