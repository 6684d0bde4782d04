/** How a stored round looks now: open with its count, or with its result. */
import type { Card, Choice } from '../cards/card.ts';
import { dailyHeading } from '../daily/heading.ts';
import { type Running, streaksAfter } from '../daily/streak.ts';
import type { Quiz, Round } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { allowedHere } from '../settings/allowed.ts';
import { labelOf } from '../settings/pack-named.ts';
import { questionCard, type Title } from './cards/question-card.ts';
import { correctedCard, type Result, revealCard, streaksBlock, withdrawnCard } from './cards/result-card.ts';
import type { Expected } from './edits.ts';
import { isVoid } from './question.ts';
import { asShownToAll, quizTitle } from './whose.ts';

interface Own extends Pick<Result, 'choices' | 'notes'> {
  /** The streaks that it was added to, where somebody knows them already. */
  readonly running?: readonly Running[];
}

/** The round as it looks now, open. */
export async function currentCard(services: Services, round: Round): Promise<Card> {
  const { title, quiz } = await titleOf(services, round);
  const answers = round.messageId === undefined ? [] : await services.store.answersOf(round.id);
  return questionCard(services.library, round, {
    title,
    answers: answers.length,
    ...(quiz && { quiz }),
  });
}

/**
 * With its answer and who knew it. One that was withdrawn or corrected while it was open counts for nobody, and says
 * so; what a release changes after the reveal changes no result.
 */
export async function resultCard(services: Services, round: Round, own: Own = {}): Promise<Card> {
  const { library, store } = services;
  const { title, quiz } = await titleOf(services, round);
  const choices = own.choices ?? nextChoice(round, quiz);
  const question = library.question(round.questionId);
  const isOff = isVoid(library, round);
  if (isOff && round.state !== 'revealed') await store.voidRound(round.id);
  if (!question) return withdrawnCard(title, round, choices);
  const answers = await store.answersOf(round.id);
  const running = own.running ?? (await streaksAfter(services, round, answers));
  const notes = [...(own.notes ?? []), ...streaksBlock(running)];
  if (isOff) return correctedCard(library, { round, question, title, choices, notes });
  const chosen = round.isPrivate ? answers[0]?.option : undefined;
  const choice = chosen === undefined ? {} : { chosen };
  return revealCard(library, { round, question, title, answers, ...choice, choices, notes });
}

/** While the quiz waits for its next question, whoever started it may have it at once. */
function nextChoice({ belongsTo }: Round, quiz: Quiz | undefined): readonly Choice[] {
  if (!quiz || quiz.isPrivate || quiz.state !== 'running' || !('quiz' in belongsTo)) return [];
  const number = belongsTo.number + 1;
  if (number > quiz.total) return [];
  return [{ label: 'Next question', token: { do: 'go-on', quiz: quiz.id, number }, style: 'plain' }];
}

export async function titleOf(services: Services, round: Round): Promise<{ title: Title; quiz?: Quiz }> {
  const { store } = services;
  if ('delivery' in round.belongsTo) {
    const delivery = await store.findDelivery(round.belongsTo.delivery);
    return {
      title: heading(delivery ? dailyHeading(delivery.localDate) : 'Daily question'),
    };
  }
  const { number } = round.belongsTo;
  const quiz = await store.findQuiz(round.belongsTo.quiz);
  if (!quiz) return { title: heading('Question') };
  const pack = await packToSay(services, quiz);
  if (!quiz.isPrivate) return { title: quizTitle(await asShownToAll(store, quiz), number, pack), quiz };
  const stand = quiz.total === 1 ? 'Question' : `Question ${number} of ${quiz.total}`;
  return { title: heading(pack === undefined ? stand : `${stand} · ${pack}`), quiz };
}

/** Which pack a quiz is of need not be said where only one is on. */
async function packToSay(services: Services, { place, pack }: Quiz): Promise<string | undefined> {
  if (pack === undefined || (await allowedHere(services, place)).packs.length < 2) return undefined;
  const { packs } = services.library;
  const named = packs.find(({ info }) => info.id === pack);
  return named && labelOf(named, packs);
}

const heading = (text: string): Title => ({ type: 'heading', text });

/** Brings an open round's message up to date before long, once for all changes until then. */
export function refreshSoon(services: Services, changed: Expected): void {
  const { store, edits, logger } = services;
  const { id } = changed;
  edits.soon(changed, async () => {
    try {
      const round = await store.findRound(id);
      if (round?.messageId === undefined || round.state !== 'open') return;
      const message = { place: round.place, id: round.messageId };
      await edits.now(message, await currentCard(services, round));
      // Somebody else may have shown the result while this was under way; the last one to write is right.
      const after = await store.findRound(id);
      if (after?.state === 'revealed') await edits.now(message, await resultCard(services, after));
    } catch (error) {
      logger.warn('count-not-shown', { round: id, error });
    }
  });
}
