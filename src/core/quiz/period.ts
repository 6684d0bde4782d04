/** The periods of a leaderboard, in a place's time zone. */
import { Temporal } from 'temporal-polyfill';

export const PERIODS = ['week', 'today', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** From its first instant up to, not including, `until`; weeks begin on Monday (ISO 8601). */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export function spanOf(period: Period, now: number, zone: string): Span {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  switch (period) {
    case 'today':
      return span(today, { days: 1 });
    case 'week':
      return span(today.subtract({ days: today.dayOfWeek - 1 }), { weeks: 1 });
    case 'month':
      return span(today.with({ day: 1 }), { months: 1 });
    case 'all':
      return { from: 0, until: Number.MAX_SAFE_INTEGER };
    default:
      return period satisfies never;
  }
}

const span = (from: Temporal.ZonedDateTime, length: Temporal.DurationLike): Span => ({
  from: from.startOfDay().epochMilliseconds,
  until: from.add(length).startOfDay().epochMilliseconds,
});
