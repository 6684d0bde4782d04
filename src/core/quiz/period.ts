/** The periods of a board. They are told by local dates: a week begins on Monday (ISO 8601). */
import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../dates.ts';

export const PERIODS = ['week', 'today', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** Names the period of its kind that this local date lies in: `2026-11-26`, `week 2026-11-23`, `month 2026-11`. */
export function periodKey(period: Period, date: string): string {
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

/** The period's last day, in words, such as “Sunday, 29 November 2026”; undefined for one that has none. */
export function lastDayOf(period: Period, date: string): string | undefined {
  switch (period) {
    case 'today':
      return inWords(Temporal.PlainDate.from(date));
    case 'week':
      return inWords(mondayOf(date).add({ days: 6 }));
    case 'month': {
      const day = Temporal.PlainDate.from(date);
      return inWords(day.with({ day: day.daysInMonth }));
    }
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

const inWords = (date: Temporal.PlainDate): string =>
  `${date.toLocaleString('en-GB', { weekday: 'long' })}, ${formatDate(date.toString())}`;
