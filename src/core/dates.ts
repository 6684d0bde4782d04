/** Dates of the dataset in words. */
import type { DateSpec } from './dataset/fields.ts';
import type { Article } from './dataset/schema.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2018` → "2018", `2018-05` → "May 2018", `2018-05-30` → "30 May 2018". */
export function formatDate(on: string): string {
  const [year, month, day] = on.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** When an article appeared, if that is known; "around May 2018" where it prints no date and we infer one. */
export function describePublished({
  published,
  basis,
}: Pick<Article, 'published' | 'basis'>): string | undefined {
  if (published === undefined) return undefined;
  return basis === 'inferred' ? `around ${formatDate(published)}` : formatDate(published);
}

/** "May 2018 (inferred)", "2017 to 2021", "weeks after the video was released": its own words where it has some. */
export function describeDate({ on, until, text, basis }: DateSpec): string {
  const span = [on, until].flatMap((date) => (date === undefined ? [] : formatDate(date))).join(' to ');
  return text ?? (basis === 'inferred' ? `${span} (inferred)` : span);
}

/** "45 seconds", "5 minutes", "24 hours": in the largest unit that counts at least two. */
export function describeLength(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3_600)} hours`;
}

/** "27 November 2026, 04:16 UTC". */
export function describeInstant(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${formatDate(date)}, ${time.slice(0, 5)} UTC`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** How far off an instant is: “in 45 seconds”, “2 hours ago”. */
export function relative(ms: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(ms) >= length) ?? (['second', 1000] as const);
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(ms / size), unit);
}
