/** Lines that some program broke at a width, made whole again. */
import { hasWords, oneLine } from './lines.ts';

/** Narrower are verses and lists, wider is nothing that anybody wraps. */
const WIDTHS = [45, 130] as const;

/** Lines that begin anew whatever stands before them: items, rows of a table. */
const BEGINS_ANEW = /^\s*(?:[-*+•‣◦]\s|\||\d{1,2}[.)]\s|[a-z]\)\s|\([a-z\d]{1,3}\)\s)/i;
const IN_COLUMNS = /\S(?:\t| {4,})\s*\S/;
/** What mail puts before each line of somebody else's. */
const QUOTES = /^\s*(?:> ?)+(?!\d)/;
const ENDS_SENTENCE = /[.!?…:;]["'”’»)\]]*$/;

export interface Unwrapped {
  /** One line each. */
  readonly paragraphs: readonly string[];
  /** How many lines have words: more than there are paragraphs where some were joined. */
  readonly lines: number;
}

/**
 * A blank line ends a paragraph. A single line break does too, unless the text is wrapped: its lines are so long that
 * the next word found no room, and go on in the middle of a sentence. Then only the full ones are joined, so that
 * headings, verses, items and the last lines of paragraphs keep their ends. Wherever sentences run over the ends of lines
 * in lower case, as narrow or uneven as they are, the lines between two blank ones are joined too.
 */
export function unwrapped(text: string): Unwrapped {
  const lines = text.split('\n').map((line) => (hasWords(line) ? line.trimEnd() : ''));
  const blocks = blocksOf(lines);
  const { isFull, width } = wrapping(blocks.map(({ lines }) => lines));
  const whole = blocks.flatMap((block) => {
    const runsOn = runningOn(block.lines, width);
    return partsOf(block, (line, next) => isFull(line, next) || runsOn(line, next));
  });
  const broken = whole.flatMap((lines) => lines.slice(0, -1));
  const hyphens = broken.filter((line) => HYPHEN.test(line)).length;
  const isDivided = hyphens >= OFTEN.lines && hyphens * OFTEN.oneIn > broken.length;
  const ended = ending(text, isDivided);
  return {
    paragraphs: whole.map((lines) => oneLine(lines.map((line, at) => ended(line, lines[at + 1])).join(''))),
    lines: lines.filter(Boolean).length,
  };
}

interface Block {
  /** Without the marks of quotations. */
  readonly lines: readonly string[];
  readonly asWritten: readonly string[];
}

/** The lines between two blank ones, and in them each quotation. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: string[][] = [[]];
  for (const [at, line] of lines.entries()) {
    if (line === '' || QUOTES.test(line) !== QUOTES.test(lines[at - 1] ?? '')) blocks.push([]);
    if (line !== '') blocks.at(-1)?.push(line);
  }
  return blocks
    .filter(({ length }) => length > 0)
    .map((asWritten) => ({ asWritten, lines: asWritten.map((line) => line.replace(QUOTES, '')) }));
}

/** The lines of each paragraph in a block; one that is quoted keeps its first mark. */
function partsOf({ lines, asWritten }: Block, isFull: IsFull): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (const [at, line] of lines.entries())
    if (at > 0 && isFull(lines[at - 1] ?? '', line)) parts.at(-1)?.push(line.trimStart());
    else parts.push([asWritten[at] ?? line]);
  return parts;
}

type IsFull = (line: string, next: string) => boolean;

