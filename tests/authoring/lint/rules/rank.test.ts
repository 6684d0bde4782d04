import { describe, expect, it } from 'vitest';
import { rank } from '../../../../src/authoring/lint/rules/rank.ts';
import { added, goodPack, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');

/** Questions on a scale of four, each with its right value at one of the ranks. */
const withRanks = (places: readonly number[]) =>
  places.reduce((pack, rank, at) => {
    const [right = '', ...wrong] = ['two', '3', '5', '11'].toSorted(
      (a, b) => Number(b === ['two', '3', '5', '11'][rank]) - Number(a === ['two', '3', '5', '11'][rank]),
    );
    const question = {
      ...skipper,
      id: `q-scale-${at}`,
      right: { ...skipper.right, text: right },
      wrong: wrong.map((text) => ({ text, because: '', claims: [] })),
    };
    return added('questions', question, pack);
  }, goodPack());

describe('right values on a scale', () => {
  it('that lie now at an end, now in the middle, are in order', () => {
    expect(rank.check(withRanks([0, 1, 2, 3, 0, 1, 2, 3]))).toEqual([]);
  });

  it('that are never the smallest or the largest are called out', () => {
    const problems = rank.check(withRanks([1, 2, 2, 1, 1, 2, 2, 2]));
    expect(problems.map(({ expected }) => expected).join('\n')).toContain('number 1 of four');
    expect(problems).toHaveLength(3);
  });

  it('say nothing where they are few', () => {
    expect(rank.check(withRanks([2, 2, 2]))).toEqual([]);
  });
});
