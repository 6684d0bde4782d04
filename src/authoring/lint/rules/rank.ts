import type { Question } from '../../../core/dataset/schema.ts';
import { wordsOf } from '../../../core/facts/fold.ts';
import { inDigits } from '../number-forms.ts';
import { optionsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

/** With fewer one question alone moves a share too far. */
const LEAST = 8;

/** Of all scales each rank, of four, holds between these shares. */
const SHARES = { least: 0.1, most: 0.4 } as const;

export const rank = {
  id: 'rank',
  severity: 'warning',
  says: 'On a scale the right value is as often at an end as in the middle: writers enclose it without noticing.',
  check(pack) {
    const found = pack.questions.flatMap(rankOf);
    if (found.length < LEAST) return [];
    return [0, 1, 2, 3].flatMap((place) => {
      const share = found.filter((one) => one === place).length / found.length;
      if (share >= SHARES.least && share <= SHARES.most) return [];
      const expected = `the right value to be number ${place + 1} of four, from the smallest, in 10 to 40 % of the ${found.length} questions with a scale, but it is in ${Math.round(share * 100)} %: give some other values to choose from`;
      return [finding(pack.info, 'questions', expected)];
    });
  },
} satisfies Rule;

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
