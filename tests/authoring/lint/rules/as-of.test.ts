import { describe, expect, it } from 'vitest';
import { asOf } from '../../../../src/authoring/lint/rules/as-of.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

/** The text in a claim that has neither date nor asOf. */
const undated = (text: string) => named(asOf.check(changed('claims', 'three-aboard', { text })));

describe('what goes stale', () => {
  it('says as of when it holds in a good pack', () => {
    expect(asOf.check(goodPack())).toEqual([]);
  });

  it.each([
    ['Mara Quill was aged 41.'],
    ['Mara Quill, a 41-year-old, came in.'],
    ['Mara Quill is 41.'],
    ['Tom Reed is the harbour master of Saltby.'],
    ['Tom Reed is serving his first term.'],
    ['Tom Reed works as a pilot.'],
    ['Mara Quill lives in Saltby.'],
  ])('is turned down without a date: %s', (text) => {
    expect(undated(text)).toEqual(['three-aboard: asOf']);
  });

  it.each([
    ['Mara Quill turned 42.'],
    ['Ben Quill is Mara Quill’s brother.'],
    ['Tides of Saltby is a book by Nora Finch.'],
    ['Tom Reed was the harbour master.'],
  ])('is not mistaken for what stays true: %s', (text) => {
    expect(undated(text)).toEqual([]);
  });

  it('is fine with a date', () => {
    const { asOf: _, ...claim } = recordOf('claims', 'quill-41');
    expect(named(asOf.check(changed('claims', 'quill-41', { ...claim, asOf: '2020' })))).toEqual([]);
  });

  it('cannot hold for a day after the newest of its articles', () => {
    const [problem] = asOf.check(changed('claims', 'quill-41', { asOf: '2021-01' }));
    expect(problem).toMatchObject({ record: 'quill-41', field: 'asOf' });
    expect(problem?.expected).toContain('no later than 2020-02-14');
  });

  it('may hold for the year of an article whose day is known', () => {
    expect(asOf.check(changed('claims', 'quill-41', { asOf: '2020' }))).toEqual([]);
  });
});
