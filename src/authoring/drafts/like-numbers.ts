/** Numbers that somebody who half remembers might name in place of another: near it, as round, and written alike. */
import { type NumberWords, wordOf } from '../../core/facts/number-words.ts';

/** What things of daily life are mostly counted in: nobody gives 13 days of notice. */
const STEPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\bminutes?\b/, [2, 5, 10, 15, 20, 30, 45, 60, 90]],
  [/\bhours?\b/, [2, 4, 6, 8, 12, 24, 36, 48, 72]],
  [/\bdays?\b/, [2, 3, 5, 7, 10, 14, 20, 21, 25, 28, 30, 45, 60, 90]],
  [/\bweeks?\b/, [2, 3, 4, 6, 8, 10, 12, 16, 26, 52]],
  [/\bmonths?\b/, [2, 3, 4, 6, 9, 12, 18, 24, 36]],
];

/** `counted` is what stands behind the number: "days of leave". The nearest first, as many below as above where there are. */
export function likeNumbers({ text, value }: NumberWords, counted: string): readonly string[] {
  const steps = STEPS.find(([unit]) => unit.test(counted))?.[1] ?? [];
  const at = steps.indexOf(value);
  const near = [1, -1, 2, -2, 3, -3, 4, -4];
  const numbers =
    at < 0 ? near.map((by) => value + by * stepOf(text, value)) : near.flatMap((by) => steps[at + by] ?? []);
  return numbers
    .filter((other) => other >= 2 && isNear(other, value) && (counted !== 'per cent' || other <= 100))
    .flatMap((other) => writtenLike(text, other) ?? []);
}

/** Ten times as many is nobody's mistake. */
const isNear = (one: number, other: number): boolean => one <= 3 * other && other <= 3 * one;

/** A round number has round rivals: 300 stands beside 400, 45,000 beside 40,000, 31 beside 27. */
function stepOf(text: string, value: number): number {
  if (value <= 12) return 1;
  if (value % 10 === 0 && value < 100 && !/\d/.test(text)) return 10;
  const round = 10 ** (String(value).length - 1);
  const step = [round, round / 2, round / 5, round / 10, round / 20].find(
    (one) => one >= 5 && value % one === 0 && one <= value / 3,
  );
  return step ?? Math.max(2, Math.round(value * 0.13));
}

function writtenLike(text: string, value: number): string | undefined {
  if (/\d/.test(text)) return text.includes(',') ? value.toLocaleString('en') : String(value);
  const word = wordOf(value);
  return word && /^\p{Lu}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** An hour or two earlier and later, in the same form. */
export function likeTimes(text: string): readonly string[] {
  const [, hour = '', rest = ''] = /^(\d+)(.*)$/.exec(text) ?? [];
  const last = /[ap]m$/.test(rest) ? 12 : 23;
  return [1, -1, 2, -2]
    .map((by) => Number(hour) + by)
    .filter((other) => other >= 1 && other <= last)
    .map((other) => `${String(other).padStart(hour.startsWith('0') ? 2 : 1, '0')}${rest}`);
}
