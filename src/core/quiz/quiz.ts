/** A run of rounds in a channel: started by one command, one question after the other, a result at the end. */
import { type Card, plainCard, say } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import type { PostOutcome } from '../platform.ts';
import { shuffle } from '../random.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round, Standing } from '../store.ts';
import { closeRound, openRound, postRound } from './rounds.ts';
import { questionsAbout, withoutGiveaways } from './select.ts';
import { standingsBlock } from './standings.ts';
import { answerCounts } from './tally.ts';

/** Time to read an answer before the next question appears. */
const PAUSE_MS = 6_000;

/** A quiz that nobody has gone on with for this long, because the bot was away, is not woken up. */
const STALE_MS = 10 * 60_000;

/** How long after a first try a platform that knows our key does not show a repeat twice. */
const REPEAT_SAFE_MS = 2 * 60_000;

/** A private question waits for its player this long. */
const PRIVATE_OPEN_MS = 24 * 3_600_000;

export interface QuizOrder {
  readonly topic: string;
  readonly total: number;
  readonly secondsPerRound: number;
  readonly isPrivate: boolean;
}

export async function createQuiz(services: Services, origin: Origin, order: QuizOrder): Promise<Quiz> {
  const { store, random, clock } = services;
  const quiz: Quiz = {
    id: random.id(),
    place: origin.place,
    starter: origin.player,
    ...order,
    ended: false,
    startedAt: clock.now(),
  };
  await store.createQuiz(quiz);
  return quiz;
}

/** Undefined where no question is left that fits and gives no other away; `elsewhere`: another process asked it. */
export async function openNext(
  services: Services,
  quiz: Quiz,
  candidates: readonly Question[],
): Promise<Round | 'elsewhere' | undefined> {
  const { store, library } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  const asked = rounds.flatMap(({ questionId }) => library.questions.get(questionId) ?? []);
  const open = new Set(await store.openQuestions(quiz.place));
  const fitting = withoutGiveaways(candidates, asked).filter(({ id }) => !open.has(id));
  const question = await drawQuestion(services, quiz, fitting);
  if (!question) return undefined;
  const opened = await openRound(services, {
    place: quiz.place,
    question,
    belongsTo: { quiz: quiz.id, number: rounds.length + 1 },
    openForMs: quiz.isPrivate ? PRIVATE_OPEN_MS : quiz.secondsPerRound * 1_000,
    isPrivate: quiz.isPrivate,
  });
  return opened ?? 'elsewhere';
}

/** A channel sees no question again until all were asked; alone, one gets those first that one has not answered. */
async function drawQuestion(
  services: Services,
  quiz: Quiz,
  candidates: readonly Question[],
): Promise<Question | undefined> {
  const { store, random, clock, library } = services;
  const order = shuffle(candidates, random);
  if (!quiz.isPrivate) {
    const ids = order.map(({ id }) => id);
    const id = await store.takeUnseen(quiz.place, 'question', ids, clock.now());
    return id === undefined ? undefined : library.questions.get(id);
  }
  const answered = new Set((await store.exportPlayer(quiz.starter)).map(({ questionId }) => questionId));
  return order.find(({ id }) => !answered.has(id)) ?? order[0];
}

/**
 * Asks a quiz's question of this number in its channel, once: not while another one is open, not beyond the
 * last. A card where it could not be posted, for the person who started the quiz.
 */
export async function askNext(services: Services, quiz: Quiz, number: number): Promise<Card | undefined> {
  const rounds = await services.store.roundsOfQuiz(quiz.id);
  if (rounds.some(({ state }) => state !== 'revealed') || rounds.length >= number) return undefined;
  const round =
    number > quiz.total ? undefined : await openNext(services, quiz, questionsAbout(services, quiz.topic));
  if (!round) await finish(services, quiz);
  if (!round || round === 'elsewhere') return undefined;
  const outcome = await postRound(services, round);
  return outcome.status === 'posted' ? undefined : giveUp(services, quiz, round, outcome);
}

/**
 * A question whose post a stop cut short. Where the platform knows a repeat it is posted again with the same key;
 * elsewhere it may stand there unseen by us, so the quiz ends rather than ask twice.
 */
