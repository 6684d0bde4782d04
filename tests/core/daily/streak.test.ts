import { describe, expect, it } from 'vitest';
import { streakOf } from '../../../src/core/daily/streak.ts';

const now = Date.parse('2026-11-23T20:00:00Z');
const days = (...dates: number[]) => dates.map((day) => `2026-11-${day}`);
const streak = (posted: string[], answered: string[], zone = 'UTC', open: string[] = []) =>
  streakOf({ posted, answered, open }, now, zone);

describe('a streak', () => {
  it('counts the days in a row that a player answered', () => {
    expect(streak(days(20, 21, 22, 23), days(21, 22, 23))).toBe(3);
  });

  it('is not broken by a day on which the bot posted nothing', () => {
    expect(streak(days(19, 20, 23), days(19, 20, 23))).toBe(3);
  });

  it('is not broken by today’s question as long as today lasts', () => {
    expect(streak(days(21, 22, 23), days(21, 22))).toBe(2);
  });

  it('lasts as long as today lasts in the place’s own time zone', () => {
    expect(streak(days(22, 23), days(22), 'UTC')).toBe(1);
    expect(streak(days(22, 23), days(22), 'Asia/Tokyo')).toBe(0);
  });

  it('is not broken by a question of another day that is still open', () => {
    expect(streak(days(20, 21, 22), days(20, 21), 'UTC', days(22))).toBe(2);
  });

  it('ends with a question that was not answered', () => {
    expect(streak(days(20, 21, 22, 23), days(20, 22, 23))).toBe(2);
    expect(streak(days(20, 21, 22), days(20, 21))).toBe(0);
  });

  it('is none for someone who never answered, and where nothing was ever posted', () => {
    expect(streak(days(21, 22, 23), [])).toBe(0);
    expect(streak([], [])).toBe(0);
  });
});
