/** What is said beside the question itself: that its answer is out, and that the order stopped. */
import { type Card, type CitedCard, type Inline, type PlainBlock, plainCard } from '../card.ts';
import { formatDate } from '../dates.ts';
import { receiptsOf } from '../facts/receipts.ts';
import type { MessageRef, Player } from '../ids.ts';
import { leaveWorkspace } from '../places.ts';
import type { PostOutcome } from '../platform.ts';
import { correction } from '../quiz/cards.ts';
import { isCorrected, rightAnswer } from '../quiz/question.ts';
import { provingClaims } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import type { Answer, Daily, Round } from '../store.ts';
import { streakOf } from './streak.ts';

export interface Running {
  readonly player: Player;
  readonly days: number;
}

/** Each costs a query, so no more are looked at, those who were right first. */
const MOST_LOOKED_AT = 12;
const MOST_NAMED = 5;

/** The longest streaks, of two days or more, that this daily question was added to; empty for any other round. */
export async function streaksAfter(
  { store, clock }: Services,
  round: Round,
  answers: readonly Answer[],
): Promise<readonly Running[]> {
  if (!('delivery' in round.belongsTo)) return [];
  const zone = (await store.findDaily(round.place))?.zone ?? 'UTC';
  const rightFirst = answers.toSorted((a, b) => Number(b.right) - Number(a.right)).slice(0, MOST_LOOKED_AT);
  const running = await Promise.all(
    rightFirst.map(async ({ player }) => {
      const { days } = streakOf(await store.dailyDates(round.place, player), clock.now(), zone);
      return { player, days };
    }),
  );
  return running
    .filter(({ days }) => days >= 2)
    .toSorted((a, b) => b.days - a.days)
    .slice(0, MOST_NAMED);
}

/** "Streaks: @ana 8 days, @ben 2 days"; nothing where there are none. */
export function streaksBlock(running: readonly Running[]): readonly PlainBlock[] {
  if (running.length === 0) return [];
  const names = running.flatMap(({ player, days }, at): Inline[] => [
    at > 0 ? ', ' : '',
    { player: player.user },
    ` ${days} days`,
  ]);
  return [{ type: 'text', text: [{ bold: 'Streaks: ' }, ...names] }];
}

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
  const { speaker, logger } = services;
  const card = await replyCard(services, round, running);
  const outcome = card && (await speaker.post(round.place, card, `reveal-${round.id}`, message));
  if (outcome && outcome.status !== 'posted')
    logger.warn('reply-not-posted', { round: round.id, ...outcome });
}

async function replyCard(
  { library, store }: Services,
  round: Round,
  running: readonly Running[],
): Promise<CitedCard | undefined> {
  const question = library.question(round.questionId);
  if (!question) return undefined;
  const answers = await store.answersOf(round.id);
  const isVoid = isCorrected(round.shown, question);
  const [claim] = provingClaims(library, question);
  const result: Inline[] = isVoid
    ? correction(question)
    : ['The answer is ', { bold: rightAnswer(round.shown) }, ` – ${whoKnew(answers)}.`];
  return {
    kind: 'cited',
    tone: isVoid ? 'problem' : 'right',
    lead: [{ type: 'text', text: result }, ...streaksBlock(running)],
    receipts: receiptsOf(library, claim),
    tail: [],
  };
}

function whoKnew(answers: readonly Answer[]): string {
  const knew = answers.filter(({ right }) => right).length;
  if (answers.length === 0) return 'nobody answered this time';
  return `${knew === 0 ? 'none' : knew} of ${answers.length} knew it`;
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
  await tellSetter(services, daily, localDate, stoppedCard(daily, localDate, refusal));
}

/** Whoever cannot be told finds it in the status; a failure here must not undo what was settled. */
async function tellSetter(
  { speaker, logger }: Services,
  daily: Daily,
  localDate: string,
  card: Card,
): Promise<void> {
  try {
    const outcome = await speaker.tell(daily.setBy, card, `stopped-${daily.id}-${localDate}`);
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
