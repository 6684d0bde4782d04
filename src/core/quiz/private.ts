/** A quiz that one person plays alone, in messages that only they see. It does not score. */
import { type Card, type Choice, type PlainBlock, type PlainCard, plainCard, say } from '../cards/card.ts';
import type { Question } from '../dataset/schema.ts';
import { samePlayer } from '../ids.ts';
import type { Quiz, Round } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { allowedHere } from '../settings/allowed.ts';
import { findRoundHere, lockIn, noSuchRound } from './answer.ts';
import { type Next, newQuiz, type Opened, openNext, type QuizOrder, whyNone } from './quiz.ts';
import { secretsAround } from './secrets/secrets.ts';
import { questionsOfLevel } from './select.ts';
import { currentCard, resultCard } from './show.ts';

export async function startPrivate(services: Services, origin: Origin, order: QuizOrder): Promise<Card> {
  return showNext(services, await createPrivate(services, origin, order));
}

async function createPrivate(services: Services, origin: Origin, order: QuizOrder): Promise<Quiz> {
  const quiz = newQuiz(services, origin, order);
  await services.store.createQuiz(quiz);
  return quiz;
}

/** One question on one claim, or why none may be asked now. */
export async function askAbout(services: Services, origin: Origin, claim: string): Promise<Card> {
  const { library } = services;
  const id = library.claim(claim)?.id ?? claim;
  const refusal = (await secretsAround(services, origin)).refuseClaim(id);
  if (refusal) return refusal;
  const { question } = await allowedHere(services, origin.place);
  const order = { topic: '', total: 1, secondsPerRound: 0, isPrivate: true };
  const quiz = await createPrivate(services, origin, order);
  return showNext(services, quiz, library.questionsOn(id).filter(question));
}

async function showNext(services: Services, quiz: Quiz, only?: readonly Question[]): Promise<Card> {
  const { store } = services;
  const asked = await store.roundsOfQuiz(quiz.id);
  const candidates = only ?? (await questionsOfLevel(services, quiz));
  const opened = await nextOf(services, quiz, { number: asked.length + 1, asked, candidates });
  if (opened.status === 'opened') return currentCard(services, opened.round);
  if (opened.status === 'elsewhere') return resumed(services, quiz);
  if (opened.refusal && asked.length > 0) return goOnLater(opened.refusal, nextChoice(quiz));
  await store.endQuiz(quiz.id);
  return whyNone(opened);
}

/** Its topic may name an option of a question that was opened since. */
async function nextOf(services: Services, quiz: Quiz, next: Next): Promise<Opened> {
  const secrets = await secretsAround(services, { place: quiz.place, player: quiz.starter });
  const refusal = secrets.refuse(quiz.topic);
  return refusal ? { status: 'none', refusal } : openNext(services, quiz, next);
}

/** Another press opened it a moment ago. */
async function resumed(services: Services, quiz: Quiz): Promise<Card> {
  const last = (await services.store.roundsOfQuiz(quiz.id)).at(-1);
  return last ? currentCard(services, last) : noSuchRound();
}

/** The next question of a private quiz, for the person who plays it. */
export async function nextPrivate(services: Services, origin: Origin, quizId: string): Promise<Card> {
  const quiz = await services.store.findQuiz(quizId);
  if (!quiz?.isPrivate || !samePlayer(quiz.starter, origin.player)) return noSuchRound();
  const rounds = await services.store.roundsOfQuiz(quizId);
  const current = rounds.at(-1);
  if (current?.state === 'open')
    return (await waitFor(services, origin, current)) ?? currentCard(services, current);
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
  const { store, clock } = services;
  const round = await findRoundHere(services, origin, id);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz?.isPrivate || option >= round.shown.options.length) return noSuchRound();
  if (!samePlayer(quiz.starter, origin.player))
    return say('problem', 'This question was put to someone else. Type /quiz private for your own.');
  const wait = await waitFor(services, origin, round);
  if (wait) return wait;
  await lockIn(services, origin, round, option);
  await store.closeRound(id, clock.now());
  await store.markRevealed(id);
  return privateResult(services, quiz, round);
}

/**
 * For a question that was put to this person before another was opened around them which it would give away: it stays
 * where it is, and can be answered once that one is revealed.
 */
async function waitFor(services: Services, origin: Origin, round: Round): Promise<Card | undefined> {
  const question = services.library.question(round.questionId);
  const { refusal } = (await secretsAround(services, origin)).askable(question ? [question] : []);
  if (!refusal) return undefined;
  const card = await currentCard(services, round);
  return card.kind === 'plain' ? { ...card, blocks: [...saidIn(refusal), ...card.blocks] } : card;
}

/** The button that was pressed stays where it was. */
const goOnLater = (refusal: PlainCard, choice: Choice): Card =>
  plainCard(refusal.tone, ...saidIn(refusal), { type: 'choices', choices: [choice] });

const saidIn = ({ blocks }: PlainCard): readonly PlainBlock[] => blocks.filter(({ type }) => type === 'text');

async function privateResult(services: Services, quiz: Quiz, round: Round): Promise<Card> {
  const choices = await onward(services, quiz, round);
  return resultCard(services, round, { choices, notes: await privateScore(services, quiz, choices) });
}

/** After the last question of several: how many were right. */
async function privateScore(
  { store }: Services,
  quiz: Quiz,
  choices: readonly Choice[],
): Promise<readonly PlainBlock[]> {
  if (quiz.total === 1 || choices.length > 0) return [];
  const rounds = await store.roundsOfQuiz(quiz.id);
  const answers = (await Promise.all(rounds.map(({ id }) => store.answersOf(id)))).flat();
  return [
    {
      type: 'text',
      text: [
        `That was the last one: ${answers.filter(({ right }) => right).length} right of ${answers.length}.`,
      ],
    },
  ];
}

async function onward({ store }: Services, quiz: Quiz, round: Round): Promise<readonly Choice[]> {
  const asked = (await store.roundsOfQuiz(quiz.id)).length;
  const isLast = asked >= quiz.total || !('quiz' in round.belongsTo);
  if (isLast) await store.endQuiz(quiz.id);
  return isLast ? [] : [nextChoice(quiz)];
}

const nextChoice = ({ id }: Quiz): Choice => ({
  label: 'Next question',
  token: { do: 'next', quiz: id },
  style: 'primary',
});
