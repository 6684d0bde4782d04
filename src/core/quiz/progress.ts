/** What carries a quiz on: after each round, and after a stop or a fault in between. */
import type { Player } from '../ids.ts';
import type { Quiz } from '../ports/store.ts';
import { TRY_OVER_MS } from '../posting.ts';
import type { Services } from '../services.ts';
import { type Closing, closeRound } from './close-round.ts';
import { finish } from './finish.ts';
import { readingMs } from './pause.ts';

/** A quiz that nobody has gone on with for this long, because the bot was away, is not woken up. */
const STALE_MS = 10 * 60_000;

const TOO_LATE = 'It could not go on in time. Type /quiz for a new one.';

/**
 * Closes a round, early for someone who presses; what follows is the next question after a pause, or the result.
 */
export async function advance(services: Services, id: string, by?: Player): Promise<Closing> {
  const { store, queue, clock } = services;
  const closing = await closeRound(services, id, by);
  if (closing.status !== 'done' || !('quiz' in closing.round.belongsTo)) return closing;
  const { quiz: quizId, number } = closing.round.belongsTo;
  const quiz = await store.findQuiz(quizId);
  if (quiz?.state !== 'running' || quiz.isPrivate) return closing;
  if (number >= quiz.total) await finish(services, quiz);
  else if (clock.now() - closing.round.closesAt > STALE_MS) await finish(services, quiz, TOO_LATE);
  else
    queue.enqueue(
      { do: 'ask-next', quiz: quizId, number: number + 1 },
      clock.now() + readingMs(services, closing.round),
    );
  return closing;
}

/** Takes a public quiz up where a stop or a fault left it between two questions. */
export async function resumeQuiz(services: Services, quiz: Quiz): Promise<void> {
  const { store, queue, clock } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  if (rounds.some(({ state }) => state !== 'revealed')) return;
  const last = rounds.at(-1);
  const since = last ? (last.closedAt ?? last.closesAt) : quiz.startedAt;
  const patience = last ? STALE_MS : TRY_OVER_MS;
  if (clock.now() - since > patience)
    return finish(services, quiz, rounds.length >= quiz.total ? '' : TOO_LATE);
  if (last)
    queue.enqueue(
      { do: 'ask-next', quiz: quiz.id, number: rounds.length + 1 },
      Math.max(clock.now(), since + readingMs(services, last)),
    );
}