/** Tells the lines that were broken for want of room; none where the text as a whole is not wrapped. */
function wrapping(blocks: readonly (readonly string[])[]): {
  readonly isFull: IsFull;
  readonly width: number;
} {
  const lengths = blocks
    .flatMap((block) => block.filter((line) => !UNBREAKABLE.test(line)).map(({ length }) => length))
    .toSorted((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  const isFull: IsFull = (line, next) => {
    const ends = ENDS_SENTENCE.test(line);
    const [word = ''] = next.trimStart().split(/\s/, 1);
    return (
      !beginsAnew(line, next) &&
      !(ends && indent(next) > indent(line)) &&
      line.length + 1 + word.length > width * (ends ? 1 : STARTS_LOW.test(next) ? RAGGED.midway : RAGGED.else)
    );
  };
  const full = blocks.flatMap((block) => {
    const pairs = block.slice(1).map((next, at) => [block[at] ?? '', next] as const);
    const inItems = pairs.filter(([line, next]) => !beginsAnew(line, next));
    const found = inItems.filter(([line, next]) => isFull(line, next));
    return found.length * 2 >= inItems.length ? found : [];
  });
  const midway = full.filter(([line]) => !ENDS_SENTENCE.test(line));
  const cased = full.filter(([, next]) => /^\s*\p{Cased}/u.test(next));
  const lower = cased.filter(([, next]) => STARTS_LOW.test(next));
  const isWrapped =
    width >= WIDTHS[0] &&
    width <= WIDTHS[1] &&
    midway.length * 2 >= full.length &&
    lower.length * 4 >= cased.length;
  const joined = new Set(full.map(([line, next]) => `${line}\n${next}`));
  return { isFull: (line, next) => isWrapped && joined.has(`${line}\n${next}`), width };
}

/** Such as an address: the line that has one is as long as it must be. */
const UNBREAKABLE = /\S{40}/;

const STARTS_LOW = /^\s*\p{Lowercase}/u;

/** A sentence goes on over this break, which neither a verse with its signs and capitals nor a list does. */
const goesOver = (line: string, next: string): boolean =>
  /[\p{L}\p{N}]$/u.test(line) && STARTS_LOW.test(next) && !/^\s*by /.test(next);

/** Prose from its first word to its last, whose lines are no whole paragraphs: tells which of them belong together. */
function runningOn(block: readonly string[], width: number): IsFull {
  const pairs = block.slice(1).map((next, at) => [block[at] ?? '', next] as const);
  const inItems = pairs.filter(([line, next]) => !beginsAnew(line, next));
  const over = inItems.filter(([line, next]) => goesOver(line, next));
  const longest = Math.max(...block.filter((line) => !UNBREAKABLE.test(line)).map(({ length }) => length), 0);
  const isProse =
    over.length * 3 >= inItems.length &&
    over.length > 0 &&
    longest <= WIDTHS[1] &&
    !STARTS_LOW.test(block[0] ?? '') &&
    ENDS_SENTENCE.test(block.at(-1) ?? '');
  const full = width <= WIDTHS[1] ? Math.max(width, longest) : longest;
  return (line, next) => {
    if (!isProse || beginsAnew(line, next)) return false;
    if (STARTS_LOW.test(next)) return true;
    const [word = ''] = next.trimStart().split(/\s/, 1);
    const ends = ENDS_SENTENCE.test(line);
    return (
      !(ends && indent(next) > indent(line)) && line.length + 1 + word.length > full * (ends ? 0.75 : 0.55)
    );
  };
}

/** So much of the width is filled even where somebody breaks lines to please the eye. */
const RAGGED = { midway: 0.75, else: 0.88 } as const;

const beginsAnew = (line: string, next: string): boolean =>
  BEGINS_ANEW.test(next) || IN_COLUMNS.test(line) || IN_COLUMNS.test(next);

const indent = (line: string): number => line.length - line.trimStart().length;

/** A word cut in two, or two words with a hyphen. */
const HYPHEN = /\p{L}-$/u;

/** So many lines end in a hyphen where a program divides words, and hardly any where none does. */
const OFTEN = { lines: 3, oneIn: 20 } as const;

/** A line as it stands before the next: with a space, or where it ends in a hyphen as the word is written elsewhere. */
function ending(text: string, isDivided: boolean): (line: string, next: string | undefined) => string {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu));
  return (line, next) => {
    if (next === undefined || /\S(?:--|—)$/.test(line)) return line;
    if (!HYPHEN.test(line)) return `${line} `;
    const [begin = ''] = /[\p{L}\p{N}-]+-$/u.exec(line.toLowerCase().slice(-60)) ?? [];
    const [end = ''] = /^[\p{L}\p{N}]+/u.exec(next.toLowerCase()) ?? [];
    const isCut = isDivided && /^\p{Lowercase}/u.test(next) && !words.has(begin + end);
    return isCut || words.has(begin.slice(0, -1) + end) ? line.slice(0, -1) : line;
  };
}
