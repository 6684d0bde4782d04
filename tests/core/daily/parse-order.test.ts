import { describe, expect, it } from 'vitest';
import { describeWeekdays, parseTime, parseWeekdays } from '../../../src/core/daily/parse-order.ts';

describe('a time of day as people type it', () => {
  it.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9.30', '09:30'],
    ['9am', '09:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['5:30 PM', '17:30'],
    ['23:59', '23:59'],
    ['9', '09:00'],
    ['0900', '09:00'],
    ['930', '09:30'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['9:00 a.m.', '09:00'],
    ['9 P. M.', '21:00'],
    ['930pm', '21:30'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['Midnight', '00:00'],
    ['9 o’clock', '09:00'],
  ])('“%s” is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each([
    '25:99',
    '24:00',
    '2400',
    '24',
    '13pm',
    '0am',
    '9:5',
    'soon',
    '',
    '-1:00',
    '09:00:00',
    '09000',
    '٠٩:٠٠',
  ])('“%s” is none', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });
});

describe('weekdays as people type them', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Mon, Wed, Sat', [1, 3, 6]],
    ['friday-monday', [1, 5, 6, 7]],
    ['weekends', [6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['tues thurs', [2, 4]],
    ['sun', [7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['Mon–Fri', [1, 2, 3, 4, 5]],
    ['mon - wed, sat', [1, 2, 3, 6]],
    ['mon—fri', [1, 2, 3, 4, 5]],
    ['mon−fri', [1, 2, 3, 4, 5]],
    ['Monday to Friday', [1, 2, 3, 4, 5]],
    ['mon through thu', [1, 2, 3, 4]],
    ['Mo-Fr', [1, 2, 3, 4, 5]],
    ['Mo, We & Fr', [1, 3, 5]],
    ['mondays and Thursdays', [1, 4]],
    ['Mon., Tue.', [1, 2]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['weekend', [6, 7]],
  ])('“%s” is understood', (typed, days) => {
    expect(parseWeekdays(typed)).toEqual(days);
  });

  it.each(['', 'someday', 'mon-', '-fri', 'mon-tue-wed', 'm', '1-5', 'monday!', 'constructor', '__proto__'])(
    '“%s” is turned down',
    (typed) => {
      expect(parseWeekdays(typed)).toBeUndefined();
    },
  );

  it('are shown as a span where they are one', () => {
    expect(describeWeekdays([1, 2, 3, 4, 5])).toBe('Mon–Fri');
    expect(describeWeekdays([1, 3])).toBe('Mon, Wed');
    expect(describeWeekdays([1, 2, 3, 4, 5, 6, 7])).toBe('every day');
  });
});
