/**
 * A quiz's question on its way into the channel. It is tried again for two minutes, also by another process after a
 * stop, and looked for where it may stand there unseen; where it cannot be had, the quiz ends in words.
 */
import { type Card, say } from '../cards/card.ts';
import type { Attempt, Quiz, Round } from '../ports/store.ts';
import { type Outcome, TRY_OVER_MS, tryToPost } from '../posting.ts';
import type { Services } from '../services.ts';
import { finish } from './finish.ts';
import { adoptMessage, postOf } from './open-round.ts';

/** People sit before it. */
const PATIENCE_MS = 120_000;

/** The reply to a command waits for its question this long; "thinking" stands there meanwhile. */
const REPLY_WITHIN_MS = 8_000;

/** Puts a question that was just opened into the channel; goes on trying by itself. */
export async function ask(services: Services, quiz: Quiz, round: Round): Promise<void> {
  goOn(services, round, await tryToAsk(services, quiz, round, round.retryAt, true));
}

/** The same for whoever waits for a reply. A card where it does not stand there yet, or never will. */
export async function askAtOnce(services: Services, quiz: Quiz, round: Round): Promise<Card | undefined> {
  const { clock } = services;
  const until = clock.now() + REPLY_WITHIN_MS;
  let outcome = await tryToAsk(services, quiz, round, round.retryAt, false);
  while (outcome.status === 'later' && outcome.at <= until) {
    const { at } = outcome;
    await new Promise<void>((resolve) => clock.after(at - clock.now(), resolve));
    outcome = await tryAgain(services, round.id, false);
  }
  goOn(services, round, outcome);
  if (outcome.status === 'posted') return undefined;
  if (outcome.status === 'over') return say('problem', 'The question could not be posted. ', whyNot(outcome));
  const isPosted = (await services.store.findRound(round.id))?.messageId !== undefined;
  return isPosted ? undefined : TRYING;
}

const TRYING = say(
  'neutral',
  'The question is not taken just now. I keep trying for two minutes; if it cannot be posted, I tell you why.',
);

/** A job, or a tick of any process, comes back to a question that is not known to stand in its channel. */
export async function askAgain(services: Services, roundId: string): Promise<void> {
  const round = await services.store.findRound(roundId);
  if (round) goOn(services, round, await tryAgain(services, roundId, true));
}

function goOn({ queue }: Services, { id }: Round, outcome: Outcome): void {
  if (outcome.status === 'later') queue.enqueue({ do: 'repost', round: id }, outcome.at);
}

const LOST = { status: 'lost' } as const;

async function tryAgain(services: Services, id: string, tellsStarter: boolean): Promise<Outcome> {
  const { store, library, clock } = services;
  const now = clock.now();
  const held = now + TRY_OVER_MS;
  if (!(await store.takeRound(id, 'post', { now, until: held }))) return LOST;
  const round = await store.findRound(id);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz || round.messageId !== undefined) return LOST;
  if (!library.question(round.questionId) && round.unsureSince === undefined)
    return askAnother(services, quiz, round);
  return tryToAsk(services, quiz, round, held, tellsStarter);
}

/** A new release has withdrawn it before it was sent. */
async function askAnother(
  { store, queue, clock }: Services,
  quiz: Quiz,
  { id, belongsTo }: Round,
): Promise<Outcome> {
  await store.discardRound(id);
  if ('quiz' in belongsTo)
    queue.enqueue({ do: 'ask-next', quiz: quiz.id, number: belongsTo.number }, clock.now());
  return LOST;
}

async function tryToAsk(
  services: Services,
  quiz: Quiz,
  round: Round,
  held: number,
  tellsStarter: boolean,
): Promise<Outcome> {
  const { store } = services;
  let mine = held;
  const note = async (attempt: Attempt) => {
    // Stopped while it was made ready: nothing is sent any more.
    if ((await store.findQuiz(quiz.id))?.state === 'ended' && round.unsureSince === undefined) return false;
    const isOurs = await store.noteRound(round.id, mine, attempt);
    if (isOurs) mine = attempt.retryAt;
    return isOurs;
  };
  const outcome = await tryToPost(services, {
    ...{ post: postOf(services, round), since: round.openedAt, unsureSince: round.unsureSince, note },
    until:
      quiz.state !== 'ended' && round.state === 'open'
        ? round.openedAt + PATIENCE_MS
        : Number.NEGATIVE_INFINITY,
  });
  if (outcome.status === 'posted') await adoptMessage(services, round, outcome.message, outcome);
  if (outcome.status === 'over')
    await giveUp(services, quiz, round, {
      ...outcome,
      word: tellsStarter ? `A question could not be posted. ${whyNot(outcome)}` : '',
    });
  return outcome;
}

type Over = Extract<Outcome, { status: 'over' }>;

function whyNot({ sent, fix }: Over): string {
  if (fix !== '') return fix;
  return sent === 'maybe'
    ? 'It was never confirmed that it stands there, so it is closed and counts for nobody.'
    : 'It was not taken in time. Type /quiz to try again.';
}

/** One that may stand there unseen by us takes no more answers, and those that it has count for nobody. */
async function giveUp(
  services: Services,
  quiz: Quiz,
  { id }: Round,
  { sent, word }: Over & { readonly word: string },
): Promise<void> {
  const { store, clock } = services;
  if (sent === 'maybe') {
    await store.closeRound(id, clock.now());
    await store.voidRound(id);
    await store.markRevealed(id);
  } else await store.discardRound(id);
  await finish(services, quiz, word);
}
