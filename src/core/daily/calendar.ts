/** Reads dates as people type them, for a rest of the daily question, and shows them again. */
import { formatDate } from '../dates.ts';
import { bare, clean, quote } from '../requests/typed-words.ts';

const DAY_MS = 86_400_000;

/** As many dates as one daily keeps, and the longest span: whoever needs more means a pause. */
export const MOST_DATES = 100;

const MOST_DAYS_AHEAD = 2 * 366;

/** Dates like `2026-12-25`, ascending, none of them past; or a sentence for the person. */
export type DatesRead = { readonly dates: readonly string[] } | { readonly problem: string };

/** “2026-12-25”, “25 Dec, 26 Dec”, “2026-12-24..2026-12-26”, “24–26 December”; of a span, what is still ahead. */
export function parseDates(typed: string, today: string): DatesRead {
  const dates = new Set<string>();
  const spans = split(clean(typed));
  if (spans.length > MOST_DATES)
    return { problem: `Those are more than ${MOST_DATES} dates. For a long rest, use /daily pause until: …` };
  for (const words of spans) {
    const span = readSpan(words, today);
    if ('problem' in span) return span;
    for (const date of span.dates) dates.add(date);
  }
  if (spans.length === 0) return { problem: `Name a date. ${howToType(today)}` };
  return { dates: [...dates].toSorted() };
}

/** One date after today, such as “1 Dec” or “until 2026-12-01”. */
export function parseDateAhead(
  typed: string,
  today: string,
): { readonly date: string } | { readonly problem: string } {
  const words = typed.replace(/^\s*(?:until|till|to)\s+/i, '');
  const date = parseDate(words, today);
  if (date === today) return { problem: `“${quote(words)}” is today. Name a later date.` };
  const problem = problemWith(words, date, today);
  return date === undefined || problem !== undefined
    ? { problem: problem ?? notADate(words, today) }
    : { date };
}

/** A comma may stand inside a date (“Dec 25, 2026”), and none between two that a machine could have written. */
const split = (typed: string): readonly string[] =>
  typed
    .replace(/,\s+(\d{4})(?![\d-])/g, ' $1')
    .replace(/(\d{4}-\d{1,2}-\d{1,2})\s+(?=\d{4}-)/g, '$1,')
    .replace(/(?<![\d-])(\d{1,2}\.?)-(?=\d{1,2}(?:\.|\s*[a-z]{3}))/gi, '$1–')
    .replace(/([a-z]{3}\.? \d{1,2})-(?=\d{1,2}(?!\d))/gi, '$1–')
    .split(/\s*(?:[,;&]|\band\b)\s*/i)
    .filter((part) => part.trim() !== '');

/** Any dash but the one that stands in `2026-12-25`. */
const BETWEEN = /\s*(?:\.{2,3}|(?!-)[…−\p{Pd}]|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b)\s*|\s+-\s+/iu;

function readSpan(typed: string, today: string): DatesRead {
  const words = bare(typed);
  const [from = '', to, ...rest] = words.split(BETWEEN);
  const first = parseDate(to === undefined ? from : withMonthOf(to, from), today);
  const last = to === undefined ? first : parseDate(withMonthOf(from, to), first ?? today);
  if (first === undefined || last === undefined || rest.length > 0)
    return { problem: notADate(words, today) };
  const problem = problemWith(words, last, today);
  if (problem !== undefined) return { problem };
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (length < 1) return { problem: `“${quote(words)}” ends before it begins. ${howToType(today)}` };
  if (length > MOST_DATES)
    return {
      problem: `“${quote(words)}” is longer than ${MOST_DATES} days. For a long rest, use /daily pause until: ${daysAfter(last, 1)}.`,
    };
  const dates = Array.from({ length }, (_, at) => daysAfter(first, at));
  return { dates: dates.filter((date) => date >= today) };
}

/** The “24” of “24–26 December” is of the same month, and so is the “26” of “Dec 24–26”. */
const withMonthOf = (whole: string, day: string): string =>
  /^\s*\d{1,2}\.?\s*$/.test(day) ? whole.replace(/(?<!\d)\d{1,2}(?!\d)/, day.replace('.', '').trim()) : day;

