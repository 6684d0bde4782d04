import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_DAY } from '../../../src/core/daily/parse-order.ts';
import { dateOfRun, firstRunFrom, localDateOf, nextRun } from '../../../src/core/daily/zone.ts';
import { zoneProblem } from '../../../src/core/daily/zone-hints.ts';
import { findZone, suggestZones } from '../../../src/core/daily/zone-names.ts';

const at = (text: string) => Date.parse(text);
const order = (zone: string, time: string, weekdays = EVERY_DAY, skipDates: readonly string[] = []) => ({
  ...{ zone, time, weekdays, skipDates },
});
const next = (now: string, ...given: Parameters<typeof order>) =>
  new Date(nextRun(at(now), order(...given))).toISOString();

describe('the next time a daily is due', () => {
  it.each([
    ['later today', '2026-11-23T07:00:00Z', 'UTC', '09:00', '2026-11-23T09:00:00.000Z'],
    [
      'tomorrow, when today’s hour has just struck',
      '2026-11-23T09:00:00Z',
      'UTC',
      '09:00',
      '2026-11-24T09:00:00.000Z',
    ],
    [
      'at the local hour in winter',
      '2026-12-01T00:00:00Z',
      'Europe/Berlin',
      '09:00',
      '2026-12-01T08:00:00.000Z',
    ],
    [
      'at the same local hour in summer',
      '2026-07-01T00:00:00Z',
      'Europe/Berlin',
      '09:00',
      '2026-07-01T07:00:00.000Z',
    ],
    [
      'at the first minute after the hour that spring skips',
      '2026-03-29T00:00:00Z',
      'Europe/Berlin',
      '02:30',
      '2026-03-29T01:00:00.000Z',
    ],
    ['the same in New York', '2026-03-08T05:30:00Z', 'America/New_York', '02:15', '2026-03-08T07:00:00.000Z'],
    [
      'once, the first time, where autumn has the hour twice',
      '2026-10-25T00:00:00Z',
      'Europe/Berlin',
      '02:30',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'not again when that hour comes the second time',
      '2026-10-25T00:30:00Z',
      'Europe/Berlin',
      '02:30',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'with a change of half an hour on Lord Howe',
      '2026-10-03T15:00:00Z',
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-03T15:30:00.000Z',
    ],
    [
      'where the day begins at one o’clock',
      '2026-09-05T12:00:00Z',
      'America/Santiago',
      '00:00',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'in a zone of quarter hours',
      '2026-11-23T00:00:00Z',
      'Asia/Kathmandu',
      '09:00',
      '2026-11-23T03:15:00.000Z',
    ],
    [
      'at midnight, where the last hour before it is skipped',
      '2026-03-28T12:00:00Z',
      'America/Nuuk',
      '23:30',
      '2026-03-29T01:00:00.000Z',
    ],
  ])('is %s', (_, now, zone, time, expected) => {
    expect(next(now, zone, time)).toBe(expected);
  });

  it('leaves out the days that are not wanted', () => {
    expect(next('2026-11-27T10:00:00Z', 'UTC', '09:00', [1, 2, 3, 4, 5])).toBe('2026-11-30T09:00:00.000Z');
    expect(next('2026-11-23T10:00:00Z', 'UTC', '09:00', [1])).toBe('2026-11-30T09:00:00.000Z');
  });

  it('leaves out the dates to skip, be they a year in a row', () => {
    const christmas = ['2026-12-24', '2026-12-25'];
    expect(next('2026-12-23T10:00:00Z', 'UTC', '09:00', EVERY_DAY, christmas)).toBe(
      '2026-12-26T09:00:00.000Z',
    );
    const year = Array.from({ length: 366 }, (_, day) =>
      new Date(at('2026-11-23') + day * 86_400_000).toISOString().slice(0, 10),
    );
    expect(next('2026-11-23T00:00:00Z', 'UTC', '09:00', EVERY_DAY, year)).toBe('2027-11-24T09:00:00.000Z');
  });

  it('comes even where each of its weekdays is skipped for seven years', () => {
    const mondays = Array.from({ length: 366 }, (_, week) =>
      new Date(at('2026-11-23') + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(next('2026-11-23T00:00:00Z', 'UTC', '09:00', [1], mondays)).toBe('2033-11-28T09:00:00.000Z');
  });

  it('is none, said at once, for an order without a weekday', () => {
    expect(() => next('2026-11-23T00:00:00Z', 'UTC', '09:00', [])).toThrow('without a weekday never comes');
  });

  it('leaves out a date that a place left out when it crossed the date line', () => {
    expect(next('2011-12-29T20:00:00Z', 'Pacific/Apia', '09:00')).toBe('2011-12-30T19:00:00.000Z');
    expect(next('2011-12-29T18:00:00Z', 'Pacific/Apia', '09:00')).toBe('2011-12-29T19:00:00.000Z');
  });

  it('belongs to the date before, where a clock change moved it past midnight', () => {
    const late = order('America/Nuuk', '23:30');
    const moved = nextRun(at('2026-03-28T12:00:00Z'), late);
    expect(localDateOf(moved, late.zone)).toBe('2026-03-29');
    expect(dateOfRun(moved, late)).toBe('2026-03-28');
    expect(dateOfRun(nextRun(moved, late), late)).toBe('2026-03-29');
  });

  it('is the first one on a date or later, for a pause that ends on it', () => {
    const berlin = order('Europe/Berlin', '00:00', [2, 3]);
    const first = (date: string) => new Date(firstRunFrom(date, berlin)).toISOString();
    expect(first('2026-12-01')).toBe('2026-11-30T23:00:00.000Z');
    expect(first('2026-12-03')).toBe('2026-12-07T23:00:00.000Z');
  });

  it('never comes twice on a local date, and never leaves one out, through every clock change', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Casablanca',
      'Pacific/Apia',
      'Asia/Kolkata',
    ];
    const times = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        times,
        fc.integer({ min: at('2025-01-01'), max: at('2030-12-01') }),
        (zone, time, start) => {
          const first = nextRun(start, order(zone, time));
          const second = nextRun(first, order(zone, time));
          const days =
            (Date.parse(localDateOf(second, zone)) - Date.parse(localDateOf(first, zone))) / 86_400_000;
          expect(first).toBeGreaterThan(start);
          expect(days).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a time zone as people type it', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
    ['US/Eastern', 'US/Eastern'],
    ['asia/istanbul', 'Asia/Istanbul'],
  ])('“%s” is found', (typed, zone) => {
    expect(findZone(typed)).toBe(zone);
  });

  it.each(['Mars/Olympus', 'Berlin time', '', '+02:00', '../etc/passwd', '@everyone'])(
    '“%s” is none',
    (typed) => {
      expect(findZone(typed)).toBeUndefined();
    },
  );

  it.each([
    ['kyiv', 'Europe/Kyiv'],
    ['kiev', 'Europe/Kyiv'],
    ['calcutta', 'Asia/Kolkata'],
    ['saigon', 'Asia/Ho_Chi_Minh'],
    ['buenos', 'America/Argentina/Buenos_Aires'],
  ])('that was renamed is proposed under its new name for “%s”', (typed, zone) => {
    expect(suggestZones(typed, 5)).toEqual([zone]);
  });

  it('is followed through its clock changes under any of its names', () => {
    const [kyiv, kiev] = ['Europe/Kyiv', 'Europe/Kiev'].map((zone) =>
      next('2026-10-24T12:00:00Z', zone, '09:00'),
    );
    expect(kyiv).toBe('2026-10-25T07:00:00.000Z');
    expect(kyiv).toBe(kiev);
  });

  it('is proposed by its city', () => {
    expect(suggestZones('berl', 5)).toContain('Europe/Berlin');
    expect(suggestZones('new york', 5)).toContain('America/New_York');
  });
});

describe('words that are no time zone', () => {
  it.each([
    ['EST', 'America/New_York'],
    ['edt', 'America/New_York'],
    ['CST', 'America/Chicago'],
    ['PST', 'America/Los_Angeles'],
    ['CET', 'Europe/Berlin'],
    ['CEST', 'Europe/Berlin'],
    ['GMT', 'Europe/London'],
    ['BST', 'Europe/London'],
    ['IST', 'Asia/Kolkata'],
    ['JST', 'Asia/Tokyo'],
    ['AEST', 'Australia/Sydney'],
    ['MSK', 'Europe/Moscow'],
  ])('such as %s, which follow no clock changes, are refused with a place to name: %s', (typed, zone) => {
    expect(findZone(typed)).toBeUndefined();
    expect(zoneProblem(typed)).toContain(`“${typed}” is not a time zone`);
    expect(zoneProblem(typed)).toContain(zone);
    const proposed = zoneProblem(typed).match(/[A-Z]\w+\/\w+/g) ?? [];
    expect(proposed.map(findZone)).not.toContain(undefined);
  });

  it.each(['+02:00', 'UTC+2', 'GMT-5', 'utc −3', '+0530'])(
    'such as the offset %s are refused with why a city is needed',
    (typed) => {
      expect(findZone(typed)).toBeUndefined();
      expect(zoneProblem(typed)).toBe(
        `“${typed}” is not a time zone but an offset. Name a city’s zone, such as Europe/Berlin, so that clock changes are followed.`,
      );
    },
  );

  it.each([
    ['Berlin', 'Did you mean Europe/Berlin?'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['', 'Type it like Europe/Berlin'],
    ['constructor', 'is not a time zone'],
    ['x'.repeat(80), '…” is not a time zone'],
  ])('such as “%s” are answered with what is near, or with an example', (typed, answer) => {
    expect(zoneProblem(typed)).toContain(answer);
  });
});
