/** A quiz that one person plays alone, in messages that only they see. It does not score. */
import { type Card, type Choice, type PlainBlock, say } from '../card.ts';
import { samePlayer } from '../ids.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round } from '../store.ts';
import { findRoundHere, lockIn, noSuchRound } from './answer.ts';
import { allAskedNow, newQuiz, openNext, type QuizOrder } from './quiz.ts';
import { openQuestions, questionsAbout } from './select.ts';
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
  const order = { topic: '', total: 1, secondsPerRound: 0, isPrivate: true };
  const quiz = await createPrivate(services, origin, order);
  return showNext(services, quiz, services.library.questionsOn(claim));
}

async function showNext(
  services: Services,
  quiz: Quiz,
  candidates = questionsAbout(services, quiz.topic),
): Promise<Card> {
  const { store } = services;
  const asked = await store.roundsOfQuiz(quiz.id);
  const round = await openNext(services, quiz, { number: asked.length + 1, asked, candidates });
  const shown = round === 'elsewhere' ? (await store.roundsOfQuiz(quiz.id)).at(-1) : round;
  if (shown) return currentCard(services, shown);
  await store.endQuiz(quiz.id);
  const open = await openQuestions(services, quiz.place);
  return candidates.some((candidate) => open.includes(candidate))
    ? allAskedNow()
    : say('neutral', 'There is no further question that fits. Type /quiz for another topic.');
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
  const { store, clock } = services;
  const round = await findRoundHere(services, origin, id);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz?.isPrivate || option >= round.shown.options.length) return noSuchRound();
  if (!samePlayer(quiz.starter, origin.player))
    return say('problem', 'This question was put to someone else. Type /quiz private for your own.');
  if (round.state === 'open' && (await isOpenNow(services, round)))
    return waitFor(await currentCard(services, round));
  await lockIn(services, origin, round, option);
  await store.closeRound(id, clock.now());
  await store.markRevealed(id);
  return privateResult(services, quiz, round);
}

/** Also where one of the two rounds was opened before a release that changed the question’s id. */
const isOpenNow = async (services: Services, { place, questionId }: Round): Promise<boolean> =>
  (await openQuestions(services, place)).some(({ id }) => id === services.library.question(questionId)?.id);

/** The same question was put to everyone meanwhile; its answer must not come from here. */
const waitFor = (card: Card): Card =>
  card.kind === 'cited'
    ? card
    : {
        ...card,
        blocks: [
          {
            type: 'text',
            text: [
              'This is being asked here right now. Answer it there; you can go on here once it is revealed.',
            ],
          },
          ...card.blocks,
        ],
      };

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
  return isLast ? [] : [{ label: 'Next question', token: { do: 'next', quiz: quiz.id }, style: 'primary' }];
}