function problemWith(words: string, date: string | undefined, today: string): string | undefined {
  if (date === undefined) return undefined;
  if (date < today) return `“${quote(words)}” is past: here it is ${formatDate(today)}. Name a date ahead.`;
  return date > daysAfter(today, MOST_DAYS_AHEAD)
    ? `“${quote(words)}” is more than two years ahead. Is the year right?`
    : undefined;
}

const notADate = (words: string, today: string): string =>
  `“${quote(words.trim())}” is not a date that I understand. ${howToType(today)}`;

const howToType = (today: string): string =>
  `Type it like ${daysAfter(today, 7)}, or ${daysAfter(today, 7)}..${daysAfter(today, 9)} for several days in a row.`;

const MONTHS = Array.from({ length: 12 }, (_, at) =>
  formatDate(`2000-${twoDigits(at + 1)}`)
    .replace(' 2000', '')
    .toLowerCase(),
);

/** Day first or year first; `12/25` is not read, because half the world means another day by `10/12`. */
const SHAPES: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.?(?:(?<=\.)\s?(?<year>\d{4}))?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s?(?:of )?(?<name>[a-z]{3,9})\.?(?: (?<year>\d{4}))?$/,
  /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/,
];

/** `2026-12-25`, `25 Dec`, `Dec 25 2026`, `25.12.`, `tomorrow`; without a year, the next one from `today` on. */
function parseDate(typed: string, today: string): string | undefined {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'today') return today;
  if (words === 'tomorrow') return daysAfter(today, 1);
  const found = SHAPES.map((shape) => shape.exec(words)?.groups).find((groups) => groups !== undefined);
  const { year, month, day, name } = found ?? {};
  const inYear = name === undefined ? Number(month) : monthNamed(name);
  if (year !== undefined) return inCalendar(Number(year), inYear, Number(day));
  const years = Array.from({ length: LEAP_YEARS_APART + 1 }, (_, at) => Number(today.slice(0, 4)) + at);
  const dates = years.map((one) => inCalendar(one, inYear, Number(day)));
  return dates.find((date) => date !== undefined && date >= today);
}

const LEAP_YEARS_APART = 8;

const monthNamed = (typed: string): number => MONTHS.findIndex((name) => name.startsWith(typed)) + 1;

/** Undefined where there is no such date, such as 30 February. */
function inCalendar(year: number, month: number, day: number): string | undefined {
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) || daysAfter(date, 0) !== date ? undefined : date;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The local date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

const MOST_SHOWN = 10;

interface Row {
  readonly first: string;
  readonly last: string;
}

/** "24 to 26 December 2026, 1 May 2027": days in a row as one, and no more than ten of these. */
export const describeDates = (dates: readonly string[]): string => listed(dates, rowInWords);

/** The same behind “No question”: "from 24 to 26 December 2026, on 1 May 2027". */
export const onDates = (dates: readonly string[]): string =>
  listed(dates, (row) => `${row.first === row.last ? 'on' : 'from'} ${rowInWords(row)}`);

function listed(dates: readonly string[], describe: (row: Row) => string): string {
  const rows = rowsOf(dates);
  const more = rows.length > MOST_SHOWN ? ['and more after that'] : [];
  return [...rows.slice(0, MOST_SHOWN).map(describe), ...more].join(', ');
}

function rowsOf(dates: readonly string[]): readonly Row[] {
  const rows: { first: string; last: string }[] = [];
  for (const date of dates) {
    const row = rows.at(-1);
    if (row && daysAfter(row.last, 1) === date) row.last = date;
    else rows.push({ first: date, last: date });
  }
  return rows;
}

/** Month and year once where they are the same. */
function rowInWords({ first, last }: Row): string {
  if (first === last) return formatDate(first);
  const end = formatDate(last);
  const [day = '', month = '', year = ''] = formatDate(first).split(' ');
  if (end.endsWith(` ${month} ${year}`)) return `${day} to ${end}`;
  return end.endsWith(` ${year}`) ? `${day} ${month} to ${end}` : `${day} ${month} ${year} to ${end}`;
}
