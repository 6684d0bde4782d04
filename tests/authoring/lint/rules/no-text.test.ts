import { describe, expect, it } from 'vitest';
import { noText } from '../../../../src/authoring/lint/rules/no-text.ts';
import { goodPack, goodTexts, named } from '../harbour.ts';

describe('an article', () => {
  it('is read against its text where that is at hand', () => {
    expect(noText.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('is named where it is not', () => {
    const [first, ...rest] = goodTexts();
    expect(first?.article).toBe('gazette-2020');
    expect(named(noText.check(goodPack(), rest))).toEqual(['gazette-2020: title']);
  });
});
