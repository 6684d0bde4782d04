/** A round's end: closed in the store first, then its message shows the result, then that is noted. */
import type { Card } from '../card.ts';
import { type Running, replyUnder, streaksAfter, streaksBlock } from '../daily/notice.ts';
import { leaveWorkspace } from '../places.ts';
import type { EditOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { Round } from '../store.ts';
import { countingOf } from './counting.ts';
import { closingJob } from './open-round.ts';
import { resultCard } from './show.ts';

/** Retries of a reveal that the platform did not take: each waits as long again as it is late, within these. */
const REVEAL_AGAIN_MS = 15_000;
const REVEAL_AGAIN_MAX_MS = 10 * 60_000;

/** A reveal that failed for this long is given up: the message cannot be reached any more. */
const REVEAL_GIVE_UP_MS = 24 * 3_600_000;

/** `reached`: whether the place could still be reached, so that a next question makes sense. */
export interface Revealed {
  readonly round: Round;
  readonly reached: boolean;
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
  const found = await store.findRound(id);
  if (!found || found.state === 'revealed') return undefined;
  const isShown = found.isPrivate || found.messageId !== undefined;
  if (found.state === 'open' && !early && !(isShown && clock.now() >= found.closesAt)) {
    const left = found.closesAt - clock.now();
    if (isShown && left > 0 && left <= CLOCK_SKEW_MS) return waitAndClose(services, id, left);
    if (left > 0) queue.enqueue(closingJob(found), found.closesAt);
    return undefined;
  }
  // Whoever closed it shows it; the others step in where that one did not come so far.
  const isOurs =
    found.state === 'open'
      ? await store.closeRound(id, clock.now(), await countingOf(services, found))
      : isLeft(services, found);
  if (!isOurs) return undefined;
  await counter.settle(id);
  const round = await store.findRound(id);
  return round?.state === 'closed' && (round.isPrivate || round.messageId !== undefined)
    ? reveal(services, round)
    : undefined;
}

/** Another process's clock, or a timer's, is ahead by no more than this. */
const CLOCK_SKEW_MS = 1_000;

/** Waited for here: a queue that takes each key once would refuse the same job while this one runs. */
async function waitAndClose(services: Services, id: string, ms: number): Promise<Revealed | undefined> {
  await new Promise<void>((resolve) => services.clock.after(ms, resolve));
  return closeRound(services, id, false);
}

/** Also where it was closed before its message was known: nobody could show it then. */
const isLeft = ({ clock }: Services, { closedAt, openedAt }: Round): boolean =>
  closedAt === undefined || closedAt <= openedAt || Math.abs(clock.now() - closedAt) >= REVEAL_AGAIN_MS;

async function reveal(services: Services, round: Round): Promise<Revealed | undefined> {
  const { store, logger } = services;
  const running = await streaksAfter(services, round, await store.answersOf(round.id));
  const outcome = await showResult(services, round, running);
  if (outcome === 'again') return undefined;
  if (outcome.status !== 'edited') {
    logger.warn('reveal-not-shown', { round: round.id, ...outcome });
    if (outcome.status === 'refused') await noteRefusal(services, round, outcome);
  }
  if (!(await store.markRevealed(round.id))) return undefined;
  if (outcome.status === 'edited') await tellBelow(services, round, running);
  return { round, reached: outcome.status !== 'refused' };
}

/** A fault of the courtesy undoes nothing. */
async function tellBelow(services: Services, round: Round, running: readonly Running[]): Promise<void> {
  if (!('delivery' in round.belongsTo) || round.messageId === undefined) return;
  try {
    await replyUnder(services, { place: round.place, id: round.messageId }, round, running);
  } catch (error) {
    services.logger.warn('reply-not-posted', { round: round.id, error });
  }
}

/** `again`: the platform did not take it; a job for the next try is waiting. */
async function showResult(
  services: Services,
  round: Round,
  running: readonly Running[],
): Promise<EditOutcome | 'again'> {
  const { speaker, queue, clock } = services;
  if (round.messageId === undefined) return { status: 'edited' };
  const card = withStreaks(await resultCard(services, round), running);
  const message = { place: round.place, id: round.messageId };
  const first = await speaker.edit(message, card);
  const isAsleep = first.status === 'failed' && first.asleep;
  // What is told below the question wakes the place.
  if (isAsleep) await tellBelow(services, round, running);
  const outcome = isAsleep ? await speaker.edit(message, card) : first;
  const late = clock.now() - (round.closedAt ?? round.closesAt);
  if (outcome.status !== 'failed' || late > REVEAL_GIVE_UP_MS) return outcome;
  const wait = Math.min(REVEAL_AGAIN_MAX_MS, Math.max(REVEAL_AGAIN_MS, late, outcome.retryAfterMs ?? 0));
  queue.enqueue(closingJob(round), clock.now() + wait);
  return 'again';
}

const withStreaks = (card: Card, running: readonly Running[]): Card =>
  card.kind === 'cited' ? { ...card, lead: [...card.lead, ...streaksBlock(running)] } : card;

/** So that `/daily status` tells why a question still looks open. */
async function noteRefusal(
  services: Services,
  { belongsTo, place }: Round,
  { why, fix }: Extract<EditOutcome, { status: 'refused' }>,
): Promise<void> {
  const { store, clock } = services;
  if (why === 'removed') await leaveWorkspace(services, place, fix);
  if (!('delivery' in belongsTo)) return;
  const reason = `its answer could not be shown: ${fix}`;
  await store.settleDelivery(belongsTo.delivery, { state: 'posted', reason, at: clock.now() });
}
