/** A press on an option: locked in, privately, once. */
import { type Card, type Inline, say } from '../cards/card.ts';
import { comingRun } from '../daily/coming-run.ts';
import { describeStreak, streakOf } from '../daily/streak.ts';
import { sameChannel, samePlayer } from '../ids.ts';
import type { PlatformWords } from '../ports/platform.ts';
import type { AnswerOutcome, Round } from '../ports/store.ts';
import type { Origin, Permission } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { labelOf } from './question.ts';
import { refreshSoon } from './show.ts';

/** A message edited later than this after it was posted may hit a platform's limit on old messages. */
const COUNT_WITHIN_MS = 50 * 60_000;

/**
 * The round that a button of this place refers to; a button copied elsewhere finds nothing. Whoever presses it in a
 * shared channel may come from another workspace: they see the message, and nothing else of its workspace is told.
 */
export async function findRoundHere(
  { store }: Services,
  origin: Origin,
  id: string,
): Promise<Round | undefined> {
  const round = await store.findRound(id);
  return round && sameChannel(round.place, origin.place) ? round : undefined;
}

export const noSuchRound = (): Card =>
  say('problem', 'This button belongs to a question that is not kept any more. Type /quiz for a new one.');

/** Records a choice, or tells why it does not count. */
export function lockIn(
  { store, clock }: Services,
  origin: Origin,
  round: Round,
  option: number,
): Promise<AnswerOutcome> {
  const right = option === round.shown.right;
  return store.recordAnswer({ round: round.id, player: origin.player, option, right, at: clock.now() });
}

export async function answerRound(
  services: Services,
  origin: Origin,
  id: string,
  option: number,
): Promise<Card> {
  const round = await findRoundHere(services, origin, id);
  if (!round || round.isPrivate || option >= round.shown.options.length) return noSuchRound();
  const outcome = await lockIn(services, origin, round, option);
  if (outcome.status === 'locked') showCount(services, round);
  if (outcome.status === 'closed' && round.messageId === undefined && round.state !== 'open')
    return round.state === 'revealed'
      ? unconfirmed(services.speaker.capabilities(round.place.platform).words)
      : say('problem', NOT_CONFIRMED_YET);
  return answerCard(round, option, outcome, await streakNote(services, origin, round));
}

/** The answer is not told either: this message cannot be made to show it. */
export const unconfirmed = ({ name }: PlatformWords): Card =>
  say(
    'problem',
    `It was never confirmed by ${name} that this question was posted, so it is closed and counts for nobody.`,
  );

/** It is being looked for, and may be found yet. */
export const NOT_CONFIRMED_YET =
  'This question is closed. Whether it was posted at all is not confirmed yet, so its answer has to wait.';

function answerCard(round: Round, option: number, outcome: AnswerOutcome, streak: readonly Inline[]): Card {
  const watch = [
    ' The result appears on the question ',
    { time: round.closesAt, as: 'relative' },
    '.',
  ] as const;
  if (outcome.status === 'closed')
    return say(
      'problem',
      'This question is closed, so the answer does not count. The result stands on the question.',
    );
  if (outcome.status === 'locked')
    return say(
      'neutral',
      'Locked in: ',
      { bold: labelOf(round.shown, option) },
      '. Nobody else sees it.',
      ...watch,
      ...streak,
    );
  if (outcome.status === 'deleted')
    return say('neutral', 'You deleted your answer to this question. It takes no second one.', ...watch);
  const first = ['Already locked in: ', { bold: labelOf(round.shown, outcome.option) }, '.'] as const;
  return say(
    'neutral',
    ...first,
    ...(outcome.option === option ? [] : [' The first answer counts.']),
    ...watch,
  );
}

async function streakNote(
  { store, clock }: Services,
  { player }: Origin,
  round: Round,
): Promise<readonly Inline[]> {
  if (!('delivery' in round.belongsTo)) return [];
  const daily = await store.findDaily(round.place);
  const streak = streakOf(await store.dailyDates(round.place, player), clock.now(), daily?.zone ?? 'UTC');
  const next = comingRun(daily, clock.now());
  return [
    ...(streak.days > 0 ? [` Your streak: ${describeStreak(streak)}.`] : []),
    ...(next === undefined ? [] : [' Next question ', { time: next, as: 'relative' } as const, '.']),
  ];
}

function showCount(services: Services, round: Round): void {
  if (services.clock.now() - round.openedAt < COUNT_WITHIN_MS) refreshSoon(services, round);
}

/** Whether this person may reveal early or stop: who started it, or who manages the place. */
export async function mayHost(
  { store }: Services,
  origin: Origin,
  quizId: string | undefined,
): Promise<Permission> {
  const quiz = quizId === undefined ? undefined : await store.findQuiz(quizId);
  return quiz !== undefined && samePlayer(quiz.starter, origin.player) ? { ok: true } : origin.manages();
}
