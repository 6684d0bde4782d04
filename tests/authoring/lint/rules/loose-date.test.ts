import { describe, expect, it } from 'vitest';
import { looseDate } from '../../../../src/authoring/lint/rules/loose-date.ts';
import { changed, goodPack } from '../harbour.ts';

const withText = (text: string) => looseDate.check(changed('claims', 'boat-came-in', { text }));

describe('a date that only holds on the day of writing', () => {
  it('stands nowhere in a good pack', () => {
    expect(looseDate.check(goodPack())).toEqual([]);
  });

  it.each([
    ['Mara Quill came in yesterday.', 'yesterday'],
    ['Mara Quill came in last Monday.', 'last Monday'],
    ['Mara Quill sails this year.', 'this year'],
    ['Mara Quill recently came in.', 'recently'],
    ['Mara Quill came in two weeks ago.', 'weeks ago'],
    ['The Kestrel is now in a museum.', 'is now'],
    ['The current harbour master is Tom Reed.', 'The current'],
    ['Currently the Kestrel is in a museum.', 'Currently'],
  ])('is turned down: %s', (text, loose) => {
    const [problem] = withText(text);
    expect(problem).toMatchObject({ record: 'boat-came-in', field: 'text' });
    expect(problem?.expected).toContain(`in place of “${loose}”`);
  });

  it.each([
    ['She came in during the last week of February 2020.'],
    ['She sold it the next month.'],
    ['She had two trawlers and now wanted a third.'],
    ['The Saltby Gazette calls it “last Monday”.'],
    ['The current flows north, and the current in the wire is weak.'],
  ])('is not seen where the day is named, or the words are quoted: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });

  it('may stand in the title of an article', () => {
    const titled = changed('articles', 'coast-2021', { title: 'The Kestrel, a year ago today' });
    const text = 'Coast Weekly’s article is called The Kestrel, a year ago today.';
    expect(looseDate.check(changed('claims', 'boat-came-in', { text }, titled))).toEqual([]);
  });
});
