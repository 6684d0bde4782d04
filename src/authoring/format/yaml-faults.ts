/**
 * What stops a file from being read as YAML, or would have YAML read less than was typed, in the words of somebody who
 * has typed sentences.
 */
import { type Document, isAlias, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';

export interface Fault {
  readonly offset: number;
  readonly expected: string;
}

/** Without what is mostly a consequence: one for each line, the first wrong indent, none behind an open bracket. */
export function faultsIn(text: string, document: Document): readonly Fault[] {
  const lost = text.search(/[\ufffd\0]/);
  if (lost >= 0) return [{ offset: lost, expected: NO_UTF_8 }];
  const merge = text.search(/^<{7} /m);
  if (merge >= 0) return [{ offset: merge, expected: UNMERGED }];
  const unclosed = document.errors.findIndex(isUnclosed);
  const errors = unclosed < 0 ? document.errors : document.errors.slice(0, unclosed + 1);
  const all = [
    ...errors.filter((error) => !isIndent(error, errors)).map((error) => faultOf(error, document, text)),
    ...swallowed(document, text),
  ];
  const byLine = new Map<number, Fault>();
  for (const fault of all) {
    const line = text.lastIndexOf('\n', fault.offset - 1);
    if (!byLine.has(line)) byLine.set(line, fault);
  }
  const faults = [...byLine.values()].toSorted((a, b) => a.offset - b.offset);
  const layout = faults.find(isLayout);
  return faults.filter((fault) => fault === layout || !isLayout(fault));
}

const NO_UTF_8 = 'a file saved as UTF-8: here a sign was lost (an editor has the encoding under “Save as”)';
const UNMERGED =
  'one of the two versions that git found here: take out the other, and the lines <<<, === and >>>';
const WHOLE = 'put the whole text in straight quotes, "like this"';
const SAME_INDENT = 'the same indent as its neighbours: count the spaces at the beginning of the line';
const NO_DASH_SPACE = 'a space after the dash: “- fact: …”';
const NO_COLON_SPACE = 'a space after the colon: “name: value”';
const NO_COLON = 'a line of the form “name: value”, or further in where the text above goes on';
const SWALLOWED = `a text with “ #” in it: YAML drops what follows; ${WHOLE}, or have a comment begin with “# ”`;

const TAB = 'spaces at the beginning of the line, where a tab is';

const isLayout = ({ expected }: Fault): boolean =>
  [SAME_INDENT, NO_DASH_SPACE, NO_COLON, TAB].some((words) => expected.startsWith(words));

const begins = (sign: string) => `a text that begins with ${sign}: ${WHOLE}`;

const SAID: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: TAB,
  MULTIPLE_DOCS: 'one document: take out this line of dashes or dots',
  BAD_DQ_ESCAPE: 'a backslash typed twice, \\\\, or the text in single quotes',
  KEY_OVER_1024_CHARS: `a text with a colon in it: ${WHOLE}`,
  RESOURCE_EXHAUSTION: 'fewer brackets in brackets',
};

const isUnclosed = ({ code, message }: YAMLError) => code === 'BAD_INDENT' && message.startsWith('Flow');

/** The second of two errors that one line further in than its neighbours makes. */
const isIndent = ({ code, pos: [offset] }: YAMLError, errors: readonly YAMLError[]): boolean =>
  code === 'MULTILINE_IMPLICIT_KEY' &&
  errors.some((other) => other.code === 'BLOCK_AS_IMPLICIT_KEY' && other.pos[0] === offset);

