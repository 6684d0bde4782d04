/** A run of rounds in a channel: started by one command, asked one after the other. */
import { type Card, type PlainCard, say } from '../cards/card.ts';
import { cardToText, wordsAt } from '../cards/card-text.ts';
import type { Question } from '../dataset/schema.ts';
import type { Level, Quiz, Round } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { ask, askAtOnce } from './ask.ts';
import { drawUnanswered, drawUnseen } from './draw.ts';
import { finish } from './finish.ts';
import { leavingRoom } from './following.ts';
import { openRound } from './open-round.ts';
import { rising } from './rise.ts';
import { leftFor, questionsOfLevel } from './select.ts';

/** A private question waits for its player this long. */
const PRIVATE_OPEN_MS = 24 * 3_600_000;

export interface QuizOrder {
  readonly topic: string;
  /** The id of the one that it is to be of. */
  readonly pack?: string | undefined;
  readonly level?: Level | undefined;
  readonly total: number;
  readonly secondsPerRound: number;
  readonly isPrivate: boolean;
}

export function newQuiz({ random, clock }: Services, origin: Origin, order: QuizOrder): Quiz {
  const { topic, pack, level, total, secondsPerRound, isPrivate } = order;
  return {
    id: random.id(),
    place: origin.place,
    starter: origin.player,
    ...{ topic, pack, level, total, secondsPerRound, isPrivate },
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
 * elsewhere: someone else opened this number. none: no question is left that fits; `refusal` where only those are that
 * would give away what is open around, and that can be asked later.
 */
export type Opened =
  | { readonly status: 'opened'; readonly round: Round }
  | { readonly status: 'elsewhere' }
  | { readonly status: 'none'; readonly refusal: PlainCard | undefined };

export async function openNext(
  services: Services,
  quiz: Quiz,
  { number, asked, candidates }: Next,
): Promise<Opened> {
  const { left, refusal } = await leftFor(services, quiz, asked, candidates);
  if (refusal) return { status: 'none', refusal };
  const { total, level } = quiz;
  const fitting = leavingRoom(services.library, left, total - number);
  const wishes = rising({ number, total, level });
  const question = quiz.isPrivate
    ? await drawUnanswered(services, { player: quiz.starter, place: quiz.place }, fitting, wishes)
    : await drawUnseen(services, quiz.place, fitting, wishes);
  if (!question) return { status: 'none', refusal: undefined };
  const round = await openRound(services, {
    place: quiz.place,
    question,
    belongsTo: { quiz: quiz.id, number },
    openForMs: quiz.isPrivate ? PRIVATE_OPEN_MS : quiz.secondsPerRound * 1_000,
    isPrivate: quiz.isPrivate,
  });
  return round ? { status: 'opened', round } : { status: 'elsewhere' };
}

/** Why none was opened, for whoever waits for it. */
export const whyNone = ({ refusal }: Extract<Opened, { readonly status: 'none' }>): Card =>
  refusal ?? say('neutral', 'There is no further question that fits. Type /quiz for another topic.');

/**
 * Asks a quiz's question of this number in its channel, once: not while another one is open, not beyond the
 * last, not after the end. What comes of it is told in the channel, or to whoever started the quiz.
 */
export async function askNext(services: Services, quiz: Quiz, number: number): Promise<Opened['status']> {
  const opened = await openInTurn(services, quiz, number);
  if (opened.status === 'none')
    // Later its end says so in the channel.
    await finish(
      services,
      quiz,
      number === 1 ? cardToText(whyNone(opened), wordsAt(services.clock.now())) : '',
    );
  else if (opened.status === 'opened') await ask(services, quiz, opened.round);
  return opened.status;
}

/** Asks the first one for whoever waits for a reply: a card where it does not stand in the channel. */
export async function askFirst(services: Services, quiz: Quiz): Promise<Card | undefined> {
  const opened = await openInTurn(services, quiz, 1);
  if (opened.status === 'none') await finish(services, quiz);
  if (opened.status === 'none') return whyNone(opened);
  return opened.status === 'opened' ? askAtOnce(services, quiz, opened.round) : undefined;
}

/** Also `elsewhere` where it is not the turn of this number, or nobody’s any more. */
async function openInTurn(services: Services, quiz: Quiz, number: number): Promise<Opened> {
  const { store } = services;
  const asked = await store.roundsOfQuiz(quiz.id);
  if (asked.some(({ state }) => state !== 'revealed') || asked.length >= number)
    return { status: 'elsewhere' };
  const candidates = number > quiz.total ? [] : await questionsOfLevel(services, quiz);
  const opened = await openNext(services, quiz, { number, asked, candidates });
  if (opened.status !== 'opened' || (await store.findQuiz(quiz.id))?.state !== 'ended') return opened;
  await store.discardRound(opened.round.id);
  return { status: 'elsewhere' };
}
