/** A round's beginning: stored first, then posted, then its message noted; its time runs from the post. */
import type { Question } from '../dataset/schema.ts';
import type { MessageRef, Place } from '../ids.ts';
import type { Job } from '../ports/queue.ts';
import { FIRST_TRY_MS, type NewRound, type Round } from '../ports/store.ts';
import type { Post, Standing } from '../posting.ts';
import type { Services } from '../services.ts';
import { putQuestion } from './question.ts';
import { currentCard, refreshSoon, resultCard } from './show.ts';

/** A round that the minute's tick would find in time needs no timer of its own. */
export const TIMER_WITHIN_MS = 120_000;

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
export function openRound(services: Services, opening: Opening): Promise<Round | undefined> {
  const { clock, random } = services;
  const now = clock.now();
  return keepRound(services, {
    id: random.id(),
    place: opening.place,
    questionId: opening.question.id,
    shown: putQuestion(opening.question, random),
    openedAt: now,
    closesAt: now + opening.openForMs,
    belongsTo: opening.belongsTo,
    isPrivate: opening.isPrivate,
  });
}

/** The same for one that stands somewhere. */
export async function keepRound({ store }: Services, round: NewRound): Promise<Round | undefined> {
  const isOurs = await store.openRound(round);
  const unposted = {
    messageId: undefined,
    isVoid: false,
    closedAt: undefined,
    unsureSince: undefined,
  } as const;
  return isOurs
    ? { ...round, ...unposted, state: 'open', retryAt: round.openedAt + FIRST_TRY_MS }
    : undefined;
}

/** Its message as it looks when it is sent: the time runs from then. */
export const postOf = (services: Services, round: Round): Post => ({
  place: round.place,
  key: `round-${round.id}`,
  card: () => {
    const openedAt = services.clock.now();
    return currentCard(services, {
      ...round,
      openedAt,
      closesAt: openedAt + round.closesAt - round.openedAt,
    });
  },
});

/**
 * Notes that this message shows the round, whose time runs from `openedAt`, and has it closed on time. `looksOff`:
 * the message does not show when that is.
 */
export async function adoptMessage(
  services: Services,
  round: Round,
  message: MessageRef,
  { openedAt, looksOff }: Pick<Standing, 'openedAt' | 'looksOff'>,
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
  const { store, queue, edits, clock } = services;
  const state = (await store.findRound(posted.id))?.state;
  if (state === 'open') edits.expect(posted);
  if (state === 'open' && looksOff) refreshSoon(services, posted);
  if (state === 'revealed') await edits.now(message, await resultCard(services, posted));
  const dueAt = state === 'open' ? posted.closesAt : clock.now();
  if (state !== 'revealed' && dueAt - clock.now() < TIMER_WITHIN_MS) queue.enqueue(closingJob(posted), dueAt);
}
