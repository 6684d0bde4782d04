/** Local dates and times in IANA zones, by Temporal: correct across clock changes. */
import MiniSearch from 'minisearch';
import { Temporal } from 'temporal-polyfill';

export const localDateOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The next instant after `now` at which the local clock shows `time` on one of the weekdays (1 is Monday).
 * A time that a clock change skips is taken at the first minute after the gap; one that comes twice, the first
 * time; a date that a zone leaves out altogether is left out.
 */
export function nextRun(now: number, zone: string, time: string, weekdays: readonly number[]): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = today.add({ days: ahead });
    const instant = weekdays.includes(date.dayOfWeek) ? instantOf(date, zone, time) : undefined;
    if (instant !== undefined && instant > now) return instant;
  }
  throw new RangeError('a daily needs at least one weekday');
}

function instantOf(date: Temporal.PlainDate, zone: string, time: string): number | undefined {
  const plainTime = Temporal.PlainTime.from(time);
  const local = date.toZonedDateTime({ timeZone: zone, plainTime });
  if (local.toPlainTime().equals(plainTime))
    return local.toPlainDate().equals(date) ? local.epochMilliseconds : undefined;
  const afterGap = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? local;
  return afterGap.toPlainDate().equals(date) ? afterGap.epochMilliseconds : undefined;
}

/** "Monday 23 November, 09:00 (Europe/Berlin)". */
export function describeRun(instant: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const date = local.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return `${date}, ${local.toPlainTime().toString().slice(0, 5)} (${zone})`;
}

/** Only names of places, and UTC: some runtimes also list EST and the like, which follow no clock changes. */
const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')),
];

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** Asked first, because asking Intl costs more, and a long line of words asks often. */
const ZONE_SHAPE = /^\w{1,14}(?:\/[\w+-]{1,20}){1,2}$/;

/** The zone's proper name, whatever case it was typed in; undefined where there is no such zone. */
export function findZone(typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  const listed = BY_LOWER_CASE.get(wanted);
  if (listed !== undefined) return listed;
  try {
    return ZONE_SHAPE.test(wanted)
      ? new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone
      : undefined;
  } catch {
    return undefined;
  }
}

/** For names with a typing error. Built when first needed. */
const zoneSearch = lazily(() => {
  const search = new MiniSearch<{ id: string }>({
    fields: ['id'],
    searchOptions: { fuzzy: 0.3, prefix: true },
  });
  search.addAll(ZONES.map((id) => ({ id })));
  return search;
});

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Zones whose name holds what was typed, best first: a city's start, then anything. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  const city = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const starts = ZONES.filter(
    (zone) => zone.toLowerCase().startsWith(wanted) || city(zone).startsWith(wanted),
  );
  const holds = ZONES.filter((zone) => zone.toLowerCase().includes(wanted));
  const like =
    holds.length === 0
      ? zoneSearch()
          .search(typed)
          .map(({ id }) => String(id))
      : [];
  return [...new Set([...starts, ...holds, ...like])].slice(0, limit);
}
