/**
 * When a daily is due, found without the bot's own calendar: a walk through every minute, as the system's own
 * formatter (ICU) shows it on the wall of a zone.
 */

const MINUTE_MS = 60_000;

/** The walk begins before the time asked for, or a date that has begun already would look due at once. */
const LEAD_MS = 30 * 60 * MINUTE_MS;

export interface Order {
  readonly zone: string;
  /** `09:00` */
  readonly time: string;
  /** ISO weekday numbers. */
  readonly weekdays: readonly number[];
  readonly skipDates: readonly string[];
}

export interface Due {
  readonly date: string;
  readonly at: number;
}

interface Minute {
  readonly at: number;
  readonly date: string;
  readonly time: string;
}

/** The first minute of each date that shows the time or, where a clock change left it out, a later one. */
export function duesOf(order: Order, from: number, until: number): readonly Due[] {
  const found: Due[] = [];
  const done = new Set<string>();
  /** The date of the minute before, where it had not come to its time by then. */
  let missing: string | undefined;
  for (const { at, date, time } of minutesOf(order.zone, from - LEAD_MS, until)) {
    if (missing !== undefined && missing !== date) found.push({ date: missing, at });
    missing = time < order.time && !done.has(date) ? date : undefined;
    if (time < order.time || done.has(date)) continue;
    done.add(date);
    found.push({ date, at });
  }
  return found.filter(({ date, at }) => at >= from && isWanted(order, date));
}

function isWanted({ weekdays, skipDates }: Order, date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return weekdays.includes(weekday) && !skipDates.includes(date);
}

const walls = new Map<string, readonly Minute[]>();

function minutesOf(zone: string, from: number, until: number): readonly Minute[] {
  const key = `${zone} ${from} ${until}`;
  const known = walls.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const minutes: Minute[] = [];
  for (let at = from; at < until; at += MINUTE_MS) {
    const [date = '', time = ''] = format.format(at).split(' ');
    minutes.push({ at, date, time });
  }
  walls.set(key, minutes);
  return minutes;
}

/** What the wall of a zone shows, to make an order for. */
export function timeOnWall(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(at);
}
