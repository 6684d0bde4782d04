/** Dates as texts write them, and back: "2018", "May 2018", "22 October", "18 October 2023". */
import { formatDate } from '../../core/dates.ts';

/** A date in a text; `year`, `month` (1–12) and `day` as far as it gives them. */
export interface DateWords {
  readonly text: string;
  readonly at: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => formatDate(`2000-${pad(at + 1)}`).split(' ')[0] ?? '');

const YEAR = '(?:1[89]|20)\\d\\d';
const DATE = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:(?<day>\\d{1,2}) )?(?<month>${MONTHS.join('|')})(?: (?<year>${YEAR}))?|(?<alone>${YEAR}))(?![\\p{L}\\d-]| \\d)`,
  'gu',
);

/** "May" with no number beside it is a month only after one of these. */
const BEFORE_A_MONTH = /\b(?:in|of|since|until|by|the) $/i;

/** All of them, in order: a question may only be asked where there is exactly one. */
export function datesIn(text: string): readonly DateWords[] {
  return [...text.matchAll(DATE)].flatMap(({ 0: words, index, groups = {} }) => {
    const { day, month } = groups;
    const year = groups.year ?? groups.alone;
    const isDoubtful = /^(?:May|March)$/.test(words) && !BEFORE_A_MONTH.test(text.slice(0, index));
    return isDoubtful
      ? []
      : [
          {
            text: words,
            at: index,
            ...(year && { year: Number(year) }),
            ...(month && { month: MONTHS.indexOf(month) + 1 }),
            ...(day && { day: Number(day) }),
          },
        ];
  });
}

/** Whether it says nothing but what `on` (2018, 2018-05 or 2018-05-30) says, perhaps less. */
export function isPartOf({ year, month, day }: DateWords, on: string): boolean {
  const [y, m, d] = on.split('-').map(Number);
  const fits = (part: number | undefined, whole: number | undefined) => part === undefined || part === whole;
  return fits(year, y) && fits(month, m) && fits(day, d);
}

/** Another date in the same form: "22 October" and 2023-11-14 give "14 November"; undefined where it is too coarse. */
export function inFormOf({ year, month, day }: DateWords, on: string): string | undefined {
  const parts = on.split('-');
  const [y, m, d] = parts;
  if ((day !== undefined && d === undefined) || (month !== undefined && m === undefined)) return undefined;
  const words = formatDate([y, month && m, day && d].filter(Boolean).join('-'));
  return year === undefined ? words.replace(/ \d{4}$/, '') : words;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** Dates as fine as `on` at a small distance from it, the nearest first. */
export function shifted(on: string): readonly string[] {
  const [year = 0, month, day] = on.split('-').map(Number);
  return [1, -1, 2, -2, 3, -3, 4, -4, 5, -5].flatMap((by) => {
    if (month === undefined) return [String(year + by)];
    const months = year * 12 + month - 1 + (day === undefined ? by : 0);
    const head = `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
    const moved = (day ?? 0) + by;
    if (day === undefined) return [head];
    return moved >= 1 && moved <= 28 ? [`${head}-${pad(moved)}`] : [];
  });
}

/** How far two dates lie apart, in years, months or days, whichever is the finest that both give. */
export function distance(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  const [a, b] = [one, other].map((on) => on.slice(0, length).split('-').map(Number));
  const count = ([year = 0, month, day]: readonly number[]) =>
    day !== undefined ? year * 372 + (month ?? 0) * 31 + day : month !== undefined ? year * 12 + month : year;
  return Math.abs(count(a ?? []) - count(b ?? []));
}
