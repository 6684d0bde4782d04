/** Years, months and days that a question names: they are looked up among dates, never among other numbers. */
import type { DateSpec } from '../dataset/fields.ts';
import { fold } from './fold.ts';

export interface When {
  readonly years: readonly number[];
  readonly months: readonly number[];
  readonly days: readonly number[];
}

/** Articles are in many languages, and people type months as they read them. */
const LANGUAGES = ['en', 'it', 'fr', 'es', 'de', 'pt', 'nl'];

/** English ones are common enough to be no other word. */
const SHORT = ['jan', 'feb', '', 'apr', '', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Made once for all months, because making one takes as long as much else of the start. */
const FORMATS = LANGUAGES.map(
  (language) => new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }),
);

const MONTHS: readonly (readonly string[])[] = SHORT.map((short, month) => [
  ...FORMATS.map((format) => fold(format.format(Date.UTC(2001, month)))),
  ...(short === '' ? [] : [short]),
  ...(month === 8 ? ['sept'] : []),
]);

const NUMBERS = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

const monthOf = (word: string): number => NUMBERS.get(word) ?? 0;
const isYear = (word: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(word);
const isDay = (word: string): boolean => /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word);

/** Takes the date out of the words. "May" among other words, with no number beside it, is no month. */
export function splitWhen(words: readonly string[]): { when: When | undefined; rest: readonly string[] } {
  const numbered = words.some((word) => isYear(word) || isDay(word));
  const isMonth = (word: string) =>
    monthOf(word) > 0 && (numbered || words.length === 1 || (word !== 'may' && word !== 'march'));
  const months = words.filter(isMonth);
  const isPart = (word: string) => isYear(word) || isMonth(word) || (months.length > 0 && isDay(word));
  const rest = words.filter((word) => !isPart(word) && word !== 'may');
  const years = words.filter(isYear).map(Number);
  const days = months.length > 0 ? words.filter(isDay).map((day) => Number.parseInt(day, 10)) : [];
  return {
    when: years.length + months.length > 0 ? { years, months: months.map(monthOf), days } : undefined,
    rest,
  };
}

/** Whether a date, as finely as it is known, is one of those asked for. */
export function isWhen({ years, months, days }: When, on: string): boolean {
  const [year, month, day] = on.split('-').map(Number);
  const fits = (asked: readonly number[], known: number | undefined) =>
    asked.length === 0 || (known !== undefined && asked.includes(known));
  return fits(years, year) && fits(months, month) && fits(days, day);
}

/** A span is told by its ends and the years between them. */
export function daysOf(date: DateSpec | undefined): readonly string[] {
  if (date?.on === undefined) return [];
  if (date.until === undefined) return [date.on];
  const [from = 0, to = 0] = [date.on, date.until].map((on) => Number(on.slice(0, 4)));
  const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, at) => String(from + at + 1));
  return [date.on, ...between, date.until];
}
