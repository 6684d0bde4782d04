import { describe, expect, it } from 'vitest';
import { mutualDenial } from '../../../../src/authoring/lint/rules/mutual-denial.ts';
import { changed, goodPack, named } from '../harbour.ts';

describe('two claims', () => {
  it('do not deny each other in a good pack', () => {
    expect(mutualDenial.check(goodPack())).toEqual([]);
  });

  it('that do are named once', () => {
    const found = mutualDenial.check(changed('claims', 'papers-in-order', { denials: ['not-registered'] }));
    expect(named(found)).toEqual(['papers-in-order: denials']);
    expect(found[0]?.expected).toContain('a disagreement');
  });
});
