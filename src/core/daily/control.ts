/** What whoever manages a place does with a daily that is set: post it now, pause it, continue it, end it. */
import { type Card, say } from '../cards/card.ts';
import { formatDate } from '../dates.ts';
import type { Place } from '../ids.ts';
import type { PlatformWords } from '../ports/platform.ts';
import type { Daily, Delivery } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { parseDateAhead } from './calendar.ts';
import { forgetPlan } from './plan.ts';
import { nextFreeRun, postNow } from './run-daily.ts';
import { tidy, todayOf, UNCHANGED } from './skip.ts';
import { unsetDaily } from './unset.ts';
import { describeRun } from './zone.ts';

/** Posts today’s question without waiting for its hour; needs no order. Undefined where it stands there. */
export async function dailyNow(services: Services, origin: Origin): Promise<Card | undefined> {
  const { store, speaker } = services;
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet. ', posting.fix);
  if (!(await store.findDaily(origin.place))) await store.saveDaily(await unsetDaily(services, origin));
  const daily = await store.findDaily(origin.place);
  const outcome = daily && (await postNow(services, daily));
  if (outcome?.status === 'posted') return undefined;
  if (outcome?.status === 'refused') return say('problem', 'It could not be posted. ', outcome.fix);
  const [last] = await store.deliveriesOf(origin.place, 1);
  return say('problem', whyNotNow(last, speaker.capabilities(origin.place.platform).words));
}

function whyNotNow(last: Delivery | undefined, { name }: PlatformWords): string {
  if (last?.state === 'posted')
    return 'Today’s question has been posted here already. The next one comes tomorrow at the earliest.';
  if (last?.state === 'unknown')
    return `Today’s question may have been posted, which was never confirmed by ${name}, so it is not posted again.`;
  if (last?.state === 'claimed')
    return `Today’s question has not been taken by ${name} yet. I keep trying; /daily status shows how it goes.`;
  return last
    ? `Today’s question is not posted: ${last.reason}.`
    : 'Today’s question could not be posted. Try again in a minute.';
}

/** Until someone resumes it, or by itself until the local date that was typed. */
export async function pauseDaily(services: Services, place: Place, typed?: string): Promise<Card> {
  const { store } = services;
  const daily = await store.findDaily(place);
  if (!daily || daily.state === 'off')
    return say('problem', 'The daily question is not on here, so there is nothing to pause.');
  const paused: Daily = { ...tidy(services, daily), state: 'paused', reason: '', pausedUntil: undefined };
  if (typed === undefined) {
    await store.saveDaily(paused);
    return say('neutral', 'Paused. Streaks are kept. Continue with /daily resume.');
  }
  const read = parseDateAhead(typed, todayOf(services, daily));
  if ('problem' in read) return say('problem', read.problem, UNCHANGED);
  const waiting: Daily = { ...paused, pausedUntil: read.date };
  const nextRun = await nextFreeRun(services, waiting);
  await store.saveDaily({ ...waiting, nextRun });
  return say(
    'neutral',
    `Paused until ${formatDate(read.date)}; then it goes on by itself. Next question: `,
    `${describeRun(nextRun, daily.zone)}. Streaks are kept. `,
    'To go on earlier, use /daily resume.',
  );
}

export async function endDaily(services: Services, place: Place): Promise<Card> {
  const { store } = services;
  const daily = await store.findDaily(place);
  if (!daily || daily.state === 'off')
    return say('problem', 'The daily question is not on here, so there is nothing to end.');
  await store.saveDaily({ ...daily, state: 'off', reason: '', pausedUntil: undefined });
  await forgetPlan(services, place);
  return say('neutral', 'The daily question is off. Scores and streaks stay.');
}

export async function resumeDaily(services: Services, origin: Origin): Promise<Card> {
  const { store } = services;
  const daily = await store.findDaily(origin.place);
  if (daily?.state === 'on')
    return say('neutral', `It is on. Next question: ${describeRun(daily.nextRun, daily.zone)}.`);
  if (daily?.state !== 'paused')
    return say('problem', 'There is no daily question to continue here. Set one with /daily set.');
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet, so it stays paused. ', posting.fix);
  const resumed: Daily = { ...tidy(services, daily), state: 'on', reason: '', pausedUntil: undefined };
  const next = await nextFreeRun(services, resumed);
  await store.saveDaily({ ...resumed, nextRun: next });
  return say('neutral', `It goes on. Next question: ${describeRun(next, daily.zone)}.`);
}
