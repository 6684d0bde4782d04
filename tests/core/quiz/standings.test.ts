import { describe, expect, it } from 'vitest';
import { richToText } from '../../../src/core/cards/card-text.ts';
import { playerOf } from '../../../src/core/ids.ts';
import { nextStart, periodKey } from '../../../src/core/quiz/period.ts';
import { boardBlock, ranked, standingsBlock } from '../../../src/core/quiz/standings.ts';

const standing = (user: string, right: number) => ({
  player: playerOf('test', 'W', user),
  right,
  answered: 9,
});

const linesOf = (block: ReturnType<typeof boardBlock>): readonly string[] =>
  block.type === 'text' ? richToText(block.text).split('\n') : [];

describe('a ranking', () => {
  it('gives equal points the same rank and counts them all for the next one', () => {
    const ranks = ranked([standing('a', 5), standing('b', 5), standing('c', 3)]);
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it('has no rank for nobody’s point', () => {
    expect(ranked([standing('a', 0), standing('b', 0)]).map(({ rank }) => rank)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the standings of a quiz', () => {
  const crowd = (count: number, right: number) =>
    Array.from({ length: count }, (_, at) => standing(`${right}-${at}`, right));

  it('count everyone who shares the last rank shown', () => {
    const lines = linesOf(standingsBlock([...crowd(9, 2), ...crowd(4, 1)]));
    expect(lines.slice(0, 10).map((line) => line.split('.')[0])).toEqual([...Array(9).fill('1'), '10']);
    expect(lines.slice(10)).toEqual(['and 3 more with 1 point']);
  });

  it('do not speak of more people where the next rank begins after the last one shown', () => {
    expect(linesOf(standingsBlock([...crowd(10, 2), ...crowd(4, 1)]))).toHaveLength(10);
  });

  it('rank nobody without a point, and say how many there are', () => {
    const lines = linesOf(standingsBlock([...crowd(1, 1), ...crowd(2, 0)]));
    expect(lines).toEqual([
      expect.stringMatching(/^1\. .*1 point in 9 tries/),
      '2 others have no point yet.',
    ]);
    expect(linesOf(standingsBlock(crowd(3, 0)))).toEqual(['Nobody had a point this time. 3 people played.']);
  });
});

describe('the board, for whoever looks', () => {
  const board = { top: ranked([standing('a', 5)]), alsoLast: 0, withoutPoint: 1 };

  it('has their own line, with its rank, where it is not among the first', () => {
    expect(linesOf(boardBlock(board, { none: '', viewer: { ...standing('b', 1), rank: 17 } }))[1]).toMatch(
      /^17\. .*1 point /,
    );
    expect(
      linesOf(
        boardBlock({ ...board, withoutPoint: 0 }, { none: '', viewer: { ...standing('a', 5), rank: 1 } }),
      ),
    ).toHaveLength(1);
  });

  it('says so where they have no point, and does not count them among the others', () => {
    const lines = linesOf(boardBlock(board, { none: '', viewer: { ...standing('b', 0), rank: undefined } }));
    expect(lines.slice(1)).toEqual(['a player: no point yet']);
  });
});

describe('the period of a board', () => {
  it('is the day, the week from Monday, the calendar month, or all time', () => {
    expect(periodKey('today', '2026-11-29')).toBe('2026-11-29');
    expect(periodKey('week', '2026-11-29')).toBe('week 2026-11-23');
    expect(periodKey('week', '2026-11-30')).toBe('week 2026-11-30');
    expect(periodKey('week', '2027-01-01')).toBe('week 2026-12-28');
    expect(periodKey('month', '2028-02-29')).toBe('month 2028-02');
    expect(periodKey('all', '2028-02-29')).toBe('all');
    expect(periodKey('week', '2026-11-29', 'moon')).toBe('week 2026-11-23 of moon');
  });

  it('says when it starts anew', () => {
    expect(nextStart('today', '2026-11-26')).toBe('New day at midnight.');
    expect(nextStart('week', '2026-11-27')).toBe('New week on Monday, in 3 days.');
    expect(nextStart('week', '2026-11-29')).toBe('New week tomorrow.');
    expect(nextStart('week', '2026-11-30')).toBe('New week on Monday, in 7 days.');
    expect(nextStart('month', '2028-02-27')).toBe('New month on 1 March, in 3 days.');
    expect(nextStart('month', '2026-12-31')).toBe('New month tomorrow.');
    expect(nextStart('all', '2026-11-26')).toBeUndefined();
  });
});
