/** How a round looks while it is open. */
import { type Choice, type Inline, type PlainBlock, type PlainCard, plainCard } from '../../cards/card.ts';
import type { Library } from '../../dataset/library.ts';
import type { Quiz, Round } from '../../ports/store.ts';
import { attributionOf } from '../attribution.ts';
import { fitsButtons, labelOf, letterOf, openOptions } from '../question.ts';

/** What stands above a question: “Ada’s quiz · question 2 of 3”, “Daily question, 21 November 2026”. */
export type Title = PlainBlock;

export function questionCard(
  library: Library,
  round: Round,
  { title, answers, quiz }: { readonly title: Title; readonly answers: number; readonly quiz?: Quiz },
): PlainCard {
  return plainCard(
    'question',
    ...askedBlocks(library, round, title),
    {
      type: 'options',
      options: openOptions(round.shown),
      ...(fitsButtons(round.shown) && { inButtons: true }),
    },
    { type: 'note', text: openNote(round, answers) },
    { type: 'choices', choices: answerChoices(round) },
    ...(quiz && !round.isPrivate ? [{ type: 'choices', choices: hostChoices(round, quiz) } as const] : []),
  );
}

/** Whose word it is stands before the question: there is no other way to ask one. */
export function askedBlocks(
  library: Library,
  { questionId, shown }: Round,
  title: Title,
): readonly PlainBlock[] {
  const question = library.question(questionId);
  const attribution = question && attributionOf(library, question);
  return [
    title,
    ...(attribution === undefined ? [] : [{ type: 'note', text: [attribution] } as const]),
    { type: 'text', text: [{ bold: shown.prompt }] },
  ];
}

function openNote(round: Round, answers: number): Inline[] {
  if (round.isPrivate) return ['Only you see this. It does not count for the leaderboard.'];
  const locked =
    answers === 0 ? '' : answers === 1 ? '1 answer locked in · ' : `${answers} answers locked in · `;
  return [`${locked}Closes `, { time: round.closesAt, as: 'relative' }, ' · answers are secret until then'];
}

function answerChoices(round: Round): readonly Choice[] {
  return round.shown.options.map((text, option) => ({
    label: labelOf(round.shown, option),
    ...(fitsButtons(round.shown) ? {} : { spoken: `${letterOf(option)}: ${text}` }),
    token: { do: round.isPrivate ? 'pick' : 'answer', round: round.id, option },
    // A colour says “press this one”: it is for one button of a set, and here none is the one to press.
    style: 'plain',
  }));
}

function hostChoices(round: Round, quiz: Quiz): readonly Choice[] {
  const reveal: Choice = { label: 'Reveal now', token: { do: 'reveal', round: round.id }, style: 'plain' };
  const stop: Choice = { label: 'Stop the quiz', token: { do: 'stop', quiz: quiz.id }, style: 'danger' };
  return quiz.total > 1 ? [reveal, stop] : [reveal];
}
