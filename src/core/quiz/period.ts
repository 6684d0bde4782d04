/** The periods of a board. They are told by local dates: a week begins on Monday (ISO 8601). */
import { Temporal } from 'temporal-polyfill';

export const PERIODS = ['week', 'today', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * Names the period of its kind that this local date lies in: `2026-11-26`, `week 2026-11-23`, `month 2026-11`; on the
 * board of one pack alone `week 2026-11-23 of handbook`.
 */
export const periodKey = (period: Period, date: string, pack?: string): string =>
  pack === undefined ? keyOf(period, date) : `${keyOf(period, date)} of ${pack}`;

function keyOf(period: Period, date: string): string {
  switch (period) {
    case 'today':
      return date;
    case 'week':
      return `week ${mondayOf(date)}`;
    case 'month':
      return `month ${date.slice(0, 7)}`;
    case 'all':
      return period;
    default:
      return period satisfies never;
  }
}

/** When a board of this period starts anew, such as “New week on Monday, in 3 days.”; undefined for one that never does. */
export function nextStart(period: Period, date: string): string | undefined {
  const day = Temporal.PlainDate.from(date);
  switch (period) {
    case 'today':
      return 'New day at midnight.';
    case 'week':
      return `New week ${whenIs(mondayOf(date).add({ weeks: 1 }), day, { weekday: 'long' })}.`;
    case 'month':
      return `New month ${whenIs(day.with({ day: 1 }).add({ months: 1 }), day, { day: 'numeric', month: 'long' })}.`;
    case 'all':
      return undefined;
    default:
      return period satisfies never;
  }
}

function mondayOf(date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function whenIs(
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
  shape: Intl.DateTimeFormatOptions,
): string {
  const { days } = today.until(date);
  return days === 1 ? 'tomorrow' : `on ${date.toLocaleString('en-GB', shape)}, in ${days} days`;
}
