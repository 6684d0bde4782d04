import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { putQuestion } from '../../../src/core/quiz/question.ts';
import { recordOf } from '../../authoring/lint/harbour.ts';
import { createSeededRandom } from '../../fakes/random.ts';

const skipper = recordOf('questions', 'q-skipper');

/** How often the right option came to stand in each place. */
function slotsOf(question: Question, times: number): readonly number[] {
  const random = createSeededRandom(20180530);
  const slots = Array.from({ length: times }, () => putQuestion(question, random).right);
  return [skipper.right, ...question.wrong].map((_, slot) => slots.filter((one) => one === slot).length);
}

describe('the right option of a question', () => {
  it.each([1, 2, 3])('comes to stand in every place alike, beside %i wrong ones', (count) => {
    const counts = slotsOf({ ...skipper, wrong: skipper.wrong.slice(0, count) }, 9_000);
    // Within five standard deviations of a binomial count.
    for (const each of counts) expect(Math.abs(each - 9_000 / (count + 1))).toBeLessThan(250);
  });

  it('stands where it always does, where it is True or False', () => {
    const wrong = [{ text: 'False', because: '', claims: [] }];
    const right = { text: 'True', claims: ['boat-came-in'] };
    expect(slotsOf({ ...skipper, kind: 'true-false', right, wrong }, 100)).toEqual([100, 0]);
  });
});
