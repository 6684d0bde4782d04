import { describe, expect, it } from 'vitest';
import { shareOf, startOf } from '../../../src/core/daily/jitter.ts';
import { placeOf } from '../../../src/core/ids.ts';
import type { Daily } from '../../../src/core/ports/store.ts';
import { daily } from '../../store/contract/samples.ts';

const NINE = Date.UTC(2026, 10, 23, 9);
const many: readonly Daily[] = Array.from({ length: 5_000 }, (_, at) =>
  daily({ id: `d${at}`, place: placeOf('test', `W${at % 40}`, `C${at}`), nextRun: NINE }),
);
const lateness = (dueAtOnce: number) => many.map((one) => startOf(one, dueAtOnce, NINE) - NINE);

describe('daily questions that are due at the same minute', () => {
  it('begin within twenty seconds, no second with much more than its share', () => {
    const late = lateness(many.length);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThan(20_000);
    const perSecond = Map.groupBy(late, (ms) => Math.floor(ms / 1_000));
    expect(perSecond.size).toBe(20);
    for (const second of perSecond.values()) expect(second.length).toBeLessThan(2 * (many.length / 20));
  });

  it('begin on time where there is one, and soon where there are few', () => {
    expect(new Set(lateness(1))).toEqual(new Set([0]));
    expect(Math.max(...lateness(50))).toBeLessThan(1_000);
  });

  it('begin at the same part of the spread each day, on whichever replica', () => {
    const [one] = many;
    if (!one) throw new Error('none');
    const tomorrow = NINE + 24 * 3_600_000;
    const late = startOf({ ...one, nextRun: tomorrow }, 5_000, tomorrow) - tomorrow;
    expect(late).toBe(startOf(one, 5_000, NINE) - NINE);
    expect(shareOf(one.place)).toBe(shareOf(placeOf('test', 'W0', 'C0')));
  });

  it('begin at once where they are late already', () => {
    const [one] = many;
    if (!one) throw new Error('none');
    expect(startOf(one, 5_000, NINE + 60_000)).toBe(NINE + 60_000);
  });
});
