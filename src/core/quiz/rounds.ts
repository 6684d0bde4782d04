/**
 * One round from opening to reveal. Every step is a claim in the store first, so that two processes, a
 * restart or an impatient player cannot do it twice.
 */
import type { Card } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import { formatDate } from '../dates.ts';
import type { Place } from '../ids.ts';
import type { EditOutcome, PostOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { NewRound, Quiz, Round } from '../store.ts';
import { questionCard, revealCard, withdrawnCard } from './cards.ts';
import { drawOrder } from './question.ts';

/** A round that the minute's tick would find in time needs no timer of its own. */
export const TIMER_WITHIN_MS = 120_000;

/** A post that took longer than this shows a time that is off by as much. */
const SLOW_POST_MS = 2_000;

/** Retries of a reveal that the platform did not take: each waits as long again as it is late, within these. */
const REVEAL_AGAIN_MS = 15_000;
const REVEAL_AGAIN_MAX_MS = 10 * 60_000;

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

/**
 * Puts an open round into its place; its time runs from then. Safe to repeat where the platform is. A round that
 * someone ended while the platform took its time gets its result at once.
 */
export async function postRound(services: Services, round: Round): Promise<PostOutcome> {
  const { speaker, clock } = services;
  const openForMs = round.closesAt - round.openedAt;
  const before = { ...round, openedAt: clock.now(), closesAt: clock.now() + openForMs };
  const outcome = await speaker.post(round.place, await currentCard(services, before), `round-${round.id}`);
  if (outcome.status !== 'posted') return outcome;
  const openedAt = clock.now();
  const posted = { ...round, messageId: outcome.message.id, openedAt, closesAt: openedAt + openForMs };
  await services.store.attachMessage(round.id, posted);
  await watchRound(services, posted, posted.closesAt - before.closesAt > SLOW_POST_MS);
  return outcome;
}

/** Has a round that was just posted closed on time; corrects the time it shows where the post was slow. */
async function watchRound(
  services: Services,
  posted: Round & { messageId: string },
  wasSlow: boolean,
): Promise<void> {
  const { store, queue, speaker, clock } = services;
  const isOpen = (await store.findRound(posted.id))?.state === 'open';
  if (isOpen && wasSlow)
    await speaker.edit({ place: posted.place, id: posted.messageId }, await currentCard(services, posted));
  const dueAt = isOpen ? posted.closesAt : clock.now();
  if (dueAt - clock.now() < TIMER_WITHIN_MS) queue.enqueue({ do: 'close-round', round: posted.id }, dueAt);
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
 * Closes a round whose time is up (or at once, with `early`) and shows the result; repeats the reveal where an
 * earlier try did not come through. Undefined until it is done, and for all but the one caller who did it.
 */
export async function closeRound(
  services: Services,
  id: string,
  early: boolean,
): Promise<Revealed | undefined> {
  const { store, clock, queue, counter } = services;
  const round = await store.findRound(id);
  if (!round || round.state === 'revealed') return undefined;
  const isDue = round.isPrivate || round.messageId !== undefined ? clock.now() >= round.closesAt : false;
  if (round.state === 'open' && !early && !isDue) {
    if (round.closesAt > clock.now()) queue.enqueue({ do: 'close-round', round: id }, round.closesAt);
    return undefined;
  }
  if (round.state === 'open') await store.closeRound(id, clock.now());
  await counter.settle(id);
  return round.messageId === undefined && !round.isPrivate
    ? undefined
    : reveal(services, { ...round, state: 'closed' });
}

/** `reached`: whether the place could still be reached, so that a next question makes sense. */
export interface Revealed {
  readonly round: Round;
  readonly reached: boolean;
}

async function reveal(services: Services, round: Round): Promise<Revealed | undefined> {
  const { store, logger } = services;
  const outcome = await showResult(services, round);
  if (outcome === 'again') return undefined;
  if (outcome.status !== 'edited') {
    logger.warn('reveal-not-shown', { round: round.id, ...outcome });
    if (outcome.status === 'refused') await noteOnDelivery(services, round, outcome.fix);
  }
  return (await store.markRevealed(round.id)) ? { round, reached: outcome.status !== 'refused' } : undefined;
}

/** `again`: the platform did not take it; a job for the next try is waiting. */
async function showResult(services: Services, round: Round): Promise<EditOutcome | 'again'> {
  const { speaker, queue, clock } = services;
  if (round.messageId === undefined) return { status: 'edited' };
  const outcome = await speaker.edit(
    { place: round.place, id: round.messageId },
    await resultCard(services, round),
  );
  const late = clock.now() - round.closesAt;
  if (outcome.status !== 'failed' || late > REVEAL_GIVE_UP_MS) return outcome;
  const wait = Math.min(REVEAL_AGAIN_MAX_MS, Math.max(REVEAL_AGAIN_MS, late, outcome.retryAfterMs ?? 0));
  queue.enqueue({ do: 'close-round', round: round.id }, clock.now() + wait);
  return 'again';
}

/** So that `/daily status` tells why a question still looks open. */
async function noteOnDelivery({ store, clock }: Services, { belongsTo }: Round, fix: string): Promise<void> {
  if (!('delivery' in belongsTo)) return;
  const reason = `its answer could not be shown: ${fix}`;
  await store.settleDelivery(belongsTo.delivery, { state: 'posted', reason, at: clock.now() });
}

async function resultCard(services: Services, round: Round): Promise<Card> {
  const { library, store } = services;
  const question = library.questions.get(round.questionId);
  const { title } = await titleOf(services, round);
  if (!question) {
    await store.voidAnswers(round.id);
    return withdrawnCard(title);
  }
  return revealCard(library, { round, question, title, answers: await store.answersOf(round.id) });
}
