/** What the minute's tick finds due, what a restart finds half-done, and how each job is run. */
import { deliver, recoverDeliveries, runDaily } from './daily/run-daily.ts';
import type { Job } from './queue.ts';
import { advance, askNext } from './quiz/quiz.ts';
import { TIMER_WITHIN_MS } from './quiz/rounds.ts';
import type { Services } from './services.ts';

/** At most this many dailies are taken up in one tick; the rest wait for the next. */
const DAILIES_A_TICK = 500;

/** Hands out everything due until the next tick. A tick too many does no harm. */
export async function tick({ store, queue, clock }: Services): Promise<void> {
  const now = clock.now();
  for (const { id } of await store.dueDailies(now, DAILIES_A_TICK))
    queue.enqueue({ do: 'run-daily', daily: id }, now);
  for (const { id, closesAt } of await store.dueRounds(now + TIMER_WITHIN_MS))
    queue.enqueue({ do: 'close-round', round: id }, closesAt);
}

/** Takes up what the last stop left: rounds whose time ran out, quizzes between two questions, open deliveries. */
export async function recover(services: Services): Promise<void> {
  const { store, queue, clock } = services;
  for (const round of await store.unrevealedRounds())
    queue.enqueue(
      { do: 'close-round', round: round.id },
      round.state === 'closed' ? clock.now() : round.closesAt,
    );
  for (const quiz of await store.openQuizzes()) {
    const rounds = await store.roundsOfQuiz(quiz.id);
    if (rounds.every(({ state }) => state === 'revealed'))
      queue.enqueue({ do: 'ask-next', quiz: quiz.id }, clock.now());
  }
  await recoverDeliveries(services);
  await tick(services);
}

export async function runJob(services: Services, job: Job): Promise<void> {
  switch (job.do) {
    case 'close-round':
      await advance(services, job.round, false);
      return;
    case 'ask-next': {
      const quiz = await services.store.findQuiz(job.quiz);
      if (quiz && !quiz.ended) await askNext(services, quiz);
      return;
    }
    case 'run-daily':
      return runDaily(services, job.daily);
    case 'deliver':
      await deliver(services, job.delivery);
      return;
    default:
      job satisfies never;
  }
}
