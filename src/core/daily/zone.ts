/** Local dates and times in IANA zones, by Temporal: correct across clock changes. */
import { Temporal } from 'temporal-polyfill';
import type { Daily } from '../ports/store.ts';

/** `2026-11-21`, as a calendar in that zone shows it. */
export const localDateOf = (instant: number, zone: string): string => dateIn(instant, zone).toString();

/** What decides when a daily comes. */
export type Schedule = Pick<Daily, 'zone' | 'time' | 'weekdays' | 'skipDates'>;

/**
 * The next instant after `now` at which a question is due: on each local date once, except on other weekdays and on
 * the dates to skip. A time that a clock change skips is due at the first minute after the gap, even where the next
 * date begins there; one that comes twice, the first time; a date that a zone leaves out altogether is left out.
 * Throws a RangeError for a schedule that never comes, which is one without a weekday.
 */
export function nextRun(now: number, schedule: Schedule): number {
  const { zone, time, weekdays } = schedule;
  const skipped = new Set(schedule.skipDates);
  const today = dateIn(now, zone);
  for (let ahead = 0; ahead < 7 * (skipped.size + SPARE_WEEKS); ahead += 1) {
    const date = today.add({ days: ahead });
    const isWanted = weekdays.includes(date.dayOfWeek) && !skipped.has(date.toString());
    const instant = isWanted ? instantOf(date, zone, time) : undefined;
    if (instant !== undefined && instant > now) return instant;
  }
  throw new RangeError('a daily without a weekday never comes');
}

/** Each skip date can cost a week; today’s hour may have passed, and a zone may leave a date out. */
const SPARE_WEEKS = 4;

/** The first run on this local date or later. */
export const firstRunFrom = (date: string, schedule: Schedule): number =>
  nextRun(startOf(date, schedule.zone) - 1, schedule);

/** The next run, and not before a pause ends. */
export function nextWaking(now: number, schedule: Schedule & Pick<Daily, 'pausedUntil'>): number {
  const { pausedUntil } = schedule;
  const soonest = nextRun(now, schedule);
  return pausedUntil === undefined ? soonest : Math.max(soonest, firstRunFrom(pausedUntil, schedule));
}

/** When a local date begins. */
const startOf = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** The local date a run is meant for: the one before, where a clock change moved it past midnight. */
export function dateOfRun(run: number, { zone, time }: Schedule): string {
  const date = dateIn(run, zone);
  const before = date.subtract({ days: 1 });
  return (instantOf(before, zone, time) === run ? before : date).toString();
}

const dateIn = (instant: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();

function instantOf(date: Temporal.PlainDate, zone: string, time: string): number | undefined {
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return undefined;
  const plainTime = Temporal.PlainTime.from(time);
  const local = date.toZonedDateTime({ timeZone: zone, plainTime });
  if (local.toPlainDateTime().equals(date.toPlainDateTime(plainTime))) return local.epochMilliseconds;
  const afterGap = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? local;
  return afterGap.epochMilliseconds;
}

/** "Monday 23 November". */
export const weekdayOf = (date: string): string => inWords(Temporal.PlainDate.from(date));

const inWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** "Monday 23 November, 09:00 (Europe/Berlin)". */
export function describeRun(instant: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${inWords(local.toPlainDate())}, ${local.toPlainTime().toString().slice(0, 5)} (${zone})`;
}
