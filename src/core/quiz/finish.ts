/** How a quiz ends: with who did best, or because its question could not be posted. */
import { type Card, plainCard, say } from '../card.ts';
import type { PostOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round, Standing } from '../store.ts';
import { endQuiz } from './end-quiz.ts';
import { standingsBlock } from './standings.ts';
import { answerCounts } from './tally.ts';
import { whoseQuiz } from './whose.ts';

/** Ends a quiz once and, where it had several questions, posts who did best. */
export async function finish(services: Services, quiz: Quiz): Promise<void> {
  const { store, speaker, logger } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  const standings = answerCounts(await Promise.all(rounds.map(({ id }) => store.answersOf(id))));
  const isOurs = await endQuiz(services, quiz);
  if (!isOurs || quiz.isPrivate || quiz.total === 1 || rounds.length === 0) return;
  const outcome = await speaker.post(
    quiz.place,
    resultCard(quiz, rounds.length, standings),
    `result-${quiz.id}`,
  );
  if (outcome.status !== 'posted') logger.warn('result-not-posted', { quiz: quiz.id, ...outcome });
}

function resultCard(quiz: Quiz, asked: number, standings: readonly Standing[]): Card {
  const questions = asked === 1 ? '1 question' : `${asked} questions`;
  const ending =
    asked < quiz.total
      ? `Stopped after ${questions}.`
      : `${questions}. The receipts stand with the answers above.`;
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Quiz over' },
    standings.length === 0
      ? { type: 'text', text: [`Nobody answered in ${questions}.`] }
      : standingsBlock(standings),
    { type: 'note', text: [...whoseQuiz(quiz), ` · ${ending}`] },
  );
}

/** Ends a quiz whose question could not be posted. One that may stand there unseen by us takes no more answers. */
export async function giveUp(
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
  await endQuiz(services, quiz);
  return outcome.status === 'refused'
    ? say('problem', 'The question could not be posted. ', outcome.fix)
    : say(
        'problem',
        'The platform did not take the question just now. Nothing was lost: try again in a minute.',
      );
}
