import { describe, expect, it } from 'vitest';
import { playerOf } from '../../../src/core/ids.ts';
import { spanOf } from '../../../src/core/quiz/period.ts';
import { rank } from '../../../src/core/quiz/standings.ts';

const standing = (user: string, right: number) => ({
  player: playerOf('test', 'W', user),
  right,
  answered: 9,
});

describe('a ranking', () => {
  it('gives equal results the same rank and counts them all for the next one', () => {
    const ranks = rank([standing('a', 5), standing('b', 5), standing('c', 3), standing('d', 0)]);
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 1, 3, 4]);
  });
});

describe('the period of a leaderboard', () => {
  const span = (period: 'today' | 'week' | 'month', now: string, zone: string) => {
    const { from, until } = spanOf(period, Date.parse(now), zone);
    return [new Date(from).toISOString(), new Date(until).toISOString()];
  };

  it('is the local day, also on the day of a clock change', () => {
    expect(span('today', '2026-11-23T23:30:00Z', 'Europe/Berlin')).toEqual([
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T23:00:00.000Z',
    ]);
    expect(span('today', '2026-03-29T12:00:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it('is the week from Monday, or the calendar month', () => {
    expect(span('week', '2026-11-29T12:00:00Z', 'UTC')).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-30T00:00:00.000Z',
    ]);
    expect(span('month', '2026-02-28T12:00:00Z', 'UTC')).toEqual([
      '2026-02-01T00:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
  });
});
