/** Dates as people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, publishedOf } from '../../../src/authoring/format/when.ts';
import { DateSpec } from '../../../src/core/dataset/fields.ts';

describe('a date', () => {
  it.each([
    ['2018', { precision: 'year', basis: 'stated', on: '2018' }],
    ['2018-05', { precision: 'month', basis: 'stated', on: '2018-05' }],
    ['2018-05-30', { precision: 'day', basis: 'stated', on: '2018-05-30' }],
    ['2018-05?', { precision: 'month', basis: 'inferred', on: '2018-05' }],
    ['2018/2020', { precision: 'year', basis: 'stated', on: '2018', until: '2020' }],
    ['2018-05-30/2018-06-02', { precision: 'day', basis: 'stated', on: '2018-05-30', until: '2018-06-02' }],
    ['2018-05/2018-07?', { precision: 'month', basis: 'inferred', on: '2018-05', until: '2018-07' }],
    ['weeks after the storm', { precision: 'relative', basis: 'stated', text: 'weeks after the storm' }],
    ['soon after the storm?', { precision: 'relative', basis: 'inferred', text: 'soon after the storm' }],
    ['30 November 2011 or January 2012', { precision: 'relative', text: '30 November 2011 or January 2012' }],
  ])('%s is known no finer than it says', (written, spec) => {
    expect(dateOf(written)).toMatchObject(spec);
    expect(DateSpec.safeParse(dateOf(written)).success).toBe(true);
  });

  it('may be shown in other words, where only a part of it is the article’s', () => {
    const written = { on: '2023-10-22?', text: '22 October 2023 (year from the article’s date)' };
    expect(dateOf(written)).toEqual({
      ...{ precision: 'day', basis: 'inferred', on: '2023-10-22' },
      text: '22 October 2023 (year from the article’s date)',
    });
  });

  it('keeps its form, its ends and its doubt, whichever they are', () => {
    const year = fc.integer({ min: 1000, max: 2999 }).map(String);
    const day = fc
      .date({ min: new Date('1000-01-02'), max: new Date('2999-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const ends = fc.oneof(
      ...[year, day.map((one) => one.slice(0, 7)), day].map((one) =>
        fc.tuple(one, one).map((two) => two.toSorted()),
      ),
    );
    fc.assert(
      fc.property(ends, fc.boolean(), ([on = '', until = ''], isDoubted) => {
        const span = dateOf(`${on}/${until}${isDoubted ? '?' : ''}`);
        expect(span).toMatchObject({ on, until, basis: isDoubted ? 'inferred' : 'stated' });
        expect(dateOf(on)).toMatchObject({ on, precision: span.precision });
        for (const date of [span, dateOf(on)]) expect(DateSpec.safeParse(date).success).toBe(true);
      }),
    );
  });
});

describe('when an article was published', () => {
  it.each([
    ['2018', { published: '2018', precision: 'year', basis: 'stated' }],
    ['2018-05?', { published: '2018-05', precision: 'month', basis: 'inferred' }],
    ['2018-05-30', { published: '2018-05-30', precision: 'day', basis: 'stated' }],
  ])('%s is known no finer than it says', (written, published) => {
    expect(publishedOf(written)).toEqual(published);
  });
});
