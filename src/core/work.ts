/** What the minute's tick finds due or half-done, also right after a start, and how each job is run. */
import { deliver } from './daily/deliver.ts';
import { startOf } from './daily/jitter.ts';
import { runDaily } from './daily/run-daily.ts';
import { type Place, type PlatformId, samePlace } from './ids.ts';
import { asOfNow } from './knowledge.ts';
import type { Job } from './ports/queue.ts';
import type { Quiz } from './ports/store.ts';
import { askAgain } from './quiz/ask.ts';
import { payWhatIsOwed } from './quiz/finish.ts';
import { closingJob, TIMER_WITHIN_MS } from './quiz/open-round.ts';
import { PAUSE_MS } from './quiz/pause.ts';
import { advance, resumeQuiz } from './quiz/progress.ts';
import { askNext } from './quiz/quiz.ts';
import { beginTurn } from './quiz/turn.ts';
import type { Services } from './services.ts';

/** A tick hands out what falls due before the next one, so that it comes at its time. */
const UNTIL_NEXT_TICK_MS = 60_000;

/** What a platform's 50 posts a second take in a minute; the rest waits for the next tick. */
const DAILIES_A_TICK = 3_000;

/** After so long no platform delivers a request again, and nobody comes back to an offer. */
const HOUR_MS = 3_600_000;

/**
 * Hands out everything due until the next tick, also what a stop or a fault left half-done: rounds, deliveries,
 * quizzes between two questions. It leaves alone what may still be under way, and what is on a platform that this
 * process does not reach: another one may. A tick too many does no harm.
 */
export async function tick(all: Services): Promise<void> {
  const services = asOfNow(all);
  const { store, queue, clock, speaker } = services;
  const now = clock.now();
  const platforms = speaker.platforms();
  const isReached = ({ place }: { readonly place: Place }) => platforms.includes(place.platform);
  await handOutDailies(services, platforms, now);
  for (const round of (await store.dueRounds(now + TIMER_WITHIN_MS)).filter(isReached)) {
    const job = closingJob(round);
    if (round.state === 'open') queue.enqueue(job, round.closesAt);
    else if (!queue.waits(job)) queue.enqueue(job, Math.max(now, round.retryAt));
  }
  for (const { id } of (await store.unpostedRounds(now)).filter(isReached))
    queue.enqueue({ do: 'repost', round: id }, now);
  await handOutQuizzes(services, (await store.openQuizzes()).filter(isReached), now);
  for (const { id } of (await store.dueEndings(now)).filter(isReached))
    queue.enqueue({ do: 'end-quiz', quiz: id }, now);
  if (now % HOUR_MS < UNTIL_NEXT_TICK_MS) await store.sweep(now - HOUR_MS);
}

/** Where none runs, one may have ended a moment ago, whose last answer people still read. */
async function handOutQuizzes(services: Services, quizzes: readonly Quiz[], now: number): Promise<void> {
  const running = quizzes.filter(({ state }) => state === 'running');
  for (const quiz of running) await resumeQuiz(services, quiz);
  for (const { id, place } of quizzes.filter(({ state }) => state === 'waiting')) {
    const isTaken = running.some((one) => samePlace(one.place, place));
    services.queue.enqueue({ do: 'begin-quiz', quiz: id }, isTaken ? now : now + PAUSE_MS);
  }
}

async function handOutDailies(
  { store, queue }: Services,
  platforms: readonly PlatformId[],
  now: number,
): Promise<void> {
  const until = now + UNTIL_NEXT_TICK_MS;
  const dailies = await store.dueDailies(platforms, until, DAILIES_A_TICK);
  for (const daily of dailies) {
    const { platform } = daily.place;
    queue.enqueue({ do: 'run-daily', platform, daily: daily.id }, startOf(daily, dailies.length, now));
  }
  for (const { id, place, retryAt } of await store.dueDeliveries(platforms, until, DAILIES_A_TICK)) {
    // One that waits for longer was noted before the clock was set back.
    const at = retryAt > until ? now : retryAt;
    queue.enqueue({ do: 'deliver', platform: place.platform, delivery: id }, at);
  }
}

export async function runJob(all: Services, job: Job): Promise<void> {
  const services = asOfNow(all);
  const { store } = services;
  switch (job.do) {
    case 'close-round':
    case 'close-daily':
      await advance(services, job.round);
      return;
    case 'ask-next': {
      const quiz = await store.findQuiz(job.quiz);
      if (quiz?.state === 'running') await askNext(services, quiz, job.number);
      return;
    }
    case 'begin-quiz':
      return beginTurn(services, job.quiz);
    case 'repost':
      return askAgain(services, job.round);
    case 'end-quiz':
      return payWhatIsOwed(services, job.quiz);
    case 'run-daily':
      return runDaily(services, job.daily);
    case 'deliver':
      await deliver(services, job.delivery);
      return;
    default:
      job satisfies never;
  }
}
