/** How a round looks once it is revealed: options, verdict, who knew it, pay-off, streaks, receipt, and the reply below. */
import {
  type Choice,
  type CitedCard,
  type Inline,
  type PlainBlock,
  type PlainCard,
  plainCard,
} from '../../cards/card.ts';
import type { Running } from '../../daily/streak.ts';
import type { Library } from '../../dataset/library.ts';
import type { Question } from '../../dataset/schema.ts';
import { quotationFor } from '../../facts/quotation.ts';
import { receiptsOf } from '../../facts/receipts.ts';
import { bothSides, sidesOf } from '../../facts/sides.ts';
import type { Answer, Round } from '../../ports/store.ts';
import { isVoid, labelOf, openOptions, revealedOptions, rightAnswer } from '../question.ts';
import { provingClaims } from '../select.ts';
import { askedBlocks, type Title } from './question-card.ts';

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

/** More names than this make a wall of names. */
const MOST_NAMES = 3;

/** Of what proves the right option, and of nothing else. */
function ownReceipts(library: Library, question: Question): CitedCard['receipts'] {
  const [claim, ...others] = provingClaims(library, question);
  return receiptsOf(library, claim, others, quotationFor(library, claim));
}

const choicesBelow = (choices: readonly Choice[]): readonly PlainBlock[] =>
  choices.length > 0 ? [{ type: 'choices', choices }] : [];

/** Only where there is another side. */
function moreChoice(library: Library, question: Question): readonly Choice[] {
  const { denials, disagreements } = sidesOf(library, provingClaims(library, question));
  return [...denials, ...disagreements].length > 0 ? [bothSides('question', question.id)] : [];
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
  const named = knew.filter(({ isHidden }) => !isHidden).slice(0, MOST_NAMES);
  const more = knew.length - named.length;
  // The bars show as many: who is hidden is counted, and not named.
  if (named.length === 0) return [more === 1 ? '1 person knew it.' : `${more} people knew it.`];
  const names = named.flatMap(({ player }, at): Inline[] => [at > 0 ? ', ' : '', { player: player.user }]);
  return ['Knew it: ', ...names, more > 0 ? ` and ${more} more` : ''];
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

/** Says under a daily question that its answer is out, so that people see it. */
export function replyCard(
  library: Library,
  { round, question, answers }: Pick<Result, 'round' | 'question' | 'answers'>,
  running: readonly Running[],
): CitedCard {
  const isOff = isVoid(library, round);
  const [claim] = provingClaims(library, question);
  const result: Inline[] = isOff
    ? correction(question)
    : ['The answer is ', { bold: rightAnswer(round.shown) }, ` – ${howManyKnew(answers)}.`];
  return {
    kind: 'cited',
    tone: isOff ? 'problem' : 'right',
    lead: [{ type: 'text', text: result }, ...streaksBlock(running)],
    receipts: receiptsOf(library, claim),
    tail: [],
  };
}

function howManyKnew(answers: readonly Answer[]): string {
  const knew = answers.filter(({ right }) => right).length;
  if (answers.length === 0) return 'nobody answered this time';
  return `${knew === 0 ? 'none' : knew} of ${answers.length} knew it`;
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
const correction = ({ prompt, right }: Question): Inline[] => [
  'This question was corrected while it was open, so it counts for nobody. Now it reads: ',
  { italic: prompt },
  ' – ',
  { bold: right.text },
];