function faultOf(error: YAMLError, document: Document, text: string): Fault {
  const { code, message, pos } = error;
  const offset = inContent(text, pos[0]);
  const line = lineAt(text, offset);
  const begin = line.start + line.text.search(/\S|$/);
  if (/^\s*-[^\s-]/.test(line.text)) return { offset: begin, expected: NO_DASH_SPACE };
  if (isUnclosed(error))
    return {
      offset: opening(document, offset, isCollection),
      expected: 'a closing bracket: here one is opened',
    };
  switch (code) {
    case 'BAD_INDENT':
      return { offset: begin, expected: /:|^\s*-/.test(line.text) ? SAME_INDENT : NO_COLON };
    case 'MULTILINE_IMPLICIT_KEY':
      return { offset, expected: /^\s*(?:- )?[a-z-]+:[^\s:]/.test(line.text) ? NO_COLON_SPACE : NO_COLON };
    case 'DUPLICATE_KEY':
      return {
        offset,
        expected: `“${/^[^:\s]*/.exec(text.slice(offset))}” once in one record, but it stands there twice`,
      };
    case 'MISSING_CHAR':
      return missing(message, { offset, begin }, document);
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.startsWith('A block')) return { offset: begin, expected: SAME_INDENT };
      if (document.errors.some((other) => isIndent(other, [error])))
        return {
          offset: nextContent(text, offset),
          expected: `${SAME_INDENT}; or no colon, where the text above goes on: ${WHOLE}`,
        };
      return { offset, expected: `a text with a colon in it: ${WHOLE}` };
    case 'UNEXPECTED_TOKEN':
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
      return sign(message, offset, line);
    default:
      return { offset, expected: SAID[code] ?? `YAML, which this is not: ${message}` };
  }
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, text: text.slice(start, end < 0 ? undefined : end) };
}

function nextContent(text: string, offset: number): number {
  const next = text.indexOf('\n', offset) + 1;
  return next + text.slice(next).search(/\S|$/);
}

/** An empty line is to blame for nothing. */
const inContent = (text: string, offset: number): number =>
  lineAt(text, offset).text.trim() === '' ? offset + text.slice(offset).search(/\S|$/) : offset;

function missing(
  message: string,
  { offset, begin }: { readonly offset: number; readonly begin: number },
  document: Document,
): Fault {
  if (message.includes('quote'))
    return { offset: opening(document, offset, isScalar), expected: 'a closing quote: here one is opened' };
  if (message.startsWith('Sequence item')) return { offset: begin, expected: SAME_INDENT };
  if (message.includes('directives')) return { offset: 0, expected: begins('%') };
  return { offset, expected: NO_COLON };
}

/** Where the last one of that sort begins before it. */
function opening(document: Document, offset: number, isSought: (node: unknown) => boolean): number {
  let found = offset;
  visit(document, {
    Node(_, node) {
      if (isSought(node) && node.range && node.range[0] < offset) found = node.range[0];
    },
  });
  return found;
}

/** A text is read by the sign that it begins with, which was not meant so. */
function sign(message: string, offset: number, line: Line): Fault {
  const value = /^\s*(?:- )*(?:[^\s:]+:\s+)?/.exec(line.text)?.[0].length ?? 0;
  const first = line.text[value] ?? '';
  if (message.includes(', in flow')) return { offset, expected: 'one comma between two items of a list' };
  if (first === '"' || first === "'")
    return {
      offset: line.start + value,
      expected: 'a text in one pair of quotes: use curly ones “like these” for those inside it',
    };
  return { offset: line.start + value, expected: begins(first) };
}

/** What YAML takes for its own and leaves out of the text without a word: anchors, tags, comments. */
function swallowed(document: Document, text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (offset: number, first: string) => faults.push({ offset, expected: begins(first) });
  visit(document, {
    Node(_, node) {
      const [start = 0, end = 0] = node.range ?? [];
      if (isAlias(node)) say(start, '*');
      else if (node.anchor !== undefined) say(text.lastIndexOf('&', start - 1), '&');
      else if (node.tag !== undefined) say(text.lastIndexOf('!', start - 1), '!');
      else if (isScalar(node) && /^[ \t]*#[^\s#]/.test(text.slice(end, end + 80)))
        faults.push({ offset: start, expected: SWALLOWED });
    },
    Pair(_, { key }) {
      if (!isScalar(key))
        faults.push({
          offset: (key as Node | null)?.range?.[0] ?? 0,
          expected: `a name before the colon: ${WHOLE} where it is none`,
        });
    },
  });
  return faults;
}
