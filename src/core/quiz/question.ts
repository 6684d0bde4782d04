/** A question as it is put: its options in the order shown, and which of them is right. */
import type { ShownOption } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import { fold } from '../facts/fold.ts';
import { type Random, shuffle } from '../ports/random.ts';
import type { Answer, Round, ShownQuestion } from '../ports/store.ts';

export const LETTERS = ['A', 'B', 'C', 'D'] as const;

export const letterOf = (position: number): string => LETTERS[position] ?? '?';

/** With its options in a random order; True and False always stand in theirs. */
export function putQuestion(question: Question, random: Pick<Random, 'next'>): ShownQuestion {
  if (question.kind === 'true-false')
    return inOrder(question, question.right.text === 'True' ? [0, 1] : [1, 0]);
  return inOrder(question, shuffle([0, ...question.wrong.map((_, at) => at + 1)], random));
}

/** `order`: indexes into [right, ...wrong]. */
function inOrder({ prompt, right, wrong }: Question, order: readonly number[]): ShownQuestion {
  const texts = [right.text, ...wrong.map(({ text }) => text)];
  return { prompt, options: order.map((index) => texts[index] ?? ''), right: order.indexOf(0) };
}

/**
 * Whether the pack now takes another option for right than people were shown. Nobody but its author knows a reworded
 * answer from a corrected one, so only case, accents, quotation marks and spaces may differ.
 */
const isCorrected = ({ options, right }: ShownQuestion, question: Question): boolean =>
  !saysSame(options[right] ?? '', question.right.text);

/**
 * Whether a round counts for nobody: its question was withdrawn or corrected while it was open. What a release changes
 * after the reveal changes no result.
 */
export function isVoid(
  library: Library,
  round: Pick<Round, 'state' | 'isVoid' | 'questionId' | 'shown'>,
): boolean {
  if (round.state === 'revealed') return round.isVoid;
  const question = library.question(round.questionId);
  return !question || isCorrected(round.shown, question);
}

export const saysSame = (one: string, other: string): boolean => comparable(one) === comparable(other);

const comparable = (text: string): string =>
  fold(text).replace(/["“”]/g, '').replace(/\s+/g, ' ').replace(/\.$/, '');

/** What every platform shows whole on a button. */
const MOST_ON_BUTTON = 75;

/** Where each option fits on a button, they are the buttons, and nobody has to look up what B was. */
export const fitsButtons = ({ options }: Pick<ShownQuestion, 'options'>): boolean =>
  options.every((text) => text.length <= MOST_ON_BUTTON);

/** How an option is called: by its words, or by its letter where these are too long for a button. */
export const labelOf = (shown: Pick<ShownQuestion, 'options'>, option: number): string =>
  fitsButtons(shown) ? (shown.options[option] ?? '?') : letterOf(option);

/** "Louisiana", or "B. …" where the buttons are letters. */
export const rightAnswer = (shown: ShownQuestion): string =>
  `${fitsButtons(shown) ? '' : `${letterOf(shown.right)}. `}${shown.options[shown.right] ?? ''}`;

/** As asked: no mark tells anything. */
export const openOptions = (shown: Pick<ShownQuestion, 'options'>): readonly ShownOption[] =>
  shown.options.map((text, at) => ({ ...lettered(shown, at), text, mark: 'open' }));

const lettered = (shown: Pick<ShownQuestion, 'options'>, at: number): Pick<ShownOption, 'letter'> =>
  fitsButtons(shown) ? {} : { letter: letterOf(at) };

/** As revealed: which is right, and how many chose each. Shares are left out where nobody answered. */
export function revealedOptions(
  shown: Pick<ShownQuestion, 'options' | 'right'>,
  answers: readonly Answer[],
): readonly ShownOption[] {
  return shown.options.map((text, at) => {
    const count = answers.filter(({ option }) => option === at).length;
    const share = { count, percent: Math.round((100 * count) / Math.max(1, answers.length)) };
    const option = { ...lettered(shown, at), text, mark: at === shown.right ? 'right' : 'wrong' } as const;
    return answers.length > 0 ? { ...option, share } : option;
  });
}