export async function repost(services: Services, roundId: string): Promise<void> {
  const { store, speaker, clock } = services;
  const round = await store.findRound(roundId);
  const quiz = round && 'quiz' in round.belongsTo ? await store.findQuiz(round.belongsTo.quiz) : undefined;
  if (!round || !quiz || round.messageId !== undefined || round.state === 'revealed') return;
  const isFresh = !quiz.ended && round.state === 'open' && clock.now() - round.openedAt < REPEAT_SAFE_MS;
  const mayRepeat = isFresh && speaker.capabilities(round.place.platform).repeatsSafely;
  const outcome = mayRepeat
    ? await postRound(services, round)
    : ({ status: 'failed', sent: 'maybe' } as const);
  if (outcome.status !== 'posted') await giveUp(services, quiz, round, outcome);
}

async function giveUp(
  services: Services,
  quiz: Quiz,
  round: Round,
  outcome: Exclude<PostOutcome, { status: 'posted' }>,
): Promise<Card> {
  const { store, clock, logger } = services;
  logger.warn('question-not-posted', { quiz: quiz.id, ...outcome });
  if (outcome.status === 'failed' && outcome.sent === 'maybe') {
    await store.closeRound(round.id, clock.now());
    await store.markRevealed(round.id);
  } else await store.discardRound(round.id);
  await store.endQuiz(quiz.id);
  return outcome.status === 'refused'
    ? say('problem', 'The question could not be posted. ', outcome.fix)
    : say(
        'problem',
        'The platform did not take the question just now. Nothing was lost: try again in a minute.',
      );
}

/** What follows a round that was closed: the next question after a pause, or the result. */
export async function advance(services: Services, id: string, early: boolean): Promise<boolean> {
  const { store, queue, clock } = services;
  const revealed = await closeRound(services, id, early);
  if (!revealed || !('quiz' in revealed.round.belongsTo)) return revealed !== undefined;
  const { quiz: quizId, number } = revealed.round.belongsTo;
  const quiz = await store.findQuiz(quizId);
  if (!quiz || quiz.ended || quiz.isPrivate) return true;
  const isStale = clock.now() - revealed.round.closesAt > STALE_MS;
  if (!revealed.reached || isStale) await store.endQuiz(quizId);
  else if (number >= quiz.total) await finish(services, quiz);
  else queue.enqueue({ do: 'ask-next', quiz: quizId, number: number + 1 }, clock.now() + PAUSE_MS);
  return true;
}

/** Takes a public quiz up where a stop or a fault left it between two questions. */
export async function resumeQuiz(services: Services, quiz: Quiz): Promise<void> {
  const { store, queue, clock } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  if (rounds.some(({ state }) => state !== 'revealed')) return;
  const since = rounds.at(-1)?.closesAt ?? quiz.startedAt;
  if (clock.now() - since > STALE_MS) await store.endQuiz(quiz.id);
  else
    queue.enqueue(
      { do: 'ask-next', quiz: quiz.id, number: rounds.length + 1 },
      Math.max(clock.now(), since + PAUSE_MS),
    );
}

/** Ends a quiz once and, where it had several questions, posts who did best. */
export async function finish(services: Services, quiz: Quiz): Promise<void> {
  const { store, speaker, logger } = services;
  if (!(await store.endQuiz(quiz.id)) || quiz.isPrivate) return;
  const rounds = await store.roundsOfQuiz(quiz.id);
  if (quiz.total === 1 || rounds.length === 0) return;
  const standings = answerCounts(await Promise.all(rounds.map(({ id }) => store.answersOf(id))));
  const outcome = await speaker.post(
    quiz.place,
    resultCard(rounds.length, quiz.total, standings),
    `result-${quiz.id}`,
  );
  if (outcome.status !== 'posted') logger.warn('result-not-posted', { quiz: quiz.id, ...outcome });
}

function resultCard(asked: number, total: number, standings: readonly Standing[]): Card {
  const questions = asked === 1 ? '1 question' : `${asked} questions`;
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Quiz over' },
    standings.length === 0
      ? { type: 'text', text: [`Nobody answered in ${questions}.`] }
      : standingsBlock(standings.slice(0, 10)),
    {
      type: 'note',
      text: [
        asked < total
          ? `Stopped after ${questions}.`
          : `${questions}. The receipts stand with the answers above.`,
      ],
    },
  );
}
