import { describe, expect, it } from 'vitest';
import { describeStreak, streakOf } from '../../../src/core/daily/streak.ts';

const now = Date.parse('2026-11-23T20:00:00Z');
const days = (...dates: number[]) => dates.map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const row = (first: number, last: number) =>
  days(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
const streak = (posted: string[], answered: string[], zone = 'UTC', open: string[] = []) =>
  streakOf({ posted, answered, open }, now, zone);
const daysOf = (...given: Parameters<typeof streak>) => streak(...given).days;

describe('a streak', () => {
  it('counts the days in a row that a player answered', () => {
    expect(daysOf(row(20, 23), row(21, 23))).toBe(3);
  });

  it('is not broken by a day on which the bot posted nothing: skipped, failed, or perhaps posted', () => {
    expect(daysOf(days(19, 20, 23), days(19, 20, 23))).toBe(3);
  });

  it('is not broken by today’s question as long as today lasts', () => {
    expect(daysOf(row(21, 23), days(21, 22))).toBe(2);
  });

  it('lasts as long as today lasts in the place’s own time zone', () => {
    expect(daysOf(days(22, 23), days(22), 'UTC')).toBe(1);
    expect(daysOf(days(22, 23), days(22), 'Asia/Tokyo')).toBe(0);
  });

  it('is not broken by a question of another day that is still open', () => {
    expect(daysOf(row(20, 22), days(20, 21), 'UTC', days(22))).toBe(2);
  });

  it('ends with a question that was not answered', () => {
    expect(daysOf(row(20, 23), days(20, 22, 23))).toBe(2);
    expect(daysOf(row(20, 22), days(20, 21))).toBe(0);
  });

  it('is none for someone who never answered, and where nothing was ever posted', () => {
    expect(streak(row(21, 23), [])).toEqual({ days: 0, freezes: 0 });
    expect(streak([], [])).toEqual({ days: 0, freezes: 0 });
  });
});

describe('a freeze', () => {
  it('is earned by seven days in a row, not by six', () => {
    expect(streak(row(10, 15), row(10, 15))).toEqual({ days: 6, freezes: 0 });
    expect(streak(row(10, 16), row(10, 16))).toEqual({ days: 7, freezes: 1 });
  });

  it('forgives one missed day, which does not count as answered', () => {
    expect(streak(row(10, 18), [...row(10, 16), ...days(18)])).toEqual({ days: 8, freezes: 0 });
  });

  it('does not forgive a second missed day', () => {
    expect(daysOf(row(10, 18), row(10, 16))).toBe(0);
    expect(daysOf(row(10, 20), [...row(10, 16), ...days(18, 20)])).toBe(1);
  });

  it('is held once, however long the streak: fourteen days do not forgive two missed ones', () => {
    expect(streak(row(1, 14), row(1, 14))).toEqual({ days: 14, freezes: 1 });
    expect(daysOf(row(1, 16), row(1, 14))).toBe(0);
  });

  it('is used once a week at most: after a forgiven day, seven more in a row earn the next', () => {
    const answered = [...row(1, 13), ...row(15, 20)];
    expect(streak(row(1, 20), answered)).toEqual({ days: 19, freezes: 0 });
    expect(streak(row(1, 21), [...answered, ...days(21)])).toEqual({ days: 20, freezes: 1 });
  });

  it('is not used up by today’s question, nor by one that is still open', () => {
    expect(streak([...row(10, 16), ...days(23)], row(10, 16))).toEqual({ days: 7, freezes: 1 });
    expect(streak(row(10, 17), row(10, 16), 'UTC', days(17))).toEqual({ days: 7, freezes: 1 });
  });

  it('is not used up by a day on which the bot posted nothing', () => {
    expect(streak([...row(9, 15), ...days(18)], [...row(9, 15), ...days(18)])).toEqual({
      days: 8,
      freezes: 1,
    });
  });

  it('is told to whoever has one', () => {
    expect(describeStreak({ days: 8, freezes: 1 })).toBe('8 days, and one missed day will be forgiven');
    expect(describeStreak({ days: 1, freezes: 0 })).toBe('1 day');
  });
});
