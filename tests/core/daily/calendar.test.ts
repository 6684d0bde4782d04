import { describe, expect, it } from 'vitest';
import { describeDates, parseDateAhead, parseDates } from '../../../src/core/daily/calendar.ts';

const today = '2026-11-23';
const read = (typed: string) => parseDates(typed, today);

describe('dates as people type them', () => {
  it.each([
    ['2026-12-25', ['2026-12-25']],
    ['2026-12-25, 2026-12-26', ['2026-12-25', '2026-12-26']],
    ['2026-12-26 2026-12-25', ['2026-12-25', '2026-12-26']],
    ['2026-12-24..2026-12-26', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['2026-12-24 to 2026-12-26', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['2026-12-24 - 2026-12-25', ['2026-12-24', '2026-12-25']],
    ['25 Dec', ['2026-12-25']],
    ['Dec 25, 2027', ['2027-12-25']],
    ['Dec 25, 2026-12-31', ['2026-12-25', '2026-12-31']],
    ['December 25th and Jan 1st', ['2026-12-25', '2027-01-01']],
    ['24–26 Dec', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['Dec 24-26', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['Dec. 24–26', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['24−26 Dec', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['“24 Dec”, “31 Dec”', ['2026-12-24', '2026-12-31']],
    ['24 Dec thru 26 Dec', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['24-26 December', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['24.-26.12.', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['31 Dec to 1 Jan', ['2026-12-31', '2027-01-01']],
    ['25.12.', ['2026-12-25']],
    ['25.12.2026', ['2026-12-25']],
    ['today, tomorrow', ['2026-11-23', '2026-11-24']],
    ['22 Nov', ['2027-11-22']],
    ['29 Feb', ['2028-02-29']],
    ['2026-11-20..2026-11-24', ['2026-11-23', '2026-11-24']],
    ['25 Dec, 25 Dec', ['2026-12-25']],
  ])('“%s” is understood', (typed, dates) => {
    expect(read(typed)).toEqual({ dates });
  });

  it.each([
    ['', 'Name a date.'],
    ['christmas', '“christmas” is not a date that I understand. Type it like 2026-11-30'],
    ['the 25th', '“the 25th” is not a date that I understand'],
    ['12/25/2026', 'is not a date that I understand'],
    ['2026-02-30', 'is not a date that I understand'],
    ['2026-13-01', 'is not a date that I understand'],
    ['32 Dec', 'is not a date that I understand'],
    ['25 De', 'is not a date that I understand'],
    ['2026-12-25..', 'is not a date that I understand'],
    ['2026-12-01..2026-12-02..2026-12-03', 'is not a date that I understand'],
    ['2026-11-22', '“2026-11-22” is past: here it is 23 November 2026'],
    ['2026-12-26..2026-12-24', 'ends before it begins'],
    [
      '2026-12-01..2027-06-01',
      'is longer than 100 days. For a long rest, use /daily pause until: 2027-06-02',
    ],
    ['2062-12-25', 'more than two years ahead. Is the year right?'],
    ['9999-12-31', 'more than two years ahead'],
    ['2026-12-25, constructor', '“constructor” is not a date'],
    ['x'.repeat(400), '…” is not a date'],
  ])('“%s” is turned down, with what to type instead', (typed, problem) => {
    expect(read(typed)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('are read quickly, whatever is pasted', () => {
    for (const part of ['1.', '24-26', '2026-', ' - ', '25 ', ', 2026 ', 'to ', '..'])
      expect(read(part.repeat(250))).toHaveProperty('problem');
  });

  it('are shown in words, days in a row as one, that can be typed again', () => {
    const dates = ['2026-12-24', '2026-12-25', '2026-12-26', '2027-05-01'];
    expect(describeDates(dates)).toBe('24 to 26 December 2026, 1 May 2027');
    expect(read(describeDates(dates))).toEqual({ dates });
  });

  it('are not all shown where there are very many', () => {
    const every2nd = Array.from({ length: 15 }, (_, at) => `2026-12-${String(1 + 2 * at).padStart(2, '0')}`);
    expect(describeDates(every2nd)).toMatch(/19 December 2026, and more after that$/);
  });
});

describe('a date ahead', () => {
  it.each(['2026-12-01', 'until 2026-12-01', '1 Dec', 'Dec 1 2026', '1.12.'])(
    '“%s” is understood',
    (typed) => {
      expect(parseDateAhead(typed, today)).toEqual({ date: '2026-12-01' });
    },
  );

  it.each([
    ['today', '“today” is today. Name a later date.'],
    ['2026-11-23', 'is today'],
    ['2026-11-01', 'is past'],
    ['2062-01-01', 'more than two years ahead'],
    ['soon', '“soon” is not a date that I understand. Type it like 2026-11-30'],
    ['', 'is not a date'],
  ])('“%s” is turned down, with what to type instead', (typed, problem) => {
    expect(parseDateAhead(typed, today)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
