/** What carries a quiz on: after each round, and after a stop or a fault in between. */
import type { Services } from '../services.ts';
import type { Quiz, Round } from '../store.ts';
import { closeRound } from './close-round.ts';
import { endQuiz } from './end-quiz.ts';
import { finish, giveUp } from './finish.ts';
import { adoptMessage, keyOf, postRound, REPEAT_SAFE_MS, TRY_OVER_MS } from './open-round.ts';
import { currentCard } from './show.ts';

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
  if (quiz?.state !== 'running' || quiz.isPrivate) return true;
  const isStale = clock.now() - revealed.round.closesAt > STALE_MS;
  if (!revealed.reached || isStale) await endQuiz(services, quiz);
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
  if (clock.now() - since > patience) return void (await endQuiz(services, quiz));
  if (last)
    queue.enqueue(
      { do: 'ask-next', quiz: quiz.id, number: rounds.length + 1 },
      Math.max(clock.now(), since + PAUSE_MS),
    );
}

/**
 * A question whose post a stop or a fault cut short. Where the platform knows a repeat it is posted again with the
 * same key; elsewhere it is looked for. What stands there goes on; what surely does not is asked anew; where nobody
 * can know, the quiz ends rather than ask twice.
 */
export async function repost(services: Services, roundId: string): Promise<void> {
  const { store, library } = services;
  const round = await store.findRound(roundId);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz || round.messageId !== undefined || round.state === 'revealed') return;
  if (!library.question(round.questionId)) return void (await giveUp(services, quiz, round, UNSURE));
  if (!mayRepeat(services, round)) return lookFor(services, quiz, round);
  const outcome = await postRound(services, round);
  if (outcome.status !== 'posted') await giveUp(services, quiz, round, outcome);
}

const UNSURE = { status: 'failed', sent: 'maybe' } as const;

function mayRepeat({ clock, speaker }: Services, { openedAt, place }: Round): boolean {
  const elapsed = clock.now() - openedAt;
  return elapsed >= 0 && elapsed < REPEAT_SAFE_MS && speaker.capabilities(place.platform).repeatsSafely;
}

async function lookFor(services: Services, quiz: Quiz, round: Round): Promise<void> {
  const { speaker, clock } = services;
  const since = round.openedAt;
  const sought = { card: await currentCard(services, round), key: keyOf(round), since };
  const found = await speaker.find(round.place, sought);
  if (found.status === 'found')
    return adoptMessage(services, round, found.message, { openedAt: since, looksOff: true });
  const elapsed = clock.now() - since;
  if (found.status === 'absent') {
    // A try that is still under way cannot be found: the next tick looks again.
    if (elapsed >= 2 * TRY_OVER_MS) await askAnew(services, quiz, round);
  } else if (found.status === 'impossible' || elapsed > STALE_MS) await giveUp(services, quiz, round, UNSURE);
}

/** Of two processes that do so, one opens the question of this number. */
async function askAnew(services: Services, quiz: Quiz, round: Round): Promise<void> {
  const { store, queue, clock } = services;
  await store.discardRound(round.id);
  const isStale = clock.now() - round.openedAt > STALE_MS;
  if (quiz.state === 'ended' || isStale || !('quiz' in round.belongsTo))
    return void (await endQuiz(services, quiz));
  queue.enqueue({ do: 'ask-next', quiz: quiz.id, number: round.belongsTo.number }, clock.now());
}
