import { describe, expect, it } from 'vitest';
import { stale } from '../../../../src/authoring/lint/rules/stale.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

/** The text in a claim that has neither date nor asOf. */
const undated = (text: string) => named(stale.check(changed('claims', 'three-aboard', { text })));

describe('what goes stale', () => {
  it('says as of when it holds in a good pack', () => {
    expect(stale.check(goodPack())).toEqual([]);
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
    expect(named(stale.check(changed('claims', 'quill-41', { ...claim, asOf: '2020' })))).toEqual([]);
  });
});
