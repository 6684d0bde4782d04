/** A question as it is put: its options in the order shown, and which of them is right. */
import type { ShownOption } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import { fold } from '../facts/fold.ts';
import { type Random, shuffle } from '../random.ts';
import type { Services } from '../services.ts';
import type { Answer, ShownQuestion } from '../store.ts';

export const LETTERS = ['A', 'B', 'C', 'D'] as const;

export const letterOf = (position: number): string => LETTERS[position] ?? '?';

/** With its options in a random order. */
export function putQuestion(question: Question, random: Pick<Random, 'next'>): ShownQuestion {
  return inOrder(question, shuffle([0, ...question.wrong.map((_, at) => at + 1)], random));
}

/** `order`: indexes into [right, ...wrong]. */
function inOrder({ prompt, right, wrong }: Question, order: readonly number[]): ShownQuestion {
  const texts = [right.text, ...wrong.map(({ text }) => text)];
  return { prompt, options: order.map((index) => texts[index] ?? ''), right: order.indexOf(0) };
}

/**
 * Adds the texts to rounds that an earlier release opened and kept without. Their options are numbers until then
 * (`0003-shown.ts`). One whose question is gone needs none: its result says so.
 */
export async function addShownTexts({ store, library }: Pick<Services, 'store' | 'library'>): Promise<void> {
  for (const { id, questionId, shown } of await store.unrevealedRounds()) {
    const question = shown.prompt === '' ? library.question(questionId) : undefined;
    if (question) await store.rememberShown(id, inOrder(question, shown.options.map(Number)));
  }
}

/**
 * Whether the pack now takes another option for right than people were shown. Nobody but its author knows a reworded
 * answer from a corrected one, so only case, accents, quotation marks and spaces may differ.
 */
export const isCorrected = ({ options, right }: ShownQuestion, question: Question): boolean =>
  comparable(options[right] ?? '') !== comparable(question.right.text);

const comparable = (text: string): string =>
  fold(text).replace(/["“”]/g, '').replace(/\s+/g, ' ').replace(/\.$/, '');

/** "B. Louisiana" */
export const rightAnswer = ({ options, right }: ShownQuestion): string =>
  `${letterOf(right)}. ${options[right] ?? ''}`;

/** As asked: no mark tells anything. */
export const openOptions = ({ options }: ShownQuestion): readonly ShownOption[] =>
  options.map((text, at) => ({ letter: letterOf(at), text, mark: 'open' }));

/** As revealed: which is right, and how many chose each. Shares are left out where nobody answered. */
export function revealedOptions(
  { options, right }: ShownQuestion,
  answers: readonly Answer[],
): readonly ShownOption[] {
  return options.map((text, at) => {
    const count = answers.filter(({ option }) => option === at).length;
    const share = { count, percent: Math.round((100 * count) / Math.max(1, answers.length)) };
    const shown = { letter: letterOf(at), text, mark: at === right ? 'right' : 'wrong' } as const;
    return answers.length > 0 ? { ...shown, share } : shown;
  });
}
