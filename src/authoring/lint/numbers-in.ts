/** The numbers of a text, so that “6,000”, “6 000” and “six thousand” are one. */
import { nameWords } from '../../core/facts/fold.ts';
import { inDigits } from './number-forms.ts';

export interface Written {
  /** As they stand there, in digits. */
  readonly words: string;
  /** What they may mean: “6.000” is a fraction or six thousand, by the country. */
  readonly values: readonly string[];
}

/** In the order of the text. */
export const digitsIn = (text: string): readonly Written[] =>
  [...text.matchAll(DIGITS)].map(({ 0: words, index }) => {
    const values = valuesOf(words);
    const [, unit = ''] = /^[ -]?(\p{L}+)/u.exec(text.slice(index + words.length)) ?? [];
    const times = TIMES.get(unit.toLowerCase().replace(/s$/, ''));
    return {
      words,
      values:
        times === undefined ? values : [...values, ...values.map((value) => plain(Number(value) * times))],
    };
  });

/** All that its digits may mean, and its English words for numbers. */
export const valuesIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...digitsIn(text).flatMap(({ words, values }) => [...values, ...partsOf(words)]),
    ...spelledIn(text).map(plain),
  ]);

const DIGITS = /(?<!\d)(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*)/gu;

const TIMES: ReadonlyMap<string, number> = new Map([
  ['k', 1000],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

function valuesOf(words: string): readonly string[] {
  const parts = words.split(/\D/u);
  const isGrouped = parts.slice(1).every(({ length }) => length === 3);
  return [
    ...(isGrouped ? [plain(Number(parts.join('')))] : []),
    ...(parts.length === 2 ? [plain(Number(parts.join('.')))] : []),
    ...(isGrouped || parts.length === 2 ? [] : [parts.map(Number).join('.')]),
  ];
}

/** "12.02.2020" is a day and "7.85.0" a version, "10.30" may be a time, and after "in 2020" another number may follow. */
const partsOf = (words: string): readonly string[] =>
  /\D.+\D|\s|^\d{1,2}\.[0-5]\d$/u.test(words) ? words.split(/\D/u).map((part) => plain(Number(part))) : [];

function spelledIn(text: string): readonly number[] {
  const values = nameWords(text).map((word) =>
    /^\p{L}+$/u.test(word) ? Number(inDigits(word.replace(/t(?:ies|ieth)$/, 'ty'))) : Number.NaN,
  );
  const pairs = values.map((value, at) => {
    const next = values[at + 1] ?? Number.NaN;
    const isTens = value >= 20 && value < 100;
    return next >= 100 ? value * next : isTens && next > 0 && next < 10 ? value + next : Number.NaN;
  });
  return [...values, ...pairs].filter(Number.isFinite);
}

const plain = (value: number): string => String(value);
