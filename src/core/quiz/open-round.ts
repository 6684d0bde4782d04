/** A round's beginning: stored first, then posted, then its message noted; its time runs from the post. */
import type { Question } from '../dataset/schema.ts';
import type { MessageRef, Place } from '../ids.ts';
import type { PostOutcome } from '../platform.ts';
import type { Job } from '../queue.ts';
import type { Services } from '../services.ts';
import type { NewRound, Round } from '../store.ts';
import { putQuestion } from './question.ts';
import { currentCard, refreshSoon, resultCard } from './show.ts';

/** A round that the minute's tick would find in time needs no timer of its own. */
export const TIMER_WITHIN_MS = 120_000;

/** How long after a first try a platform that knows our key does not show a repeat twice. */
export const REPEAT_SAFE_MS = 120_000;

/** A try to post is over, one way or the other, before this; then there is still time for a safe repeat. */
export const TRY_OVER_MS = 60_000;

/** A post that took longer than this shows a time that is off by as much. */
const SLOW_POST_MS = 2_000;

export interface Opening {
  readonly place: Place;
  readonly question: Question;
  readonly belongsTo: NewRound['belongsTo'];
  readonly openForMs: number;
  readonly isPrivate: boolean;
}

/** People sit before a quiz; a morning's dailies are revealed in their turn, and on several replicas by one of them. */
export const closingJob = ({ id, belongsTo, place }: Pick<Round, 'id' | 'belongsTo' | 'place'>): Job =>
  'quiz' in belongsTo
    ? { do: 'close-round', round: id }
    : { do: 'close-daily', platform: place.platform, round: id };

/** Undefined where another process opened this round first. */
export async function openRound(services: Services, opening: Opening): Promise<Round | undefined> {
  const { store, clock, random } = services;
  const now = clock.now();
  const round: NewRound = {
    id: random.id(),
    place: opening.place,
    questionId: opening.question.id,
    shown: putQuestion(opening.question, random),
    openedAt: now,
    closesAt: now + opening.openForMs,
    belongsTo: opening.belongsTo,
    isPrivate: opening.isPrivate,
  };
  const isOurs = await store.openRound(round);
  return isOurs ? { ...round, messageId: undefined, closedAt: undefined, state: 'open' } : undefined;
}

/** What every try to post this round is sent with. */
export const keyOf = ({ id }: Pick<Round, 'id'>): string => `round-${id}`;

/**
 * Puts an open round into its place; safe to repeat where the platform is. `beforeSending` runs when all is ready
 * and only the sending is left: a fault before it means that nothing was sent. Where it answers false, nothing is.
 */
export async function postRound(
  services: Services,
  round: Round,
  beforeSending: () => unknown = () => undefined,
): Promise<PostOutcome> {
  const { speaker, clock } = services;
  const openForMs = round.closesAt - round.openedAt;
  const before = clock.now();
  const card = await currentCard(services, { ...round, openedAt: before, closesAt: before + openForMs });
  if ((await beforeSending()) === false) return { status: 'failed', sent: 'no' };
  const outcome = await speaker.post(round.place, card, keyOf(round));
  if (outcome.status !== 'posted') return outcome;
  const openedAt = clock.now();
  await adoptMessage(services, round, outcome.message, {
    openedAt,
    looksOff: openedAt - before > SLOW_POST_MS,
  });
  return outcome;
}

/**
 * Notes that this message shows the round, whose time runs from `openedAt`, and has it closed on time. `looksOff`:
 * the message does not show when that is.
 */
export async function adoptMessage(
  services: Services,
  round: Round,
  message: MessageRef,
  { openedAt, looksOff }: { readonly openedAt: number; readonly looksOff: boolean },
): Promise<void> {
  const closesAt = openedAt + round.closesAt - round.openedAt;
  const posted = { ...round, messageId: message.id, openedAt, closesAt };
  await noteMessage(services, posted);
  await watchRound(services, posted, message, looksOff);
}

/** The message's id is known here alone, so a database that stumbles is asked again. */
async function noteMessage(
  { store }: Services,
  posted: Round & { readonly messageId: string },
): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      return await store.attachMessage(posted.id, posted);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Has a round that was just posted closed on time, and shows at once what changed while the platform took its time. */
async function watchRound(
  services: Services,
  posted: Round,
  message: MessageRef,
  looksOff: boolean,
): Promise<void> {
  const { store, queue, speaker, clock } = services;
  const state = (await store.findRound(posted.id))?.state;
  if (state === 'open' && looksOff) refreshSoon(services, posted.id);
  if (state === 'revealed') await speaker.edit(message, await resultCard(services, posted));
  const dueAt = state === 'open' ? posted.closesAt : clock.now();
  if (state !== 'revealed' && dueAt - clock.now() < TIMER_WITHIN_MS) queue.enqueue(closingJob(posted), dueAt);
}
