/** A run of rounds in a channel: started by one command, asked one after the other. */
import { type Card, say } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round } from '../store.ts';
import { ask, askAtOnce } from './ask.ts';
import { finish } from './finish.ts';
import { openRound } from './open-round.ts';
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

const ALL_ASKED =
  'What fits is being asked here right now. Answer it there; once it is revealed, more can be asked.';

export const allAskedNow = (): Card => say('problem', ALL_ASKED);

/**
 * Asks a quiz's question of this number in its channel, once: not while another one is open, not beyond the
 * last, not after the end. What comes of it is told in the channel, or to whoever started the quiz.
 */
export async function askNext(services: Services, quiz: Quiz, number: number): Promise<void> {
  const round = await openInTurn(services, quiz, number);
  if (round === 'none-left') await finish(services, quiz, number === 1 ? ALL_ASKED : '');
  else if (round) await ask(services, quiz, round);
}

/** Asks the first one for whoever waits for a reply: a card where it does not stand in the channel. */
export async function askFirst(services: Services, quiz: Quiz): Promise<Card | undefined> {
  const round = await openInTurn(services, quiz, 1);
  if (round === 'none-left') await finish(services, quiz);
  if (round === 'none-left') return allAskedNow();
  return round && askAtOnce(services, quiz, round);
}

async function openInTurn(
  services: Services,
  quiz: Quiz,
  number: number,
): Promise<Round | 'none-left' | undefined> {
  const { store } = services;
  const asked = await store.roundsOfQuiz(quiz.id);
  if (asked.some(({ state }) => state !== 'revealed') || asked.length >= number) return undefined;
  const candidates = number > quiz.total ? [] : questionsAbout(services, quiz.topic);
  const round = await openNext(services, quiz, { number, asked, candidates });
  if (round === 'elsewhere' || !round) return round ? undefined : 'none-left';
  if ((await store.findQuiz(quiz.id))?.state !== 'ended') return round;
  await store.discardRound(round.id);
  return undefined;
}
