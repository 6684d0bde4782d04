/** The harness's own calendar, on the days that it must not get wrong: what it says is what the bot is measured by. */
import { describe, expect, it } from 'vitest';
import { duesOf } from './calendar.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const dues = (zone: string, time: string, from: string, until: string, skipDates: readonly string[] = []) =>
  duesOf({ zone, time, weekdays: EVERY_DAY, skipDates }, Date.parse(from), Date.parse(until)).map(
    ({ date, at }) => `${date} ${new Date(at).toISOString().slice(5, 16)}`,
  );

describe('the calendar by which the bot is measured', () => {
  it('takes the first of an hour that comes twice', () => {
    expect(dues('Europe/Berlin', '02:30', '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual([
      '2026-10-25 10-25T00:30',
      '2026-10-26 10-26T01:30',
    ]);
  });

  it('takes the next minute where a clock change leaves the time out', () => {
    expect(dues('Europe/Berlin', '02:30', '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '2026-03-29 03-29T01:00',
    ]);
  });

  it('leaves out skipped dates, and a date that had its time before', () => {
    expect(dues('UTC', '09:00', '2026-03-01T09:01Z', '2026-03-03T12:00Z', ['2026-03-02'])).toEqual([
      '2026-03-03 03-03T09:00',
    ]);
  });
});
