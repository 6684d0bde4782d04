import { describe, expect, it } from 'vitest';
import { asOf } from '../../../../src/authoring/lint/rules/as-of.ts';
import { changed, goodPack } from '../harbour.ts';

describe('what a claim holds for', () => {
  it('is a day that its articles could know, in a good pack', () => {
    expect(asOf.check(goodPack())).toEqual([]);
  });

  it('cannot be a day after the newest of its articles', () => {
    const [problem] = asOf.check(changed('claims', 'quill-41', { asOf: '2021-01' }));
    expect(problem).toMatchObject({ record: 'quill-41', field: 'asOf' });
    expect(problem?.expected).toContain('no later than 2020-02-14');
  });

  it('may be the year of an article whose day is known', () => {
    expect(asOf.check(changed('claims', 'quill-41', { asOf: '2020' }))).toEqual([]);
  });
});
