/** How a round looks: while it is open, and once it is revealed. */
import {
  type Choice,
  type CitedCard,
  type Inline,
  type PlainBlock,
  type PlainCard,
  plainCard,
} from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import { describeLength } from '../dates.ts';
import { otherSides, showDisagreement } from '../facts/fact-card.ts';
import { receiptsOf } from '../facts/receipts.ts';
import type { Answer, Quiz, Round } from '../store.ts';
import { proofOf } from './proof.ts';
import { letterOf, openOptions, revealedOptions, rightAnswer } from './question.ts';
import { provingClaims } from './select.ts';

/** What stands above a question: “Ada’s quiz · question 2 of 3”, “Daily question, 21 November 2026”. */
export type Title = PlainBlock;

/** More names than this make a wall of names. */
const MOST_NAMES = 12;

export function questionCard(round: Round, title: Title, answers: number, quiz?: Quiz): PlainCard {
  return plainCard(
    'question',
    title,
    { type: 'text', text: [{ bold: round.shown.prompt }] },
    { type: 'options', options: openOptions(round.shown) },
    { type: 'note', text: openNote(round, answers) },
    { type: 'choices', choices: answerChoices(round) },
    ...(quiz && !round.isPrivate ? [{ type: 'choices', choices: hostChoices(round, quiz) } as const] : []),
  );
}

function openNote(round: Round, answers: number): Inline[] {
  if (round.isPrivate) return ['Only you see this. It does not count for the leaderboard.'];
  const locked =
    answers === 0 ? 'No answer yet' : answers === 1 ? '1 answer locked in' : `${answers} answers locked in`;
  const length = describeLength(round.closesAt - round.openedAt);
  return [
    `${locked} · open for ${length}, closes `,
    { time: round.closesAt, as: 'relative' },
    ' · nobody sees your answer before',
  ];
}

function answerChoices(round: Round): readonly Choice[] {
  return openOptions(round.shown).map(({ letter, text }, option) => ({
    label: letter,
    spoken: `${letter}: ${text}`,
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

export interface Result {
  readonly round: Round;
  readonly question: Question;
  readonly title: Title;
  readonly answers: readonly Answer[];
  /** The asker's own option in a private round. */
  readonly chosen?: number;
  readonly choices?: readonly Choice[];
  readonly notes?: readonly PlainBlock[];
}

/** The answer as it was shown, its proof and who knew it. */
export function revealCard(library: Library, result: Result): CitedCard {
  const { round, question, title, answers, chosen, choices = [], notes = [] } = result;
  const { shown } = round;
  const { blocks, receipts } = showProof(library, question);
  return {
    kind: 'cited',
    tone: chosen === undefined || chosen === shown.right ? 'right' : 'wrong',
    lead: [
      title,
      { type: 'text', text: [{ bold: shown.prompt }] },
      { type: 'options', options: revealedOptions(shown, round.isPrivate ? [] : answers) },
      { type: 'text', text: verdict(question, round, chosen) },
      { type: 'text', text: [question.payoff] },
      ...blocks,
      ...(round.isPrivate ? [] : [{ type: 'text', text: whoKnew(answers) } as const]),
      ...notes,
    ],
    receipts,
    tail: choices.length > 0 ? [{ type: 'choices', choices }] : [],
  };
}

/** What speaks for the answer and against it, each with its receipt. */
function showProof(library: Library, question: Question) {
  const { denial, disagreement } = proofOf(library, question);
  const [claim, ...others] = provingClaims(library, question);
  const denials = denial ? [denial] : [];
  const blocks: readonly PlainBlock[] = [
    ...denials.map(({ text }) => ({ type: 'text', text: [{ bold: 'Denied: ' }, text] }) as const),
    ...(disagreement ? [showDisagreement(library, disagreement)] : []),
  ];
  const against = [...denials, ...otherSides(library, claim, disagreement)];
  return { blocks, receipts: receiptsOf(library, claim, [...others, ...against]) };
}

function verdict(question: Question, { shown }: Round, chosen: number | undefined): Inline[] {
  const answer = [{ bold: rightAnswer(shown) }];
  if (chosen === undefined) return ['The answer is ', ...answer];
  if (chosen === shown.right) return ['Right: ', ...answer];
  const wrong = question.wrong.find(({ text }) => text === shown.options[chosen]);
  return [
    `You said ${letterOf(chosen)}. The answer is `,
    ...answer,
    ...((wrong?.because ?? '') === '' ? [] : ['\n', wrong?.because ?? '']),
  ];
}

function whoKnew(answers: readonly Answer[]): Inline[] {
  const knew = answers.filter(({ right }) => right);
  if (answers.length === 0) return ['Nobody answered this time.'];
  if (knew.length === 0) return ['Nobody got it this time.'];
  const names = knew
    .slice(0, MOST_NAMES)
    .flatMap(({ player }, at): Inline[] => [at > 0 ? ', ' : '', { player: player.user }]);
  const more = knew.length - MOST_NAMES;
  return ['Got it right: ', ...names, more > 0 ? ` and ${more} more` : ''];
}

/** Shown in place of the result of a round whose question a newer release of the dataset no longer has. */
export const withdrawnCard = (title: Title, { shown }: Round, choices: readonly Choice[] = []): PlainCard =>
  plainCard(
    'problem',
    title,
    ...(shown.prompt === '' ? [] : [{ type: 'text', text: [{ bold: shown.prompt }] } as const]),
    { type: 'text', text: ['This question was withdrawn while it was open. It counts for nobody.'] },
    ...(choices.length > 0 ? [{ type: 'choices', choices } as const] : []),
  );

/** Shown in place of the result of a round whose right answer a newer release of the dataset has corrected. */
export function correctedCard(
  library: Library,
  { round, question, title, choices = [] }: Pick<Result, 'round' | 'question' | 'title' | 'choices'>,
): CitedCard {
  const { blocks, receipts } = showProof(library, question);
  return {
    kind: 'cited',
    tone: 'problem',
    lead: [
      title,
      { type: 'text', text: [{ bold: round.shown.prompt }] },
      { type: 'options', options: openOptions(round.shown) },
      { type: 'text', text: correction(question) },
      { type: 'text', text: [question.payoff] },
      ...blocks,
    ],
    receipts,
    tail: choices.length > 0 ? [{ type: 'choices', choices }] : [],
  };
}

/** The question as it is now, because the correction may be in its words. */
export const correction = ({ prompt, right }: Question): Inline[] => [
  'This question was corrected while it was open, so it counts for nobody. Now it reads: ',
  { italic: prompt },
  ' – ',
  { bold: right.text },
];
