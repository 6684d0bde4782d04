import { describe, expect, it } from 'vitest';
import { sameKind } from '../../../../src/authoring/lint/rules/same-kind.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const { right } = recordOf('questions', 'q-skipper');
const offering = (rightText: string, ...wrong: readonly string[]) =>
  changed('questions', 'q-skipper', {
    right: { ...right, text: rightText },
    wrong: wrong.map((text) => ({ text, because: 'No article says so.', claims: [] })),
  });

describe('options', () => {
  it.each([
    ['names of people, one of them not in the pack', ['Mara Quill', 'Ida Marsh', 'Tom Reed', 'Otto Stray']],
    ['two people and two places', ['Mara Quill', 'Ida Marsh', 'Saltby', 'Port Alder']],
    ['dates', ['12 February 2020', 'May 2021', '2019', 'January 2021']],
    ['quoted words', ['“So be it”', '“Never”', '“As ever”', '“Not I”']],
    ['sentences', ['She sailed.', 'She rowed.', 'She swam.', 'She ran!']],
  ])('of one kind are in order: %s', (_, [first = '', ...rest]) => {
    expect(sameKind.check(offering(first, ...rest))).toEqual([]);
  });

  it('are of one kind in the whole good story', () => {
    expect(sameKind.check(goodPack())).toEqual([]);
  });

  it.each([
    ['right.text', 'place', ['Saltby', 'Mara Quill', 'Ida Marsh', 'Tom Reed']],
    ['wrong.2.text', 'words', ['12 February 2020', 'May 2021', '2019', 'The next day']],
    ['wrong.0.text', 'without a capital', ['Sailing', 'rowing', 'Swimming', 'Running']],
    ['wrong.1.text', 'ended by a mark', ['She sailed', 'She rowed', 'She swam.', 'She ran']],
  ])('of which one is another are called out: %s is %s', (field, is, [first = '', ...rest]) => {
    const problems = sameKind.check(offering(first, ...rest));
    expect(named(problems)).toEqual([`q-skipper: ${field}`]);
    expect(problems[0]?.expected).toContain(is);
  });
});
