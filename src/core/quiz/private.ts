/** A quiz that one person plays alone, in messages that only they see. It does not score. */
import { type Card, type Choice, say } from '../card.ts';
import { samePlayer } from '../ids.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round } from '../store.ts';
import { findRoundHere, noSuchRound } from './answer.ts';
import { revealCard, withdrawnCard } from './cards.ts';
import { rightPosition } from './question.ts';
import { createQuiz, openNext, type QuizOrder } from './quiz.ts';
import { currentCard, titleOf } from './rounds.ts';

export async function startPrivate(services: Services, origin: Origin, order: QuizOrder): Promise<Card> {
  const quiz = await createQuiz(services, origin, order);
  return showNext(services, quiz, order.claim);
}

async function showNext(services: Services, quiz: Quiz, claim?: string): Promise<Card> {
  const round = await openNext(services, quiz, claim);
  if (round) return currentCard(services, round);
  await services.store.endQuiz(quiz.id);
  return say('neutral', 'There is no further question that fits. Type /quiz for another topic.');
}

/** The next question of a private quiz, for the person who plays it. */
export async function nextPrivate(services: Services, origin: Origin, quizId: string): Promise<Card> {
  const quiz = await services.store.findQuiz(quizId);
  if (!quiz?.isPrivate || !samePlayer(quiz.starter, origin.player)) return noSuchRound();
  const rounds = await services.store.roundsOfQuiz(quizId);
  const current = rounds.at(-1);
  if (current?.state === 'open') return currentCard(services, current);
  return rounds.length >= quiz.total
    ? say('neutral', 'That quiz is over. Type /quiz for a new one.')
    : showNext(services, quiz);
}

/** Answers a private round and turns its message into the result. */
export async function pickPrivate(
  services: Services,
  origin: Origin,
  id: string,
  option: number,
): Promise<Card> {
  const { store, clock, library } = services;
  const round = await findRoundHere(services, origin, id);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz?.isPrivate || option >= round.order.length) return noSuchRound();
  if (!samePlayer(quiz.starter, origin.player))
    return say('problem', 'This question was put to someone else. Type /quiz private for your own.');
  const right = option === rightPosition(round);
  const outcome = await store.recordAnswer({
    round: id,
    player: origin.player,
    option,
    right,
    at: clock.now(),
  });
  if (outcome.status === 'locked') {
    await store.closeRound(id, clock.now());
    await store.markRevealed(id);
  }
  const question = library.questions.get(round.questionId);
  const { title } = await titleOf(services, round);
  if (!question) return withdrawnCard(title);
  const answers = await store.answersOf(id);
  const chosen = answers[0]?.option ?? option;
  return revealCard(library, round, question, title, answers, {
    chosen,
    choices: await onward(services, quiz, round),
  });
}

async function onward({ store }: Services, quiz: Quiz, round: Round): Promise<readonly Choice[]> {
  const asked = (await store.roundsOfQuiz(quiz.id)).length;
  const isLast = asked >= quiz.total || !('quiz' in round.belongsTo);
  if (isLast) await store.endQuiz(quiz.id);
  return isLast ? [] : [{ label: 'Next question', token: { do: 'next', quiz: quiz.id }, style: 'primary' }];
}
