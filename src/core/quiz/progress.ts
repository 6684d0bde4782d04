/** What carries a quiz on: after each round, and after a stop or a fault in between. */
import type { Services } from '../services.ts';
import type { Quiz } from '../store.ts';
import { closeRound } from './close-round.ts';
import { finish, giveUp } from './finish.ts';
import { postRound, REPEAT_SAFE_MS, TRY_OVER_MS } from './open-round.ts';

/** Time to read an answer before the next question appears. */
const PAUSE_MS = 6_000;

/** A quiz that nobody has gone on with for this long, because the bot was away, is not woken up. */
const STALE_MS = 10 * 60_000;

/** Closes a round; what follows is the next question after a pause, or the result. True for the one who did it. */
export async function advance(services: Services, id: string, early: boolean): Promise<boolean> {
  const { store, queue, clock } = services;
  const revealed = await closeRound(services, id, early);
  if (!revealed || !('quiz' in revealed.round.belongsTo)) return revealed !== undefined;
  const { quiz: quizId, number } = revealed.round.belongsTo;
  const quiz = await store.findQuiz(quizId);
  if (!quiz || quiz.ended || quiz.isPrivate) return true;
  const isStale = clock.now() - revealed.round.closesAt > STALE_MS;
  if (!revealed.reached || isStale) await store.endQuiz(quizId);
  else if (number >= quiz.total) await finish(services, quiz);
  else queue.enqueue({ do: 'ask-next', quiz: quizId, number: number + 1 }, clock.now() + PAUSE_MS);
  return true;
}

/** Takes a public quiz up where a stop or a fault left it between two questions. */
export async function resumeQuiz(services: Services, quiz: Quiz): Promise<void> {
  const { store, queue, clock } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  if (rounds.some(({ state }) => state !== 'revealed')) return;
  const last = rounds.at(-1);
  const since = last ? (last.closedAt ?? last.closesAt) : quiz.startedAt;
  const patience = last ? STALE_MS : TRY_OVER_MS;
  if (clock.now() - since > patience) return void (await store.endQuiz(quiz.id));
  if (last)
    queue.enqueue(
      { do: 'ask-next', quiz: quiz.id, number: rounds.length + 1 },
      Math.max(clock.now(), since + PAUSE_MS),
    );
}

/**
 * A question whose post a stop or a fault cut short. Where the platform knows a repeat it is posted again with the
 * same key; elsewhere it may stand there unseen by us, so the quiz ends rather than ask twice.
 */
export async function repost(services: Services, roundId: string): Promise<void> {
  const { store, speaker, clock } = services;
  const round = await store.findRound(roundId);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz || round.messageId !== undefined || round.state === 'revealed') return;
  const isFresh = clock.now() - round.openedAt < REPEAT_SAFE_MS;
  const mayRepeat = isFresh && speaker.capabilities(round.place.platform).repeatsSafely;
  const outcome = mayRepeat
    ? await postRound(services, round)
    : ({ status: 'failed', sent: 'maybe' } as const);
  if (outcome.status !== 'posted') await giveUp(services, quiz, round, outcome);
}
