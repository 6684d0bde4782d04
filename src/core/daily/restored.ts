/**
 * What the database of a backup does not know: what was posted and shown after it was made. Done once, before anything
 * else is, so that nothing is asked or revealed a second time.
 */
import type { Daily, Round } from '../ports/store.ts';
import { TRY_OVER_MS } from '../posting.ts';
import { countingOf } from '../quiz/counting.ts';
import { decodeToken } from '../requests/token.ts';
import type { Services } from '../services.ts';
import { claimDue } from './run-daily.ts';

export interface TakenUp {
  /** Dates that are looked for before their question is posted. */
  readonly dates: number;
  /** Rounds that are over: their result was shown, or nobody can tell. */
  readonly rounds: number;
  readonly quizzes: number;
}

/** Every order and round that there is, also of platforms that this process does not have. */
const ALL = 1_000_000;

/** Also what somebody was at when the backup was made. */
const YEARS_MS = 10 * 365 * 24 * 3_600_000;

/** Doing it again, where a start was cut short, changes nothing that is done. */
export async function takeUpRestored(services: Services): Promise<TakenUp> {
  const { store } = services;
  const platforms = [...new Set((await store.workspaces()).map(({ platform }) => platform))];
  const quizzes = await endQuizzes(services);
  const rounds = await endRounds(services);
  const claimed = await store.dueDeliveries(platforms, services.clock.now() + YEARS_MS, ALL);
  for (const { id } of claimed) await doubt(services, id);
  let dates = claimed.length;
  for (const daily of await store.dueDailies(platforms, services.clock.now(), ALL))
    dates += await doubtDue(services, daily);
  return { dates, rounds, quizzes };
}

/** Its dates until now are claimed as if each had been tried and nobody had learnt what became of it. */
async function doubtDue(services: Services, { id }: Daily): Promise<number> {
  for (let dates = 0; ; dates += 1) {
    const due = await claimDue(services, id);
    if (!due) return dates;
    if (due.claimed !== undefined) await doubt(services, due.claimed);
    if (!due.isMore) return dates + 1;
  }
}

/** It is to be looked for by its date: its round, if there was one, may be on the way that the backup does not know. */
async function doubt({ store, clock }: Services, id: string): Promise<void> {
  const delivery = await store.findDelivery(id);
  const round = delivery && (await store.roundOfDelivery(id));
  if (!delivery || round?.messageId !== undefined) return;
  const { retryAt, unsureSince = delivery.dueAt } = delivery;
  const isNoted = await store.noteAttempt(id, retryAt, { unsureSince, retryAt: clock.now() });
  if (isNoted && round) await store.discardRound(round.id);
}

/** Whoever played has gone on long since; what they have to read was posted, or nobody waits for it. */
async function endQuizzes(services: Services): Promise<number> {
  const { store, clock } = services;
  const quizzes = await store.openQuizzes();
  for (const { id } of quizzes) {
    for (const { id: round } of await store.roundsOfQuiz(id)) await endQuietly(services, round);
    await store.endQuiz(id);
  }
  const ever = clock.now() + YEARS_MS;
  for (const { id } of await store.dueEndings(ever)) {
    const held = clock.now() + TRY_OVER_MS;
    const ending = await store.takeEnding(id, ever, held);
    const paid = { standings: false, word: '', unsureSince: undefined, retryAt: clock.now() };
    if (ending) await store.noteEnding(id, held, paid);
  }
  return quizzes.length;
}

/** Of those whose time was up by now; one that surely still takes answers in its channel is revealed as ever. */
async function endRounds(services: Services): Promise<number> {
  const { store, clock } = services;
  let ended = 0;
  for (const round of await store.dueRounds(clock.now())) {
    if (round.isPrivate || (await isOpenThere(services, round))) continue;
    await endQuietly(services, round.id);
    ended += 1;
  }
  return ended;
}

async function isOpenThere({ speaker }: Services, round: Round): Promise<boolean> {
  const { place, openedAt, messageId } = round;
  const outcome = await speaker.postsIn(place, { since: openedAt, until: openedAt });
  if (outcome.status !== 'read') return false;
  const post = outcome.posts.find(({ message }) => message.id === messageId);
  return post?.buttons.some(({ token }) => decodeToken(token)?.do === 'answer') ?? false;
}

/** Its message stays as it is. What the backup knows of its answers counts. */
async function endQuietly(services: Services, round: string): Promise<void> {
  const { store, clock } = services;
  const found = await store.findRound(round);
  if (!found || found.state === 'revealed') return;
  if (found.messageId === undefined) await store.discardRound(round);
  if (found.state === 'open') await store.closeRound(round, clock.now(), await countingOf(services, found));
  await store.markRevealed(round);
}
