/** Which words of a typed line are meant for which option. Judges no value: `readNamed` does that afterwards. */
import type { Library } from '../dataset/library.ts';
import type { IntegerOption, Option, Options, TextOption } from './command.ts';
import { bare, isUnit, numberIn, quotedLength, spanAtEnd } from './typed-words.ts';

type Named = Record<string, string | boolean>;
type Words = readonly string[];

/** `left` are the words that no option takes. */
export interface Placed {
  readonly named: Named;
  readonly left: Words;
}

/**
 * First `name: value`; then, of the words without a name, flags at either end; words that have the shape of a
 * text option, wherever they stand; the first word for one that must be given and is not; numbers and set words; and
 * the rest for the text options still open, in order: a word each, all that is left for the last. So a word that fits
 * nothing meets its option's own complaint.
 */
export function placeWords(options: Options, line: string, library?: Library): Placed {
  const { named, rest } = splitNamed(options, withoutPhrases(options, line), library);
  const steps = [takeFlags, takeShapes, takeMissing, takeNamesake, takeMissing, takeValues, takeTexts];
  return { named, left: steps.reduce<Words>((left, take) => take(options, named, left), rest) };
}

const withoutPhrases = (options: Options, line: string): string =>
  Object.values(options)
    .flatMap((option) => (option.kind === 'pick' ? Object.entries(option.phrases ?? {}) : []))
    .reduce((left, [phrase, value]) => left.replace(new RegExp(`\\b${phrase}\\b`, 'i'), value), line);

/**
 * A name's value reaches to the next name, to its second quotation mark, or as far as it looks like a value; of a
 * number, flag or set word it is the first word only.
 */
function splitNamed(options: Options, line: string, library?: Library): { named: Named; rest: Words } {
  const canonical = new Map(
    Object.entries(options).flatMap(([name, { aliases = [] }]) =>
      [name, ...aliases].map((called) => [called, name] as const),
    ),
  );
  const named: Named = {};
  if (canonical.size === 0) return { named, rest: split(line) };
  const names = [...canonical.keys()].join('|');
  const [head = '', ...pieces] = line.split(new RegExp(`(?:^|[\\s,;])(${names}):`, 'i'));
  const rest = split(head);
  for (let at = 0; at < pieces.length; at += 2) {
    const name = canonical.get((pieces[at] ?? '').toLowerCase()) ?? '';
    const { value, left } = splitValue(options[name], (pieces[at + 1] ?? '').trim(), library);
    named[name] = value;
    rest.push(...left);
  }
  return { named, rest };
}

interface Split {
  readonly value: string;
  readonly left: Words;
}

function splitValue(option: Option | undefined, piece: string, library: Library | undefined): Split {
  const quoted = quotedLength(piece);
  if (quoted !== undefined) return { value: piece.slice(0, quoted), left: split(piece.slice(quoted)) };
  const words = split(piece);
  if (option?.kind === 'text') return splitText(option, words, piece, library);
  const [first = '', ...more] = words;
  return { value: first, left: option?.kind === 'integer' ? withoutUnit(option, more) : more };
}

/** As many words as look like a value; all of them where none do, so that the option can complain of them. */
function splitText(
  { fits, byNameOnly }: TextOption,
  words: Words,
  piece: string,
  library: Library | undefined,
): Split {
  const most = byNameOnly ? MOST_LOOKED_AT : LONGEST;
  for (let size = Math.min(words.length, most); fits && size > 0; size -= 1) {
    const value = words.slice(0, size).join(' ');
    if (fits(bare(value), true, library)) return { value, left: words.slice(size) };
  }
  return { value: piece, left: [] };
}

const withoutUnit = (option: IntegerOption, words: Words): Words =>
  isUnit(option, words[0] ?? '') ? words.slice(1) : words;

/** A comma that stands alone is nobody's word. */
const split = (line: string): string[] => line.split(/\s+/).filter((word) => !/^[,;·]*$/.test(word));

/** The options of these kinds that have no value yet. */
const openOf = (options: Options, named: Named, ...kinds: readonly Option['kind'][]) =>
  Object.entries(options).filter(([name, { kind }]) => named[name] === undefined && kinds.includes(kind));

/** Only at either end, with “yes” or “no” behind it or not: elsewhere the word belongs to a topic. */
function takeFlags(options: Options, named: Named, words: Words): Words {
  const open = openOf(options, named, 'flag');
  const [first = ''] = words;
  const [sole] = Object.keys(options).length === 1 ? open : [];
  if (sole && isAnswer(options, first)) {
    named[sole[0]] = first;
    return words.slice(1);
  }
  for (const [at, word] of words.entries()) {
    const flag = open.find(([name, option]) => isName(name, option, word));
    const answer = words[at + 1] ?? '';
    const isAnswered = isAnswer(options, answer);
    const span = flag && spanAtEnd(words, at, isAnswered ? 2 : 1);
    if (!span) continue;
    named[flag[0]] = isAnswered ? answer : true;
    return takeFlags(options, named, words.toSpliced(span.from, span.size));
  }
  return words;
}

