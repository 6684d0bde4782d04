/** What a statement counts or measures: the one quantity in it that can be asked for. */
import type { Entity } from '../../core/dataset/schema.ts';
import { type NumberWords, numbersIn } from '../../core/facts/number-words.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';
import { datesIn } from './date-words.ts';
import { likeNumbers, likeTimes } from './like-numbers.ts';

export interface Quantity {
  /** The right option: "143", "five", "£45", "25%", "17:30". */
  readonly text: string;
  readonly at: number;
  /** Stands in its place in a question. */
  readonly asks: 'how many' | 'how much' | 'what percentage' | 'what time';
  /** "steps", "full days of leave", "weeks’ notice"; empty for what is not counted. */
  readonly counted: string;
  /** Written alike; the likeliest mistakes first. */
  readonly rivals: readonly string[];
}

const NOT_COUNTED = ['no one', 'one another', 'one day', 'one of'];

/** Names with a number in them, which counts nothing. */
export const numberedNames = (entities: readonly Entity[]): readonly string[] =>
  entities
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => numbersIn(name).length > 0 || /\d/.test(name))
    .toSorted((a, b) => b.length - a.length);

/** Undefined where there are several, or where it is no number of anything: an ordinal, a version, a page. */
export function quantityOf(statement: string, names: readonly string[]): Quantity | undefined {
  const text = [...datesIn(statement).map((date) => date.text), ...names, ...NOT_COUNTED].reduce(
    (left, part) => left.replaceAll(part, '_'.repeat(part.length)),
    statement,
  );
  const [time] = text.matchAll(TIME);
  const [number] = numbersIn(text);
  const found = time ? timeOf(time[0], time.index) : number && numberOf(text, number);
  const others = found && text.slice(0, found.at) + text.slice(found.at + found.text.length);
  return others === undefined || /\d/.test(others) || numbersIn(others).length > 0 ? undefined : found;
}

const TIME =
  /(?<=\b(?:at|by|until|till|from|before|after) )(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]m)?|(?:1[0-2]|[1-9]) ?[ap]m)(?![\p{L}\d:])/gu;

const timeOf = (text: string, at: number): Quantity => ({
  ...{ text, at, asks: 'what time', counted: '' },
  rivals: likeTimes(text),
});

function numberOf(text: string, number: NumberWords): Quantity | undefined {
  const before = text.slice(0, number.at);
  const after = text.slice(number.at + number.text.length);
  const [sign] = /[$£€]$/.exec(before) ?? [];
  const [percent] = /^ ?(?:%|per ?cent)(?!\p{L})/u.exec(after) ?? [];
  if (number.value < 2 || /^ ?(?:million|billion|thousand|hundred|dozen|[km])\b/.test(after))
    return undefined;
  const written = (asks: Quantity['asks'], at: number, write: (digits: string) => string): Quantity => ({
    ...{ text: write(number.text), at, asks, counted: '' },
    rivals: likeNumbers(number, asks === 'what percentage' ? 'per cent' : '').map(write),
  });
  if (sign) return written('how much', number.at - 1, (digits) => sign + digits);
  if (saysWhich(before)) return undefined;
  if (percent) return written('what percentage', number.at, (digits) => digits + percent);
  const counted = countedIn(after);
  if (counted === '') return undefined;
  return {
    text: number.text,
    at: number.at,
    asks: 'how many',
    counted,
    rivals: likeNumbers(number, counted),
  };
}

/** After these a number says which one, or is one end of a span, or makes a second number right as well. */
const WHICH = new Set(
  `the these those all both his her its their other another every each last next first or and to than over above under below
  between from more less fewer version chapter page section paragraph rule level step day week year floor room gate platform
  port grade class size act part phase round type stage route line number no bus tier article bay desk building lane`.split(
    /\s+/,
  ),
);

const OPENING =
  /^(?:About|Almost|Nearly|Some|Around|Only|In|At|On|For|Up|We|You|Staff|Everyone|With|Within|By)$/;

function saysWhich(before: string): boolean {
  if (/\bup to $/i.test(before)) return false;
  const word = before.trim().split(/[ (“]/).at(-1) ?? '';
  return (
    WHICH.has(word.toLowerCase().replace('.', '')) ||
    /[–/#_-]$/.test(word) ||
    (/^\p{Lu}/u.test(word) && !OPENING.test(word))
  );
}

const PLURAL =
  /^(?!(?:was|has|does|its|his|always|perhaps|plus|minus|thus|towards)$)(?:\p{Ll}[\p{L}-]*[^s\P{L}]s|people|men|women|children|feet|staff|copies)$/u;

/** The phrase after the number as far as it is surely one; empty where nothing is counted. */
export function countedIn(after: string): string {
  const words = after.trim().split(' ');
  const length = 1 + words.slice(0, 3).findIndex((word) => PLURAL.test(bare(word)));
  const isPhrase = words
    .slice(0, length - 1)
    .every((word) => /^\p{Ll}[\p{L}-]*$/u.test(word) && !isStopWord(word));
  const [last = '', next = '', then = ''] = words.slice(length - 1);
  if (length === 0 || !isPhrase) return '';
  const isOpen = /^[\p{L}-]+’?$/u.test(last);
  const more = !isOpen
    ? 0
    : last.endsWith('’')
      ? 1
      : next === 'of' && /^\p{Ll}/u.test(then) && !isStopWord(bare(then))
        ? 2
        : 0;
  return bare(words.slice(0, length + more).join(' '));
}

/** Without the signs that follow a word. */
const bare = (words: string): string => words.replace(/[^\p{L}]+$/u, '');
