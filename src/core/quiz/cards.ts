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
import { otherSides, showDisagreement } from '../facts/fact-card.ts';
import { receiptsOf } from '../facts/receipts.ts';
import type { Answer, Quiz, Round } from '../store.ts';
import { attributionOf } from './attribution.ts';
import { proofOf } from './proof.ts';
import { fitsButtons, labelOf, letterOf, openOptions, revealedOptions } from './question.ts';
import { provingClaims } from './select.ts';

/** What stands above a question: “Ada’s quiz · question 2 of 3”, “Daily question, 21 November 2026”. */
export type Title = PlainBlock;

/** More names than this make a wall of names. */
const MOST_NAMES = 3;

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
function askedBlocks(library: Library, { questionId, shown }: Round, title: Title): readonly PlainBlock[] {
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

/** The answer as it was shown, who knew it, what makes it worth knowing, and its receipts. The rest is a press away. */
export function revealCard(library: Library, result: Result): CitedCard {
  const { round, question, title, answers, chosen, choices = [], notes = [] } = result;
  const { shown } = round;
  return {
    kind: 'cited',
    tone: chosen === undefined || chosen === shown.right ? 'right' : 'wrong',
    lead: [
      ...askedBlocks(library, round, title),
      { type: 'options', options: revealedOptions(shown, round.isPrivate ? [] : answers) },
      ...verdict(question, round, chosen),
      ...(round.isPrivate ? [] : [{ type: 'text', text: whoKnew(answers) } as const]),
      { type: 'text', text: [question.payoff] },
      ...notes,
    ],
    receipts: ownReceipts(library, question),
    tail: choicesBelow([...choices, ...moreChoice(library, question)]),
  };
}

/** Of what proves the right option, and of nothing else. */
function ownReceipts(library: Library, question: Question): CitedCard['receipts'] {
  const [claim, ...others] = provingClaims(library, question);
  return receiptsOf(library, claim, others);
}

const choicesBelow = (choices: readonly Choice[]): readonly PlainBlock[] =>
  choices.length > 0 ? [{ type: 'choices', choices }] : [];

/** Only where there is another side. */
function moreChoice(library: Library, question: Question): readonly Choice[] {
  const { denial, disagreement } = proofOf(library, question);
  const token = { do: 'sides', question: question.id } as const;
  return denial || disagreement ? [{ label: 'Both sides', token, style: 'plain' }] : [];
}

/** For whoever wants to know more about a question that is revealed: what speaks against it, with all receipts. */
export function sidesCard(library: Library, question: Question): CitedCard {
  const { denial, disagreement } = proofOf(library, question);
  const [claim, ...others] = provingClaims(library, question);
  const denials = denial ? [denial] : [];
  return {
    kind: 'cited',
    tone: 'neutral',
    lead: [
      { type: 'text', text: [{ bold: claim.text }] },
      ...denials.map(({ text }) => ({ type: 'text', text: [text] }) as const),
      ...(disagreement ? [showDisagreement(library, disagreement)] : []),
    ],
    receipts: receiptsOf(library, claim, [
      ...others,
      ...denials,
      ...otherSides(library, claim, disagreement),
    ]),
    tail: [],
  };
}

/** For who plays alone; in a channel the marks say it. */
function verdict(question: Question, { shown }: Round, chosen: number | undefined): readonly PlainBlock[] {
  if (chosen === undefined) return [];
  if (chosen === shown.right) return [{ type: 'text', text: [{ bold: 'Right.' }] }];
  const because = question.wrong.find(({ text }) => text === shown.options[chosen])?.because ?? '';
  const said = ['You said ', { bold: labelOf(shown, chosen) }, '.'] as const;
  return [{ type: 'text', text: because === '' ? said : [...said, '\n', because] }];
}

function whoKnew(answers: readonly Answer[]): Inline[] {
  const knew = answers.filter(({ right }) => right);
  if (answers.length === 0) return ['Nobody answered this time.'];
  if (knew.length === 0) return ['Nobody got it this time.'];
  const names = knew
    .slice(0, MOST_NAMES)
    .flatMap(({ player }, at): Inline[] => [at > 0 ? ', ' : '', { player: player.user }]);
  const more = knew.length - MOST_NAMES;
  return ['Knew it: ', ...names, more > 0 ? ` and ${more} more` : ''];
}

/** Shown in place of the result of a round whose question a newer release of the dataset no longer has. */
export const withdrawnCard = (title: Title, { shown }: Round, choices: readonly Choice[] = []): PlainCard =>
  plainCard(
    'problem',
    title,
    { type: 'text', text: [{ bold: shown.prompt }] },
    { type: 'text', text: ['This question was withdrawn while it was open. It counts for nobody.'] },
    ...(choices.length > 0 ? [{ type: 'choices', choices } as const] : []),
  );

/** Shown in place of the result of a round whose right answer a newer release of the dataset has corrected. */
export function correctedCard(
  library: Library,
  { round, question, title, choices = [], notes = [] }: Omit<Result, 'answers' | 'chosen'>,
): CitedCard {
  return {
    kind: 'cited',
    tone: 'problem',
    lead: [
      ...askedBlocks(library, round, title),
      { type: 'options', options: openOptions(round.shown) },
      { type: 'text', text: correction(question) },
      { type: 'text', text: [question.payoff] },
      ...notes,
    ],
    receipts: ownReceipts(library, question),
    tail: choicesBelow([...choices, ...moreChoice(library, question)]),
  };
}

/** The question as it is now, because the correction may be in its words. */
export const correction = ({ prompt, right }: Question): Inline[] => [
  'This question was corrected while it was open, so it counts for nobody. Now it reads: ',
  { italic: prompt },
  ' – ',
  { bold: right.text },
];
