import { describe, expect, it } from 'vitest';
import { payoff as rule } from '../../../../src/authoring/lint/rules/payoff.ts';
import { changed, goodPack, named } from '../harbour.ts';

describe('a pay-off', () => {
  it('adds something in a good pack', () => {
    expect(rule.check(goodPack())).toEqual([]);
  });

  it('that only says again what was asked and answered is called out', () => {
    const payoff = 'Mara Quill brought the trawler Kestrel to Saltby.';
    const problems = rule.check(changed('questions', 'q-skipper', { payoff }));
    expect(named(problems)).toEqual(['q-skipper: payoff']);
    expect(problems[0]?.expected).toContain('something that question and right option do not say');
  });

  it.each([
    ['has three sentences', 'One paper says so. Another does as well. A third is silent.'],
    ['is longer than a card shows', `One paper says ${'so and '.repeat(60)}so.`],
  ])('that %s is called out', (_, payoff) => {
    const problems = rule.check(changed('questions', 'q-skipper', { payoff }));
    expect(named(problems)).toEqual(['q-skipper: payoff']);
    expect(problems[0]?.expected).toContain('one or two sentences and at most 160 characters');
  });
});
