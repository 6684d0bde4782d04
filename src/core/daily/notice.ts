/** What is said beside the question itself: that its answer is out, and that the order stopped. */
import { type Card, plainCard } from '../cards/card.ts';
import { formatDate } from '../dates.ts';
import type { MessageRef } from '../ids.ts';
import { leaveWorkspace } from '../places.ts';
import type { PostOutcome } from '../ports/platform.ts';
import type { Daily, Round } from '../ports/store.ts';
import { replyCard } from '../quiz/cards/result-card.ts';
import type { Services } from '../services.ts';
import type { Running } from './streak.ts';

/**
 * Says under a daily question that its answer is out, so that people see it. It is sent once and not again: a
 * courtesy, for the question itself shows everything.
 */
export async function replyUnder(
  services: Services,
  message: MessageRef,
  round: Round,
  running: readonly Running[],
): Promise<void> {
  const { library, store, speaker, logger } = services;
  const question = library.question(round.questionId);
  if (!question) return;
  const answers = await store.answersOf(round.id);
  const card = replyCard(library, { round, question, answers }, running);
  const outcome = await speaker.post(round.place, card, `reveal-${round.id}`, message);
  if (outcome.status !== 'posted') logger.warn('reply-not-posted', { round: round.id, ...outcome });
}

type Refusal = Extract<PostOutcome, { status: 'refused' }>;

/**
 * Stops an order that a platform refused for good. Who set it up is told privately, once: by the one process that
 * stopped it. Where the bot was taken out of the workspace, all orders there stop, and nobody can be told.
 */
export async function stopAfterRefusal(
  services: Services,
  daily: Daily,
  localDate: string,
  refusal: Refusal,
): Promise<void> {
  const { store } = services;
  if (refusal.why === 'removed') return leaveWorkspace(services, daily.place, refusal.fix);
  if (!(await store.stopDaily(daily.id, refusal.fix))) return;
  const card = stoppedCard(daily, localDate, refusal);
  await tellSetter(services, daily, `stopped-${daily.id}-${localDate}`, card);
}

/** Whoever cannot be told finds it in the status; a failure here must not undo what was settled. */
export async function tellSetter(
  { speaker, logger }: Services,
  daily: Daily,
  key: string,
  card: Card,
): Promise<void> {
  try {
    const outcome = await speaker.tell(daily.setBy, card, key);
    if (outcome.status !== 'posted') logger.warn('setter-not-told', { daily: daily.id, ...outcome });
  } catch (error) {
    logger.warn('setter-not-told', { daily: daily.id, error });
  }
}

function stoppedCard({ time, zone, place }: Daily, localDate: string, { why, fix }: Refusal): Card {
  return plainCard(
    'problem',
    { type: 'heading', text: 'The daily question that you set is paused' },
    {
      type: 'text',
      text: [
        `The question of ${formatDate(localDate)}, ${time} (${zone}), could not be posted in the channel `,
        { channel: place.channel },
        ', so I have stopped trying.',
      ],
    },
    { type: 'text', text: [{ bold: 'What to do: ' }, fix] },
    { type: 'note', text: [why === 'gone' ? ELSEWHERE : RESUME, ' Streaks are kept.'] },
  );
}

const RESUME = 'Then type /daily resume in that channel.';
const ELSEWHERE = 'To have a daily question elsewhere, type /daily set there.';
