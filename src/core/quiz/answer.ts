/** A press on an option: locked in, privately, once. */
import { type Card, type Inline, say } from '../card.ts';
import { streakOf } from '../daily/streak.ts';
import { samePlayer } from '../ids.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { AnswerOutcome, Round } from '../store.ts';
import { letterOf, rightPosition } from './question.ts';
import { currentCard } from './rounds.ts';

/** A message edited later than this after it was posted may hit a platform's limit on old messages. */
const COUNT_WITHIN_MS = 50 * 60_000;

/** The round that a button of this place refers to; buttons of another workspace find nothing. */
export async function findRoundHere(
  { store }: Services,
  origin: Origin,
  id: string,
): Promise<Round | undefined> {
  const round = await store.findRound(id);
  const here =
    round?.place.platform === origin.place.platform && round.place.workspace === origin.place.workspace;
  return here ? round : undefined;
}

export const noSuchRound = (): Card =>
  say('problem', 'This button belongs to a question that is not kept any more. Type /quiz for a new one.');

export async function answerRound(
  services: Services,
  origin: Origin,
  id: string,
  option: number,
): Promise<Card> {
  const round = await findRoundHere(services, origin, id);
  if (!round || option >= round.order.length) return noSuchRound();
  const { store, clock } = services;
  const right = option === rightPosition(round);
  const outcome = await store.recordAnswer({
    round: id,
    player: origin.player,
    option,
    right,
    at: clock.now(),
  });
  if (outcome.status === 'locked') showCount(services, round);
  return answerCard(round, option, outcome, await streakNote(services, origin, round));
}

function answerCard(round: Round, option: number, outcome: AnswerOutcome, streak: readonly Inline[]): Card {
  const when = [' The answer comes ', { time: round.closesAt, as: 'relative' }, '.'] as const;
  switch (outcome.status) {
    case 'locked':
      return say(
        'neutral',
        'Locked in: ',
        { bold: letterOf(option) },
        '. Only you know.',
        ...when,
        ...streak,
      );
    case 'already':
      return outcome.option === option
        ? say('neutral', 'Already locked in: ', { bold: letterOf(option) }, '.', ...when)
        : say(
            'neutral',
            'Already locked in: ',
            { bold: letterOf(outcome.option) },
            '. The first choice counts.',
            ...when,
          );
    case 'closed':
      return say(
        'problem',
        'This question is closed, so the answer does not count. The result stands on the question.',
      );
    default:
      return outcome satisfies never;
  }
}

async function streakNote(
  { store, clock }: Services,
  { player }: Origin,
  round: Round,
): Promise<readonly Inline[]> {
  if (!('delivery' in round.belongsTo)) return [];
  const daily = await store.findDaily(round.place);
  const days = streakOf(await store.dailyDates(round.place, player), clock.now(), daily?.zone ?? 'UTC');
  return days > 1 ? [` Your streak: ${days} days.`] : [];
}

function showCount(services: Services, { id, openedAt }: Round): void {
  const { store, speaker, counter, clock, logger } = services;
  if (clock.now() - openedAt > COUNT_WITHIN_MS) return;
  counter.changed(id, async () => {
    try {
      const round = await store.findRound(id);
      if (round?.messageId === undefined || round.state !== 'open') return;
      await speaker.edit({ place: round.place, id: round.messageId }, await currentCard(services, round));
    } catch (error) {
      logger.warn('count-not-shown', { round: id, error });
    }
  });
}

/** Whether this person may reveal early or stop: who started it, or who manages the place. */
export async function mayHost(
  { store }: Services,
  origin: Origin,
  quizId: string | undefined,
): Promise<boolean> {
  const quiz = quizId === undefined ? undefined : await store.findQuiz(quizId);
  return (quiz !== undefined && samePlayer(quiz.starter, origin.player)) || (await origin.manages());
}
