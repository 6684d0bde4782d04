/** From what a platform sends (named values, or a line of words) to an action's typed arguments. */
import type { Option, Options } from './command.ts';
import type { RawArgs } from './request.ts';

/** `problem` is a sentence for the person, with what to type instead. */
export type ArgsOutcome =
  | { readonly ok: true; readonly args: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: string };

export function readNamed(options: Options, named: RawArgs): ArgsOutcome {
  const args: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const read = readValue(name, option, named[name]);
    if ('problem' in read) return { ok: false, problem: read.problem };
    args[name] = read.value;
  }
  return { ok: true, args };
}

/**
 * Reads `name: value` pairs first; then, of the words left, flags and set words by their name, a short number
 * for the number option, and the rest for the text options: all of it for a single one, a word each otherwise.
 */
export function readWords(options: Options, line: string): ArgsOutcome {
  const { named, rest } = splitNamed(options, clean(line));
  const left = rest.filter((word) => !takeWord(options, named, word));
  const texts = Object.entries(options).filter(
    ([name, { kind }]) => kind === 'text' && named[name] === undefined,
  );
  const [only] = texts;
  if (texts.length === 1 && only) {
    if (left.length > 0) named[only[0]] = left.join(' ');
    return readNamed(options, named);
  }
  for (const [name] of texts) {
    const word = left.shift();
    if (word !== undefined) named[name] = word;
  }
  return left.length > 0
    ? {
        ok: false,
        problem: `I do not know what “${quote(left.join(' '))}” is meant to be. Name it, as in ${exampleOf(options)}.`,
      }
    : readNamed(options, named);
}

function splitNamed(
  options: Options,
  line: string,
): { named: Record<string, string | boolean>; rest: string[] } {
  const names = Object.keys(options).join('|');
  const named: Record<string, string | boolean> = {};
  if (names === '') return { named, rest: words(line) };
  const [head = '', ...pieces] = line.split(new RegExp(`(?:^|\\s)(${names}):`, 'i'));
  for (let at = 0; at < pieces.length; at += 2) {
    const name = (pieces[at] ?? '').toLowerCase();
    named[name] = (pieces[at + 1] ?? '').trim();
  }
  return { named, rest: words(head) };
}

const words = (line: string): string[] => line.split(/\s+/).filter(Boolean);

function takeWord(options: Options, named: Record<string, string | boolean>, word: string): boolean {
  const taker = Object.entries(options).find(
    ([name, option]) => named[name] === undefined && takes(name, option, word),
  );
  if (taker) named[taker[0]] = taker[1].kind === 'flag' ? true : word;
  return taker !== undefined;
}

function takes(name: string, option: Option, word: string): boolean {
  if (option.kind === 'flag') return word.toLowerCase() === name;
  if (option.kind === 'pick') return option.values.includes(word.toLowerCase());
  return option.kind === 'integer' && /^-?\d{1,3}$/.test(word);
}

type Read = { readonly value: unknown } | { readonly problem: string };

function readValue(name: string, option: Option, raw: string | number | boolean | undefined): Read {
  const given = typeof raw === 'string' ? clean(raw) : raw;
  if (given === undefined || given === '') {
    if (option.required) return { problem: `${name} is missing: ${option.description}.` };
    return {
      value: {
        flag: false,
        pick: option.kind === 'pick' ? option.values[0] : undefined,
        text: undefined,
        integer: undefined,
      }[option.kind],
    };
  }
  switch (option.kind) {
    case 'text':
      return String(given).length > option.maxLength
        ? { problem: `${name} is too long: at most ${option.maxLength} characters, please.` }
        : { value: String(given) };
    case 'integer':
      return readInteger(name, option.min, option.max, given);
    case 'flag':
      return { value: given === true || /^(?:true|yes|y|on|1)$/i.test(String(given)) };
    case 'pick': {
      const value = String(given).toLowerCase();
      return option.values.includes(value)
        ? { value }
        : { problem: `${name} is one of ${option.values.join(', ')}, not “${quote(String(given))}”.` };
    }
    default:
      return option satisfies never;
  }
}

function readInteger(name: string, min: number, max: number, given: string | number | boolean): Read {
  const value = Number(given);
  return Number.isInteger(value) && value >= min && value <= max
    ? { value }
    : { problem: `${name} is a whole number from ${min} to ${max}, not “${quote(String(given))}”.` };
}

/** One form of each character, no control characters, no surplus white space. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** As much of what someone typed as an answer should repeat. */
export function quote(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}

const exampleOf = (options: Options): string =>
  Object.keys(options)
    .slice(0, 2)
    .map((name) => `${name}: …`)
    .join(' ');
