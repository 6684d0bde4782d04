/** How a quiz ends: with who did best, or because its question could not be posted. */
import { type Card, plainCard, say } from '../card.ts';
import type { PostOutcome } from '../platform.ts';
import type { Services } from '../services.ts';
import type { Quiz, Round, Standing } from '../store.ts';
import { standingsBlock } from './standings.ts';
import { answerCounts } from './tally.ts';

/** Ends a quiz once and, where it had several questions, posts who did best. */
export async function finish(services: Services, quiz: Quiz): Promise<void> {
  const { store, speaker, logger } = services;
  const rounds = await store.roundsOfQuiz(quiz.id);
  const standings = answerCounts(await Promise.all(rounds.map(({ id }) => store.answersOf(id))));
  if (!(await store.endQuiz(quiz.id)) || quiz.isPrivate || quiz.total === 1 || rounds.length === 0) return;
  const outcome = await speaker.post(
    quiz.place,
    resultCard(rounds.length, quiz.total, standings),
    `result-${quiz.id}`,
  );
  if (outcome.status !== 'posted') logger.warn('result-not-posted', { quiz: quiz.id, ...outcome });
}

function resultCard(asked: number, total: number, standings: readonly Standing[]): Card {
  const questions = asked === 1 ? '1 question' : `${asked} questions`;
  const ending =
    asked < total
      ? `Stopped after ${questions}.`
      : `${questions}. The receipts stand with the answers above.`;
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Quiz over' },
    standings.length === 0
      ? { type: 'text', text: [`Nobody answered in ${questions}.`] }
      : standingsBlock(standings),
    { type: 'note', text: [ending] },
  );
}

/** Ends a quiz whose question could not be posted. One that may stand there unseen by us takes no more answers. */
export async function giveUp(
  { store, clock, logger }: Services,
  quiz: Quiz,
  round: Round,
  outcome: Exclude<PostOutcome, { status: 'posted' }>,
): Promise<Card> {
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
