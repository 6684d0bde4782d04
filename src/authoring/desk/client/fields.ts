/** What an author has typed into the fields of an entry, read and changed as the forms need it. Pure. */
import { receiptParts } from '../../format/spot.ts';
import type { Fields, Yaml } from '../wire.ts';

export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** One or several: what stands alone is a list of one. */
export const textsIn = (fields: Fields, name: string): readonly string[] =>
  listOf(fields[name]).filter((item) => typeof item === 'string');

/** A list as people type it: one a line. Lines that are empty stay while somebody types. */
export const linesIn = (fields: Fields, name: string): string => textsIn(fields, name).join('\n');

export const linesOf = (text: string): Yaml => (text === '' ? '' : text.split('\n'));

const listOf = (value: Yaml | undefined): readonly Yaml[] =>
  value === undefined || value === '' ? [] : isList(value) ? value : [value];

const isList = (value: Yaml): value is readonly Yaml[] => Array.isArray(value);

const isMap = (value: Yaml | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value);

export const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

// ------------------------------------------------------------------------------------------------------ wrong answers

export interface WrongAnswer {
  readonly text: string;
  readonly because: string;
}

/** As many as there are places for. */
export const WRONG = 3;

export const wrongIn = (fields: Fields): readonly WrongAnswer[] => {
  const written = listOf(fields.wrong);
  return Array.from({ length: Math.max(WRONG, written.length) }, (_, at) => wrongOf(written[at]));
};

const wrongOf = (value: Yaml | undefined): WrongAnswer =>
  isMap(value)
    ? { text: textIn(value, 'text'), because: textIn(value, 'because') }
    : { text: typeof value === 'string' ? value : '', because: '' };

/** What else an option says, such as the facts that refute it, stays. */
export function withWrong(fields: Fields, at: number, change: Partial<WrongAnswer>): Fields {
  const written = listOf(fields.wrong);
  const length = Math.max(at + 1, written.length);
  const wrong = Array.from({ length }, (_, index): Yaml => {
    const old = written[index] ?? '';
    if (index !== at) return old;
    const { text, because } = { ...wrongOf(old), ...change };
    const rest = isMap(old) ? without(without(old, 'text'), 'because') : {};
    const isShort = because === '' && Object.keys(rest).length === 0;
    return isShort ? text : { text, ...(because === '' ? {} : { because }), ...rest };
  });
  return { ...fields, wrong };
}

// -------------------------------------------------------------------------------------------------------------- sides

export interface Side {
  readonly says: string;
  /** Ids. */
  readonly facts: readonly string[];
}

/** Of a disagreement: at least two have a place. */
export const sidesIn = (fields: Fields): readonly Side[] => {
  const written = listOf(fields.sides);
  return Array.from({ length: Math.max(2, written.length) }, (_, at) => sideOf(written[at]));
};

const sideOf = (value: Yaml | undefined): Side =>
  isMap(value) ? { says: textIn(value, 'says'), facts: textsIn(value, 'facts') } : { says: '', facts: [] };

export const withSide = (fields: Fields, at: number, change: Partial<Side>): Fields => {
  const sides = sidesIn(fields);
  const all = at < sides.length ? sides : [...sides, sideOf(undefined)];
  return { ...fields, sides: all.map((side, index) => ({ ...side, ...(index === at && change) })) };
};

/** As with wrong answers: those that say nothing are not sent. */
export const sideSentAs = (fields: Fields, at: number): number =>
  sidesIn(fields)
    .slice(0, at)
    .filter(({ says, facts }) => says.trim() !== '' || facts.length > 0).length + 1;

// ----------------------------------------------------------------------------------------------------------- receipts

export interface ReceiptLine {
  readonly spot: string;
  /** From whom the article has it, origin first. */
  readonly from: readonly string[];
}

export const receiptsIn = (fields: Fields): readonly ReceiptLine[] =>
  receiptParts(
    listOf(fields.receipt).map((one) => {
      if (typeof one === 'string') return one;
      return isMap(one) ? Object.fromEntries(Object.keys(one).map((spot) => [spot, textsIn(one, spot)])) : {};
    }),
  ).map(({ spot, attribution }) => ({ spot, from: attribution }));

export function withReceipts(fields: Fields, lines: readonly ReceiptLine[]): Fields {
  const written = lines.map(
    ({ spot, from }): Yaml =>
      from.length === 0 ? spot : { [spot]: from.length === 1 ? (from[0] ?? '') : from },
  );
  const [only = ''] = written;
  return { ...fields, receipt: written.length <= 1 ? only : written };
}

/** `leave#4`, or by the words that were marked in it. */
export function spotFor(article: string, paragraph: number, marked: string): string {
  const words = marked.replace(/\s+/g, ' ').trim();
  return words === '' || /["“”]/.test(words) ? `${article}#${paragraph}` : `${article}#"${words}"`;
}

// ----------------------------------------------------------------------------------------- what is accepted for a reason

const acceptedIn = (fields: Fields): Readonly<Record<string, string>> => {
  const { accept } = fields;
  return isMap(accept)
    ? Object.fromEntries(Object.keys(accept).map((rule) => [rule, textIn(accept, rule)]))
    : {};
};

export const withAccepted = (fields: Fields, rule: string, reason: string): Fields => {
  const others = Object.entries(acceptedIn(fields)).filter(([name]) => name !== rule);
  const accept = Object.fromEntries(reason === '' ? others : [...others, [rule, reason]]);
  return { ...fields, accept };
};

// ------------------------------------------------------------------------------------------------------------ sending

/** What is empty is not written; an option without a text is none, whatever is said of it. */
export function written(fields: Fields): Fields {
  const wrong = listOf(fields.wrong).filter((one) => wrongOf(one).text.trim() !== '');
  return Object.fromEntries(
    Object.entries({ ...fields, ...(fields.wrong === undefined ? {} : { wrong }) }).flatMap(
      ([name, value]) => {
        const kept = pruned(value);
        return kept === undefined ? [] : [[name, kept]];
      },
    ),
  );
}

function pruned(value: Yaml): Yaml | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (isList(value)) {
    const items = value.flatMap((item) => pruned(item) ?? []);
    return items.length === 0 ? undefined : items;
  }
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const kept = pruned(item);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Where the option stands that is sent as the one at `at`, from 1: those without a text are not sent. */
export const wrongSentAs = (fields: Fields, at: number): number =>
  wrongIn(fields)
    .slice(0, at)
    .filter(({ text }) => text.trim() !== '').length + 1;

/** Equal in all that would be written. */
export const isSame = (one: Fields, other: Fields): boolean =>
  textOf(written(one)) === textOf(written(other));

const textOf = (value: Yaml): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : isList(value)
      ? `[${value.map(textOf).join()}]`
      : `{${Object.keys(value)
          .toSorted()
          .map((name) => `${JSON.stringify(name)}:${textOf(value[name] ?? '')}`)
          .join()}}`;

/** The fields in which two versions differ, in the order in which people read them. */
export const differing = (one: Fields, other: Fields): readonly string[] => {
  const [a, b] = [written(one), written(other)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => textOf(a[name] ?? '') !== textOf(b[name] ?? ''),
  );
};

/** A value as people read it, where two versions stand side by side. */
export const readable = (value: Yaml | undefined): string =>
  value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : isList(value)
        ? value.map(readable).join('\n')
        : Object.entries(value)
            .map(([name, item]) => (name === 'text' ? readable(item) : `${name}: ${readable(item)}`))
            .join(' – ');