/** A digit is an answer only where it cannot be meant as a number. */
const isAnswer = (options: Options, word: string): boolean =>
  /^(?:yes|y|true|on|no|n|false|off)$/i.test(word) ||
  (/^[01]$/.test(word) && openOf(options, {}, 'integer').length === 0);

/** As many words as one value is typed in: all weekdays by name. */
const LONGEST = 7;
/** Nobody types an order this long; whoever pastes a page must not keep the others waiting. */
const MOST_LOOKED_AT = 40;

function takeShapes(options: Options, named: Named, words: Words): Words {
  const left = [...words];
  for (let at = 0; at < Math.min(left.length, MOST_LOOKED_AT); ) {
    const found = shapeIn(options, named, left.slice(at, at + LONGEST));
    if (found) named[found.name] = left.splice(at, found.size).join(' ');
    else at += 1;
  }
  return left;
}

/** The longest value that these words begin with: “9 am”, “mon, wed, fri”, “America/New York”. */
function shapeIn(
  options: Options,
  named: Named,
  ahead: Words,
): { readonly name: string; readonly size: number } | undefined {
  const open = openOf(options, named, 'text');
  for (let size = ahead.length; size > 0 && open.length > 0; size -= 1) {
    const text = bare(ahead.slice(0, size).join(' '));
    const taker = open.find(([, option]) => option.kind === 'text' && option.fits?.(text, false));
    if (taker) return { name: taker[0], size };
  }
  return undefined;
}

/** The first word, for a text that has to be given: “9” is a time where no other word is one. */
function takeMissing(options: Options, named: Named, words: Words): Words {
  const [word = '', ...others] = words;
  const taker = openOf(options, named, 'text').find(
    ([, option]) => option.kind === 'text' && option.required && option.fits?.(bare(word), true),
  );
  if (!taker) return words;
  named[taker[0]] = word;
  return others;
}

/** “3 questions”, “questions 3”, “1 question”: a value beside its option's name, which is then no word of its own. */
function takeNamesake(options: Options, named: Named, words: Words): Words {
  const left = [...words];
  for (let at = 0; at + 1 < left.length; ) {
    const [word = '', next = ''] = left.slice(at, at + 2);
    const open = openOf(options, named, 'integer', 'pick');
    const before = open.find(([name, option]) => isName(name, option, word) && isValue(option, next));
    const after = open.find(([name, option]) => isName(name, option, next) && isValue(option, word));
    const [name, option] = before ?? after ?? [];
    if (name === undefined) at += 1;
    else {
      named[name] = before ? next : word;
      left.splice(at, 2);
      if (before && option?.kind === 'integer' && isUnit(option, left[at] ?? '')) left.splice(at, 1);
    }
  }
  return left;
}

const isName = (name: string, { aliases = [] }: Option, word: string): boolean =>
  [name, name.replace(/s$/, ''), ...aliases].includes(bare(word).toLowerCase());

const isValue = (option: Option, word: string): boolean =>
  option.kind === 'pick'
    ? option.values.includes(bare(word).toLowerCase())
    : option.kind === 'integer' && numberIn(option, word) !== undefined;

/** By itself a number of four digits is a year, and so a topic. */
const isShort = (word: string): boolean => !/^\d{4}/.test(bare(word));

function takeValues(options: Options, named: Named, words: Words): Words {
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const taker = openOf(options, named, 'integer', 'pick').find(
      ([, option]) => isShort(word) && isValue(option, word),
    );
    if (!taker) left.push(word);
    else {
      named[taker[0]] = word;
      if (taker[1].kind === 'integer' && isUnit(taker[1], words[at + 1] ?? '')) at += 1;
    }
  }
  return left;
}

function takeTexts(options: Options, named: Named, words: Words): Words {
  const open = openOf(options, named, 'text').filter(
    ([, option]) => option.kind === 'text' && !option.byNameOnly,
  );
  const [name, option] = open[0] ?? [];
  // “/fact about”, with nothing behind it.
  if (name !== undefined && option && words.length === 1 && isName(name, option, words[0] ?? '')) return [];
  const left = [...words];
  for (const [at, [name]] of open.entries()) {
    const taken = left.splice(0, at === open.length - 1 ? left.length : 1);
    if (taken.length > 0) named[name] = taken.join(' ');
  }
  return left;
}
