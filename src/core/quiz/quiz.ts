/** A run of rounds in a channel: started by one command, asked one after the other. */
import { type Card, say } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round } from '../store.ts';
import { finish, giveUp } from './finish.ts';
import { openRound, postRound } from './open-round.ts';
import { drawUnanswered, drawUnseen, openQuestions, questionsAbout, withoutGiveaways } from './select.ts';

/** A private question waits for its player this long. */
const PRIVATE_OPEN_MS = 24 * 3_600_000;

export interface QuizOrder {
  readonly topic: string;
  readonly total: number;
  readonly secondsPerRound: number;
  readonly isPrivate: boolean;
}

export function newQuiz({ random, clock }: Services, origin: Origin, order: QuizOrder): Quiz {
  const { topic, total, secondsPerRound, isPrivate } = order;
  return {
    id: random.id(),
    place: origin.place,
    starter: origin.player,
    ...{ topic, total, secondsPerRound, isPrivate },
    state: 'running',
    startedAt: clock.now(),
  };
}

export interface Next {
  /** Its place in the quiz; of two who open the same number, one does. */
  readonly number: number;
  readonly asked: readonly Round[];
  readonly candidates: readonly Question[];
}

/**
 * Undefined where no question is left that fits and gives no other away, neither of this quiz nor of those open
 * in the workspace; `elsewhere`: someone else opened this number.
 */
export async function openNext(
  services: Services,
  quiz: Quiz,
  { number, asked, candidates }: Next,
): Promise<Round | 'elsewhere' | undefined> {
  const { library } = services;
  const before = asked.flatMap(({ questionId }) => library.question(questionId) ?? []);
  const open = await openQuestions(services, quiz.place);
  const fitting = withoutGiveaways(library, candidates, { before, open });
  const question = quiz.isPrivate
    ? await drawUnanswered(services, quiz.starter, fitting)
    : await drawUnseen(services, quiz.place, fitting);
  if (!question) return undefined;
  const opened = await openRound(services, {
    place: quiz.place,
    question,
    belongsTo: { quiz: quiz.id, number },
    openForMs: quiz.isPrivate ? PRIVATE_OPEN_MS : quiz.secondsPerRound * 1_000,
    isPrivate: quiz.isPrivate,
  });
  return opened ?? 'elsewhere';
}

export const allAskedNow = (): Card =>
  say(
    'problem',
    'What fits is being asked here right now. Answer it there; once it is revealed, more can be asked.',
  );

/**
 * Asks a quiz's question of this number in its channel, once: not while another one is open, not beyond the
 * last, not after the end. A card where it could not be asked, for the person who started the quiz.
 */
export async function askNext(services: Services, quiz: Quiz, number: number): Promise<Card | undefined> {
  const { store } = services;
  const asked = await store.roundsOfQuiz(quiz.id);
  if (asked.some(({ state }) => state !== 'revealed') || asked.length >= number) return undefined;
  const candidates = number > quiz.total ? [] : questionsAbout(services, quiz.topic);
  const round = await openNext(services, quiz, { number, asked, candidates });
  if (round === 'elsewhere') return undefined;
  if (!round) await finish(services, quiz);
  if (!round) return number === 1 ? allAskedNow() : undefined;
  if ((await store.findQuiz(quiz.id))?.state === 'ended') await store.discardRound(round.id);
  else return ask(services, quiz, round);
  return undefined;
}

async function ask(services: Services, quiz: Quiz, round: Round): Promise<Card | undefined> {
  let isSending = false;
  try {
    const outcome = await postRound(services, round, () => {
      isSending = true;
    });
    return outcome.status === 'posted' ? undefined : await giveUp(services, quiz, round, outcome);
  } catch (error) {
    if (!isSending) await services.store.discardRound(round.id);
    throw error;
  }
}
