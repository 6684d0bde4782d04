/** The next run, against two other ways to find it: offsets at every clock change, and a walk through every minute. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOfRun, nextRun, type Schedule } from '../../../src/core/daily/zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const FROM = Date.UTC(2025, 0, 1);
const UNTIL = Date.UTC(2031, 0, 1);

const CHANGING = [
  ...['Europe/Berlin', 'Europe/Dublin', 'Atlantic/Azores', 'America/New_York', 'America/St_Johns'],
  ...['America/Havana', 'America/Santiago', 'America/Nuuk', 'America/Scoresbysund', 'Africa/Cairo'],
  ...['Africa/Casablanca', 'Africa/El_Aaiun', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Jerusalem'],
  ...['Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Antarctica/Troll'],
] as const;
/** Without a clock change in these years, though with odd offsets, or changes not long ago. */
const STEADY = ['UTC', 'Asia/Kathmandu', 'Asia/Tehran', 'Pacific/Apia', 'America/Asuncion'] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Offsets in milliseconds before and after. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function changesOf(zone: string): readonly Change[] {
  const found: Change[] = [];
  let local = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const change = local.getTimeZoneTransition('next');
    if (!change || change.epochMilliseconds >= UNTIL) return found;
    const [before, after] = [local, change].map((one) => one.offsetNanoseconds / 1e6);
    found.push({ at: change.epochMilliseconds, before: before ?? 0, after: after ?? 0 });
    local = change;
  }
}

const changes = new Map([...CHANGING, ...STEADY].map((zone) => [zone, changesOf(zone)] as const));
const timeOf = (local: number) => new Date(local).toISOString().slice(11, 16);
const midnightBefore = (local: number) => Math.floor(local / DAY) * DAY;

/** On the old clock if that shows it, else on the new one, else when the one becomes the other. */
function expectedAt(local: number, { at, before, after }: Change): number {
  if (local - before < at) return local - before;
  return Math.max(local - after, at);
}

/** Before, at the edges of, inside and after the local times that come twice or not at all. */
function timesAround({ at, before, after }: Change): readonly string[] {
  const [first, last] = [Math.min(before, after) + at, Math.max(before, after) + at];
  const middle = (first + last) / 2;
  const locals = [
    first - 60 * MINUTE,
    first - MINUTE,
    first,
    middle,
    last - MINUTE,
    last,
    last + 60 * MINUTE,
  ];
  return [...new Set([...locals.map(timeOf), '00:00', '12:00', '23:59'])];
}

describe.each(CHANGING)('in %s', (zone) => {
  it('each clock change of 2025 to 2030 is known', () => {
    const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = (day: number) =>
      offset.formatToParts(day).find(({ type }) => type === 'timeZoneName')?.value;
    let seen = 0;
    for (let day = FROM; day < UNTIL; day += DAY) if (name(day) !== name(day + DAY)) seen += 1;
    expect(changes.get(zone)).toHaveLength(seen);
    expect(seen).toBeGreaterThan(4);
  });

  it('a question comes once on every date around each of them, at the right minute', () => {
    for (const change of changes.get(zone) ?? [])
      for (const time of timesAround(change)) {
        const schedule = { zone, time, weekdays: EVERY_DAY, skipDates: [] };
        const start = midnightBefore(change.at + change.before) - 2 * DAY;
        const dates = Array.from({ length: 5 }, (_, day) => start + day * DAY);
        const [hour = 0, minute = 0] = time.split(':').map(Number);
        let now = start - change.before - 1;
        for (const date of dates) {
          const run = nextRun(now, schedule);
          const [day, at] = [date, run].map((one) => new Date(one ?? 0).toISOString());
          const right = expectedAt(date + (hour * 60 + minute) * MINUTE, change);
          expect([day, time, at]).toEqual([day, time, new Date(right).toISOString()]);
          expect(dateOfRun(run, schedule)).toBe(day?.slice(0, 10));
          now = run;
        }
      }
  });
});

/** Walks every minute of three days before and after `now` with nothing but a clock on the wall. */
function runByWalking(now: number, { zone, time, weekdays, skipDates }: Schedule): number | undefined {
  const clock = wallClock(zone);
  const runs = new Map<string, number>();
  const waiting = new Set<string>();
  const first = Math.floor(now / MINUTE) * MINUTE - 3 * DAY;
  for (let minute = first; minute <= now + 3 * DAY; minute += MINUTE) {
    const [date = '', shown = ''] = clock.format(minute).split(' ');
    if (!runs.has(date)) waiting.add(date);
    for (const day of waiting)
      if (date > day || shown >= time) {
        if (date < day) continue;
        runs.set(day, minute);
        waiting.delete(day);
      }
  }
  const isWanted = (date: string) =>
    weekdays.includes(new Date(date).getUTCDay() || 7) && !skipDates.includes(date);
  const due = [...runs].flatMap(([date, minute]) => (isWanted(date) && minute > now ? [minute] : []));
  return due.length === 0 ? undefined : Math.min(...due);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Shows `2026-11-23 09:00`. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  clocks.set(timeZone, made);
  return made;
}

/** Half of the time within three days of a clock change, where most mistakes are. */
const cases = fc
  .record({
    zone: fc.constantFrom(...CHANGING, ...STEADY),
    anywhere: fc.integer({ min: FROM, max: UNTIL }),
    near: fc.option(fc.record({ change: fc.nat(), apart: fc.integer({ min: -3 * DAY, max: 3 * DAY }) })),
    minute: fc.nat(24 * 60 - 1),
    weekdays: fc.oneof(fc.constant(EVERY_DAY), fc.subarray(EVERY_DAY, { minLength: 1 })),
    skipped: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.integer({ min: -2, max: 4 }))),
  })
  .map(({ zone, anywhere, near, minute, weekdays, skipped }) => {
    const all = changes.get(zone) ?? [];
    const change = near ? all[near.change % all.length] : undefined;
    const now = near && change ? change.at + near.apart : anywhere;
    const skipDates = skipped.map((days) => new Date(now + days * DAY).toISOString().slice(0, 10)).toSorted();
    return { now, schedule: { zone, time: timeOf(minute * MINUTE), weekdays, skipDates } };
  });

describe('the next run', () => {
  it('is the one that someone finds who watches the clock on the wall minute by minute', () => {
    fc.assert(
      fc.property(cases, ({ now, schedule }) => {
        const run = nextRun(now, schedule);
        const walked = runByWalking(now, schedule);
        if (walked === undefined) expect(run).toBeGreaterThan(now + 3 * DAY - MINUTE);
        else expect(new Date(run).toISOString()).toBe(new Date(walked).toISOString());
      }),
      { numRuns: 150 },
    );
  });
});
