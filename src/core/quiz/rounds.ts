/**
 * One round from opening to reveal. Every step is a claim in the store first, so that two processes, a
 * restart or an impatient player cannot do it twice.
 */
import type { Card } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import { formatDate } from '../dates.ts';
import type { Place } from '../ids.ts';
import type { PostOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { NewRound, Quiz, Round } from '../store.ts';
import { questionCard, revealCard, withdrawnCard } from './cards.ts';
import { drawOrder } from './question.ts';

/** A round that the minute's tick would find in time needs no timer of its own. */
export const TIMER_WITHIN_MS = 120_000;

/** Retry of a reveal that the platform did not take. */
const REVEAL_AGAIN_MS = 15_000;

/** A reveal that failed for this long is given up: the message cannot be reached any more. */
const REVEAL_GIVE_UP_MS = 24 * 3_600_000;

export interface Opening {
  readonly place: Place;
  readonly question: Question;
  readonly belongsTo: NewRound['belongsTo'];
  readonly openForMs: number;
  readonly isPrivate: boolean;
}

/** Undefined where another process opened this round first. */
export async function openRound(services: Services, opening: Opening): Promise<Round | undefined> {
  const { store, clock, random } = services;
  const now = clock.now();
  const round: NewRound = {
    id: random.id(),
    place: opening.place,
    questionId: opening.question.id,
    order: drawOrder(opening.question, random),
    openedAt: now,
    closesAt: now + opening.openForMs,
    belongsTo: opening.belongsTo,
    isPrivate: opening.isPrivate,
  };
  return (await store.openRound(round)) ? { ...round, messageId: undefined, state: 'open' } : undefined;
}

/** Puts an open round into its place. Safe to repeat where the platform is. */
export async function postRound(services: Services, round: Round): Promise<PostOutcome> {
  const { speaker, store, queue, clock } = services;
  const outcome = await speaker.post(round.place, await currentCard(services, round), `round-${round.id}`);
  if (outcome.status !== 'posted') return outcome;
  await store.attachMessage(round.id, outcome.message.id);
  if (round.closesAt - clock.now() < TIMER_WITHIN_MS)
    queue.enqueue({ do: 'close-round', round: round.id }, round.closesAt);
  return outcome;
}

/** The round as it looks now, open. */
export async function currentCard(services: Services, round: Round): Promise<Card> {
  const question = services.library.questions.get(round.questionId);
  const { title, quiz } = await titleOf(services, round);
  if (!question) return withdrawnCard(title);
  const answers = round.messageId === undefined ? [] : await services.store.answersOf(round.id);
  return questionCard(round, question, title, answers.length, quiz);
}

export async function titleOf({ store }: Services, round: Round): Promise<{ title: string; quiz?: Quiz }> {
  if ('delivery' in round.belongsTo) {
    const delivery = await store.findDelivery(round.belongsTo.delivery);
    return { title: delivery ? `Daily question, ${formatDate(delivery.localDate)}` : 'Daily question' };
  }
  const quiz = await store.findQuiz(round.belongsTo.quiz);
  if (!quiz) return { title: 'Question' };
  return {
    title: quiz.total === 1 ? 'Question' : `Question ${round.belongsTo.number} of ${quiz.total}`,
    quiz,
  };
}

/**
 * Closes a round whose time is up (or at once, with `early`) and shows the result. Repeats the reveal where
 * an earlier try did not come through. Undefined until it is done, and for all but the one who did it.
 */
export async function closeRound(
  services: Services,
  id: string,
  early: boolean,
): Promise<Revealed | undefined> {
  const { store, clock, queue, counter } = services;
  const round = await store.findRound(id);
  if (!round || round.state === 'revealed') return undefined;
  if (round.state === 'open' && !early && clock.now() < round.closesAt) {
    queue.enqueue({ do: 'close-round', round: id }, round.closesAt);
    return undefined;
  }
  if (round.state === 'open') await store.closeRound(id, clock.now());
  await counter.settle(id);
  return reveal(services, { ...round, state: 'closed' });
}

/** `reached`: whether the place could still be reached, so that a next question makes sense. */
export interface Revealed {
  readonly round: Round;
  readonly reached: boolean;
}

async function reveal(services: Services, round: Round): Promise<Revealed | undefined> {
  const { store, speaker, queue, clock, logger } = services;
  let reached = true;
  if (round.messageId !== undefined) {
    const outcome = await speaker.edit(
      { place: round.place, id: round.messageId },
      await resultCard(services, round),
    );
    if (outcome.status === 'failed' && clock.now() - round.closesAt < REVEAL_GIVE_UP_MS) {
      const wait = Math.max(REVEAL_AGAIN_MS, outcome.retryAfterMs ?? 0);
      queue.enqueue({ do: 'close-round', round: round.id }, clock.now() + wait);
      return undefined;
    }
    reached = outcome.status === 'edited';
    if (!reached) logger.warn('reveal-not-shown', { round: round.id, ...outcome });
  }
  await store.markRevealed(round.id);
  return { round, reached };
}

async function resultCard(services: Services, round: Round): Promise<Card> {
  const { library, store } = services;
  const question = library.questions.get(round.questionId);
  const { title } = await titleOf(services, round);
  if (!question) return withdrawnCard(title);
  return revealCard(library, round, question, title, await store.answersOf(round.id));
}
