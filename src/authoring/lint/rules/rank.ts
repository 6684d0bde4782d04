/**
 * On a scale the right value is as often the smallest or the largest as in the middle. Writers enclose it without
 * noticing, and players learn never to take an end.
 */
import type { Question } from '../../../core/dataset/schema.ts';
import { wordsOf } from '../../../core/facts/fold.ts';
import { inDigits } from '../number-forms.ts';
import { optionsOf } from '../question-words.ts';
import { type Gate, problemWith } from '../rule.ts';

/** With fewer one question alone moves a share too far. */
const LEAST = 8;

/** Of all scales each rank, of four, holds between these shares. */
const SHARES = { least: 0.1, most: 0.4 } as const;

export const ranks: Gate = {
  name: 'right values at every rank',
  check(pack) {
    const found = pack.questions.flatMap(rankOf);
    if (found.length < LEAST) return [];
    return [0, 1, 2, 3].flatMap((rank) => {
      const share = found.filter((one) => one === rank).length / found.length;
      if (share >= SHARES.least && share <= SHARES.most) return [];
      const expected = `the right value to be number ${rank + 1} of four, from the smallest, in 10 to 40 % of the ${found.length} questions with a scale, but it is in ${Math.round(share * 100)} %: give some other values to choose from`;
      return [problemWith(pack, pack.info, 'questions', expected)];
    });
  },
};

/** How many options are smaller, where all four are different numbers and nothing else differs. */
function rankOf(question: Question): readonly number[] {
  const values = optionsOf(question).map(valueIn);
  const [right, ...wrong] = values;
  if (right === undefined || wrong.length !== 3 || new Set(values).size < 4) return [];
  if (wrong.some((value) => value === undefined)) return [];
  return [wrong.filter((value) => value !== undefined && value < right).length];
}

function valueIn(text: string): number | undefined {
  const numbers = wordsOf(text).map(inDigits).map(Number).filter(Number.isFinite);
  return /^none$/i.test(text) ? 0 : numbers.length === 1 ? numbers[0] : undefined;
}
