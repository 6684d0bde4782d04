/** A run of rounds in a channel: started by one command, one question after the other, a result at the end. */
import { type Card, plainCard, say } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import { shuffle } from '../random.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round, Standing } from '../store.ts';
import { closeRound, openRound, postRound } from './rounds.ts';
import { questionsAbout, withoutGiveaways } from './select.ts';
import { standingsBlock } from './standings.ts';
import { answerCounts } from './tally.ts';

/** Time to read an answer before the next question appears. */
const PAUSE_MS = 6_000;

/** A private question waits for its player this long. */
const PRIVATE_OPEN_MS = 24 * 3_600_000;

export interface QuizOrder {
  readonly topic: string;
  readonly total: number;
  readonly secondsPerRound: number;
  readonly isPrivate: boolean;
  /** Ask on this claim alone, where it is given. */
  readonly claim?: string;
}

export async function createQuiz(services: Services, origin: Origin, order: QuizOrder): Promise<Quiz> {
  const { store, random, clock } = services;
  const { claim, ...rest } = order;
  const quiz: Quiz = {
    id: random.id(),
    place: origin.place,
    starter: origin.player,
    ...rest,
    ended: false,
    startedAt: clock.now(),
  };
  await store.createQuiz(quiz);
  return quiz;
}

/** Undefined where no question is left that fits and gives no other away, or another process asked it. */
export async function openNext(services: Services, quiz: Quiz, claim?: string): Promise<Round | undefined> {
  const { store, library } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  const asked = rounds.flatMap(({ questionId }) => library.questions.get(questionId) ?? []);
  const fitting = claim === undefined ? questionsAbout(services, quiz.topic) : library.questionsOn(claim);
  const question = await drawQuestion(services, quiz, withoutGiveaways(fitting, asked));
  if (!question) return undefined;
  return openRound(services, {
    place: quiz.place,
    question,
    belongsTo: { quiz: quiz.id, number: rounds.length + 1 },
    openForMs: quiz.isPrivate ? PRIVATE_OPEN_MS : quiz.secondsPerRound * 1_000,
    isPrivate: quiz.isPrivate,
  });
}

async function drawQuestion(
  services: Services,
  { place }: Quiz,
  candidates: readonly Question[],
): Promise<Question | undefined> {
  const { store, random, clock, library } = services;
  const order = shuffle(candidates, random).map(({ id }) => id);
  const id = await store.takeUnseen(place, 'question', order, clock.now());
  return id === undefined ? undefined : library.questions.get(id);
}

/** Asks the quiz's next question in its channel; a card where it could not, for the person who started it. */
export async function askNext(services: Services, quiz: Quiz): Promise<Card | undefined> {
  const round = await openNext(services, quiz);
  if (!round) {
    await finish(services, quiz);
    return undefined;
  }
  const outcome = await postRound(services, round);
  if (outcome.status === 'posted') return undefined;
  await services.store.closeRound(round.id, services.clock.now());
  await services.store.markRevealed(round.id);
  await services.store.endQuiz(quiz.id);
  services.logger.warn('question-not-posted', { quiz: quiz.id, ...outcome });
  return outcome.status === 'refused'
    ? say('problem', 'The question could not be posted. ', outcome.fix)
    : say(
        'problem',
        'The platform did not take the question just now. Nothing was lost: try again in a minute.',
      );
}

/** What follows a round that was closed: the next question after a pause, or the result. */
export async function advance(services: Services, id: string, early: boolean): Promise<boolean> {
  const { store, queue, clock } = services;
  const revealed = await closeRound(services, id, early);
  if (!revealed || !('quiz' in revealed.round.belongsTo)) return revealed !== undefined;
  const { quiz: quizId, number } = revealed.round.belongsTo;
  const quiz = await store.findQuiz(quizId);
  if (!quiz || quiz.ended || quiz.isPrivate) return true;
  if (!revealed.reached) await store.endQuiz(quizId);
  else if (number >= quiz.total) await finish(services, quiz);
  else queue.enqueue({ do: 'ask-next', quiz: quizId }, clock.now() + PAUSE_MS);
  return true;
}

/** Ends a quiz once and, where it had several questions, posts who did best. */
export async function finish(services: Services, quiz: Quiz): Promise<void> {
  const { store, speaker } = services;
  if (!(await store.endQuiz(quiz.id)) || quiz.isPrivate) return;
  const rounds = await store.roundsOfQuiz(quiz.id);
  if (quiz.total === 1 || rounds.length === 0) return;
  const standings = answerCounts(await Promise.all(rounds.map(({ id }) => store.answersOf(id))));
  await speaker.post(quiz.place, resultCard(rounds.length, standings), `result-${quiz.id}`);
}

function resultCard(asked: number, standings: readonly Standing[]): Card {
  const questions = asked === 1 ? 'one question' : `${asked} questions`;
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Quiz over' },
    standings.length === 0
      ? { type: 'text', text: [`Nobody answered in ${questions}.`] }
      : standingsBlock(standings.slice(0, 10)),
    { type: 'note', text: [`After ${questions}. Every answer above carries its receipt.`] },
  );
}
