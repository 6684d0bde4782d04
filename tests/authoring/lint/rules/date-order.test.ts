import { describe, expect, it } from 'vitest';
import { dateOrder } from '../../../../src/authoring/lint/rules/date-order.ts';
import { changed, goodPack } from '../harbour.ts';

const withText = (text: string) => dateOrder.check(changed('claims', 'boat-came-in', { text }));

describe('a date', () => {
  it('has one form all over a good pack', () => {
    expect(dateOrder.check(goodPack())).toEqual([]);
  });

  it.each(['05/03/2024', '12.05.2024', '12-05-2024', '5/3/24'])('in numbers may be two days: %s', (date) => {
    const [found] = withText(`Mara Quill came in on ${date}.`);
    expect(found).toMatchObject({ record: 'boat-came-in', words: date });
    expect(found?.expected).toContain('the month as a word');
  });

  it('in another order than the others of the pack is named, with one of these', () => {
    const found = withText('Mara Quill came in on February 11, 2020.');
    expect(found).toMatchObject([{ record: 'boat-came-in', words: 'February 11, 2020' }]);
    expect(found[0]?.expected).toMatch(/the order of the other dates \(“1\d February 2020”\)/);
  });

  it.each([
    'Version 1.2.3 came out.',
    'Version 10.11.2 came out.',
    'It ended 3-2 on 2020-02-11.',
    'The ratio is 1/2.',
    'She came in February 2020, with 11 others.',
    'In May 2020 people came.',
  ])('is what looks like one only: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });
});
