import { describe, expect, it } from 'vitest';
import { describeDate, describeLength, describePublished, formatDate } from '../../src/core/dates.ts';

describe('a date in words', () => {
  it('is no finer than it is known', () => {
    expect([formatDate('2018'), formatDate('2018-05'), formatDate('2023-10-08')]).toEqual([
      '2018',
      'May 2018',
      '8 October 2023',
    ]);
  });

  it('says when it was inferred, spans what it spans, and keeps relative words', () => {
    expect(describeDate({ precision: 'month', basis: 'inferred', on: '2018-05' })).toBe(
      'May 2018 (inferred)',
    );
    expect(describeDate({ precision: 'year', basis: 'stated', on: '2017', until: '2021' })).toBe(
      '2017 to 2021',
    );
    expect(describeDate({ precision: 'relative', basis: 'stated', text: 'weeks after the video' })).toBe(
      'weeks after the video',
    );
  });
});

describe('how long a question stays open', () => {
  it('is told in the unit that people would use', () => {
    expect([45_000, 60_000, 300_000, 3_600_000, 86_400_000].map(describeLength)).toEqual([
      '45 seconds',
      '60 seconds',
      '5 minutes',
      '60 minutes',
      '24 hours',
    ]);
  });
});

describe('the date of an article', () => {
  it('is told as it was printed', () => {
    expect(describePublished({ published: '2023-10-18', basis: 'stated' })).toBe('18 October 2023');
  });

  it('is told as ours where the article prints none', () => {
    expect(describePublished({ published: '2018-05', basis: 'inferred' })).toBe('around May 2018');
  });
});
