/** A question as it is put: its options in the order shown, and which of them is right. */
import type { ShownOption } from '../card.ts';
import type { Question } from '../dataset/schema.ts';
import { type Random, shuffle } from '../random.ts';
import type { Answer, Round } from '../store.ts';

export const LETTERS = ['A', 'B', 'C', 'D'] as const;

export const letterOf = (position: number): string => LETTERS[position] ?? '?';

/** Indexes into [right, ...wrong] in a random order. */
export const drawOrder = (question: Question, random: Pick<Random, 'next'>): number[] =>
  shuffle([0, ...question.wrong.map((_, at) => at + 1)], random);

/** The options' texts in the round's order. */
export function optionTexts(question: Question, order: readonly number[]): readonly string[] {
  const texts = [question.right.text, ...question.wrong.map(({ text }) => text)];
  return order.map((index) => texts[index] ?? '');
}

export const rightPosition = (round: Pick<Round, 'order'>): number => round.order.indexOf(0);

/** As asked: no mark tells anything. */
export const openOptions = (question: Question, order: readonly number[]): readonly ShownOption[] =>
  optionTexts(question, order).map((text, at) => ({ letter: letterOf(at), text, mark: 'open' }));

/** As revealed: which is right, and how many chose each. Shares are left out where nobody answered. */
export function revealedOptions(
  question: Question,
  round: Pick<Round, 'order'>,
  answers: readonly Answer[],
): readonly ShownOption[] {
  const right = rightPosition(round);
  return optionTexts(question, round.order).map((text, at) => {
    const count = answers.filter(({ option }) => option === at).length;
    const share = { count, percent: Math.round((100 * count) / Math.max(1, answers.length)) };
    const shown = { letter: letterOf(at), text, mark: at === right ? 'right' : 'wrong' } as const;
    return answers.length > 0 ? { ...shown, share } : shown;
  });
}
