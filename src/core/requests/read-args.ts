/** From what a platform sends (named values, or a line of words) to an action's typed arguments. */
import type { Library } from '../dataset/library.ts';
import { isNear } from '../facts/slips.ts';
import { cutLine, LONGEST_LINE } from './bounds.ts';
import type { IntegerOption, Option, Options } from './command.ts';
import { placeWords } from './place-words.ts';
import type { RawArgs } from './request.ts';
import { bare, clean, isIdle, numberIn, quote, withoutPlease } from './typed-words.ts';

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

/** `wanted`: what to say to whoever types words that fit no option. `library`: where its names are looked for. */
export function readWords(options: Options, line: string, wanted?: string, library?: Library): ArgsOutcome {
  const { named, left } = placeWords(options, withoutPlease(clean(cutLine(line))), library);
  const unknown = left.filter((word) => !isIdle(word));
  const read: ArgsOutcome =
    unknown.length > 0
      ? { ok: false, problem: unplaced(options, unknown, wanted) }
      : readNamed(options, named);
  // What is wrong with the part that was read says more; but half an order is not carried out.
  return read.ok && line.length > LONGEST_LINE
    ? { ok: false, problem: `That is too long: at most ${LONGEST_LINE} characters, please.` }
    : read;
}

/** Names the words there are, because whoever got one wrong does not know them. */
function unplaced(options: Options, words: readonly string[], wanted: string | undefined): string {
  const all = Object.entries(options);
  const typed = quote(words.join(' '));
  if (all.length === 0) return `“${typed}” is not needed: this command takes no further words.`;
  const ours = all.flatMap(([name, option]) =>
    option.kind === 'pick' ? option.values : option.kind === 'flag' ? [name] : [],
  );
  const meant = ours.find((word) => words.some((one) => isNear(bare(one).toLowerCase(), word)));
  if (meant !== undefined) return `I do not know “${typed}”. Did you mean ${meant}?`;
  return `I do not know “${typed}”. ${wanted ?? `What you can type here: ${all.map(usage).join(', ')}.`}`;
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function usage([name, option]: readonly [string, Option]): string {
  switch (option.kind) {
    case 'flag':
      return name;
    case 'text':
      return `${name}: …`;
    case 'integer':
      return `${name}: ${option.min} to ${option.max}`;
    case 'pick':
      return either.format(option.values);
    default:
      return option satisfies never;
  }
}

const mostOf = (option: Option): number =>
  option.kind === 'text' ? Math.min(2 * option.maxLength, LONGEST_LINE) + 1 : LONGEST_OTHER;

/** Of a number, a yes or a set word. */
const LONGEST_OTHER = 100;

type Read = { readonly value: unknown } | { readonly problem: string };

function readValue(name: string, option: Option, raw: string | number | boolean | undefined): Read {
  // Twice its length leaves room for what is not counted: spaces and quotation marks around it.
  const given = typeof raw === 'string' ? bare(clean(raw.slice(0, mostOf(option)))) : raw;
  if (given === undefined || given === '') {
    if (option.required) return { problem: option.wanted ?? `${name} is missing: ${option.description}.` };
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
      return readInteger(option, given);
    case 'flag':
      return { value: given === true || /^(?:true|yes|y|on|1)$/i.test(String(given)) };
    case 'pick': {
      const value = String(given).toLowerCase();
      return option.values.includes(value)
        ? { value }
        : { problem: `I do not know “${quote(String(given))}”. Choose ${either.format(option.values)}.` };
    }
    default:
      return option satisfies never;
  }
}

function readInteger(option: IntegerOption, given: string | number | boolean): Read {
  const { min, max, wanted } = option;
  const value = Number(numberIn(option, String(given)) ?? given);
  return Number.isInteger(value) && value >= min && value <= max ? { value } : { problem: wanted };
}
