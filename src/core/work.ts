/** What the minute's tick finds due, what a restart finds half-done, and how each job is run. */
import { deliver } from './daily/deliver.ts';
import { runDaily } from './daily/run-daily.ts';
import type { Job } from './queue.ts';
import { advance, askNext, repost, resumeQuiz } from './quiz/quiz.ts';
import { TIMER_WITHIN_MS } from './quiz/rounds.ts';
import type { Services } from './services.ts';

/** What a platform's 50 posts a second take in a minute; the rest waits for the next tick. */
const DAILIES_A_TICK = 3_000;

/**
 * Hands out everything due until the next tick, also what a stop or a fault left half-done: rounds, deliveries,
 * quizzes between two questions. A tick too many does no harm.
 */
export async function tick(services: Services): Promise<void> {
  const { store, queue, clock } = services;
  const now = clock.now();
  for (const { id } of await store.dueDailies(now, DAILIES_A_TICK))
    queue.enqueue({ do: 'run-daily', daily: id }, now);
  for (const { id } of await store.dueDeliveries(now, DAILIES_A_TICK))
    queue.enqueue({ do: 'deliver', delivery: id }, now);
  for (const { id, closesAt } of await store.dueRounds(now + TIMER_WITHIN_MS))
    queue.enqueue({ do: 'close-round', round: id }, closesAt);
  for (const quiz of await store.openQuizzes()) await resumeQuiz(services, quiz);
}

/** At the start nothing is under way: a round that was closed but not shown, or never posted, is taken up at once. */
export async function recover(services: Services): Promise<void> {
  const { store, queue, clock } = services;
  const now = clock.now();
  for (const round of await store.unrevealedRounds()) {
    if (round.state === 'closed' && round.messageId !== undefined)
      queue.enqueue({ do: 'close-round', round: round.id }, now);
    if (round.messageId === undefined && !round.isPrivate && 'quiz' in round.belongsTo)
      queue.enqueue({ do: 'repost', round: round.id }, now);
  }
  for (const { id } of await store.dueDeliveries(Number.MAX_SAFE_INTEGER, DAILIES_A_TICK))
    queue.enqueue({ do: 'deliver', delivery: id }, now);
  await tick(services);
}

export async function runJob(services: Services, job: Job): Promise<void> {
  const { store } = services;
  switch (job.do) {
    case 'close-round':
      await advance(services, job.round, false);
      return;
    case 'ask-next': {
      const quiz = await store.findQuiz(job.quiz);
      if (quiz && !quiz.ended) await askNext(services, quiz, job.number);
      return;
    }
    case 'repost':
      return repost(services, job.round);
    case 'run-daily':
      return runDaily(services, job.daily);
    case 'deliver':
      await deliver(services, job.delivery);
      return;
    default:
      job satisfies never;
  }
}
