/** A round's end: closed in the store first, then its message shows the result, then that is noted. */
import { replyUnder } from '../daily/notice.ts';
import { type Running, streaksAfter } from '../daily/streak.ts';
import { type Player, samePlayer } from '../ids.ts';
import { leaveWorkspace } from '../places.ts';
import type { EditOutcome } from '../ports/platform.ts';
import { type Round, SHOW_TRY_MS } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { countingOf } from './counting.ts';
import { finish } from './finish.ts';
import { closingJob } from './open-round.ts';
import { resultCard } from './show.ts';

/** Retries of a reveal that the platform did not take: each waits as long again as it is late, within these. */
const REVEAL_AGAIN_MS = 1_000;
const REVEAL_AGAIN_MAX_MS = 10 * 60_000;

/** A reveal that failed for this long is given up: the message cannot be reached any more. */
const REVEAL_GIVE_UP_MS = 24 * 3_600_000;

/**
 * done: for the one caller who noted that it is over, with what became of its message. later: the platform did not
 * take the result, and the next try waits. elsewhere: it is not this caller's to show, or not yet.
 */
export type Closing =
  | { readonly status: 'done'; readonly round: Round; readonly shown: EditOutcome }
  | { readonly status: 'later' }
  | { readonly status: 'elsewhere' };

const ELSEWHERE = { status: 'elsewhere' } as const;

/**
 * Closes a round whose time is up, or at once for someone who presses, and shows the result; repeats the reveal
 * where an earlier try did not come through.
 */
export async function closeRound(services: Services, id: string, by?: Player): Promise<Closing> {
  const { store, clock, queue, edits } = services;
  const found = await store.findRound(id);
  if (!found || found.state === 'revealed') return ELSEWHERE;
  const isShown = found.isPrivate || found.messageId !== undefined;
  if (found.state === 'open' && by === undefined && !(isShown && clock.now() >= found.closesAt)) {
    const left = found.closesAt - clock.now();
    if (isShown && left > 0 && left <= CLOCK_SKEW_MS) return waitAndClose(services, id, left);
    if (left > 0) queue.enqueue(closingJob(found), found.closesAt);
    return ELSEWHERE;
  }
  const now = clock.now();
  const held = now + SHOW_TRY_MS;
  // Whoever closed it shows it; the others step in where that one did not come so far.
  const isOurs =
    found.state === 'open'
      ? await store.closeRound(id, now, await countingOf(services, found))
      : await store.takeRound(id, 'show', { now, until: held });
  const round = await store.findRound(id);
  if (round?.state !== 'closed' || !(round.isPrivate || round.messageId !== undefined)) return ELSEWHERE;
  if (!isOurs) queue.enqueue(closingJob(round), Math.max(round.retryAt, now + REVEAL_AGAIN_MS));
  if (!isOurs) return ELSEWHERE;
  await edits.settle(id);
  return reveal(services, round, held, by);
}

/** Another process's clock, or a timer's, is ahead by no more than this. */
const CLOCK_SKEW_MS = 1_000;

/** Waited for here: a queue that takes each key once would refuse the same job while this one runs. */
async function waitAndClose(services: Services, id: string, ms: number): Promise<Closing> {
  await new Promise<void>((resolve) => services.clock.after(ms, resolve));
  return closeRound(services, id);
}

async function reveal(
  services: Services,
  round: Round,
  held: number,
  by: Player | undefined,
): Promise<Closing> {
  const { store, logger, clock } = services;
  const running = await streaksAfter(services, round, await store.answersOf(round.id));
  const first = await showResult(services, round, running);
  const isAsleep = first.status === 'failed' && first.asleep === true;
  // What is told below the question wakes the place.
  if (isAsleep) await tellBelow(services, round, running);
  const shown = isAsleep ? await showResult(services, round, running) : first;
  const wait = waitAfter(services, round, shown);
  if (wait !== undefined) return showLater(services, round, held, wait);
  if (shown.status !== 'edited') logger.warn('reveal-not-shown', { round: round.id, ...shown });
  if (shown.status === 'refused') await noteRefusal(services, round, shown, by);
  if (!(await store.markRevealed(round.id))) return ELSEWHERE;
  // Early where somebody asked for it.
  const lateMs = clock.now() - Math.min(round.closesAt, round.closedAt ?? round.closesAt);
  if (shown.status === 'edited') logger.debug('round-revealed', { platform: round.place.platform, lateMs });
  if (shown.status === 'edited' && !isAsleep) await tellBelow(services, round, running);
  return { status: 'done', round, shown };
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

/** Safe to repeat. */
export async function showResult(
  services: Services,
  round: Round,
  known?: readonly Running[],
): Promise<EditOutcome> {
  if (round.messageId === undefined) return { status: 'edited' };
  const card = await resultCard(services, round, known ? { running: known } : {});
  return services.edits.now({ place: round.place, id: round.messageId }, card);
}

/** Undefined where it is not tried again. */
function waitAfter({ clock }: Services, round: Round, outcome: EditOutcome): number | undefined {
  const late = clock.now() - (round.closedAt ?? round.closesAt);
  if (outcome.status !== 'failed' || late > REVEAL_GIVE_UP_MS) return undefined;
  const own = Math.min(REVEAL_AGAIN_MAX_MS, Math.max(REVEAL_AGAIN_MS, late));
  return Math.max(own, outcome.retryAfterMs ?? 0);
}

async function showLater(
  { store, queue, clock }: Services,
  round: Round,
  held: number,
  wait: number,
): Promise<Closing> {
  const retryAt = clock.now() + wait;
  if (!(await store.noteRound(round.id, held, { unsureSince: undefined, retryAt }))) return ELSEWHERE;
  queue.enqueue(closingJob(round), retryAt);
  return { status: 'later' };
}

/**
 * So that `/daily status` tells why a question still looks open, and the starter of a quiz learns it, if someone else
 * pressed. Noted before the round is: a stop in between loses nothing.
 */
async function noteRefusal(
  services: Services,
  { belongsTo, place }: Round,
  { why, fix }: Extract<EditOutcome, { status: 'refused' }>,
  by: Player | undefined,
): Promise<void> {
  const { store, clock } = services;
  if (why === 'removed') await leaveWorkspace(services, place, fix);
  const reason = `its answer could not be shown: ${fix}`;
  if ('delivery' in belongsTo)
    return store.settleDelivery(belongsTo.delivery, { state: 'posted', reason, at: clock.now() });
  const quiz = await store.findQuiz(belongsTo.quiz);
  const knows = by !== undefined && quiz !== undefined && samePlayer(by, quiz.starter);
  if (quiz) await finish(services, quiz, knows ? '' : `The answer could not be shown. ${fix}`);
}
