import { describe, expect, it } from 'vitest';
import { oneAnswer } from '../../../../src/authoring/lint/rules/one-answer.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const { right } = recordOf('questions', 'q-skipper');
const offering = (rightText: string, ...wrong: readonly string[]) =>
  changed('questions', 'q-skipper', {
    right: { ...right, text: rightText },
    wrong: wrong.map((text) => ({ text, because: 'No article says so.', claims: [] })),
  });

describe('the options of a question', () => {
  it('that are all different are in order', () => {
    expect(oneAnswer.check(goodPack())).toEqual([]);
    expect(oneAnswer.check(offering('Five', 'Six', '12 February 2020', '2 February 2012'))).toEqual([]);
    expect(oneAnswer.check(offering('Ben Quill', 'Mara Quill', 'Quill'))).toEqual([]);
  });

  it.each([
    ['letter for letter but for case and accents', 'A Café', 'a cafe'],
    ['a person by an alias', 'Mara Quill', 'The skipper'],
    ['a person by an alias inside a phrase', 'Ida Marsh’s boat', 'Marsh’s boat'],
    ['a number as a word', '5', 'Five'],
    ['a number in a phrase', 'Five boats', '5 boats'],
    ['a date in another order', '12 February 2020', 'February 12th, 2020'],
    ['the same with a preposition', 'In 2008', '2008'],
  ])('may not name the same twice: %s', (_, one, other) => {
    const problems = oneAnswer.check(offering(one, 'Somebody else', other));
    expect(named(problems)).toEqual(['q-skipper: wrong.1.text']);
    expect(problems[0]?.expected).toContain(`“${other}”`);
  });
});
