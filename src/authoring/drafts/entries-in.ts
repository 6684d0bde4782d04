/** Finds what a colleague or a writing assistant answered to a brief: YAML among whatever else they say. */

export interface Entries {
  /** One or more YAML documents; empty where the reply has none. What is no YAML in between is left as blank lines. */
  readonly text: string;
  /** How many lines of the reply stand before it: line 1 of the text is line 1 + `lineOffset` of what was given. */
  readonly lineOffset: number;
}

/** What an answer to a brief begins with, on any level. */
const ENTRY = /^\s*(?:[-•*–—]\s+)?(?:topic|aliases|entries|fact|question)\s*:/;

/**
 * Every fenced block with entries, or else the bare lines from the first entry on; each further block becomes a document
 * of its own. Line breaks, indentation, bullets and the quotation marks that word processors put for others are mended,
 * nothing else: what the YAML says is for others to judge.
 */
export function entriesIn(reply: string): Entries {
  const lines = reply.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const fenced = fencedIn(lines);
  const kept = fenced.some((line) => line !== '') ? fenced : bareIn(lines);
  const first = kept.findIndex((line) => line.trim() !== '');
  const last = kept.findLastIndex((line) => line.trim() !== '');
  return first < 0
    ? { text: '', lineOffset: 0 }
    : {
        text: `${kept
          .slice(first, last + 1)
          .map(mended)
          .join('\n')}\n`,
        lineOffset: first,
      };
}

const FENCE = /^\s*(`{3,}|~{3,})\s*([\w-]*)/;

interface Block {
  readonly from: number;
  readonly to: number;
}

function fencedIn(lines: readonly string[]): readonly string[] {
  const blocks = blocksIn(lines).filter(({ from, to }) =>
    lines.slice(from, to).some((line) => ENTRY.test(line)),
  );
  return lines.map((line, at) => {
    if (blocks.some(({ from, to }) => from <= at && at < to)) return line;
    const endsOne = blocks.slice(0, -1).some(({ to }) => to === at);
    return endsOne ? '---' : '';
  });
}

/** The lines between fences; one that nobody closed, as when an answer broke off, goes to the end. */
function blocksIn(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly fence: string; readonly from: number } | undefined;
  for (const [at, line] of lines.entries()) {
    const [, fence = '', language = ''] = FENCE.exec(line) ?? [];
    if (open === undefined && fence !== '') open = { fence, from: at + 1 };
    else if (open !== undefined && fence.startsWith(open.fence) && language === '') {
      blocks.push({ from: open.from, to: at });
      open = undefined;
    }
  }
  return open === undefined ? blocks : [...blocks, { from: open.from, to: lines.length }];
}

/** Chatter begins at the margin, with neither a bullet nor one of the words that stand at the top of an answer. */
function bareIn(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => ENTRY.test(line));
  const isAnswer = (line: string) => /^(?:\s|[-•*–—]\s|#|---\s*$|(?:topic|aliases|entries)\s*:|$)/.test(line);
  return lines.map((line, at) => (first >= 0 && at >= first && isAnswer(line) ? line : ''));
}

const mended = (line: string): string => withPlainQuotes(withPlainIndent(line));

const withPlainIndent = (line: string): string =>
  line
    .replace(/^[\s\u00a0]+/u, (indent) => indent.replaceAll('\t', '  ').replaceAll('\u00a0', ' '))
    .replace(/^( *)[•*–—]\s+(?=[a-z-]+\s*:)/, '$1- ')
    .replace(/^( *-)[\t\u00a0]+/, '$1 ');

/** A key with its value, or an item of a list. */
const VALUE = /^( *(?:- +)?(?:([a-z-]+) *: +)?)(.*?)\s*$/;

/** Of these no value is all quotation, so that marks around it can only be meant for YAML. */
const SENTENCES = /^(?:fact|question|payoff|because|overtaken|topic)$/;

/** An option may be a quotation; its marks are YAML’s only where it could not be read without. */
function withPlainQuotes(line: string): string {
  const [, start = '', key = '', value = ''] = VALUE.exec(line) ?? [];
  if (/^\[.*\]$/.test(value)) return start + value.replace(/“[^”]*[,:][^”]*”/g, quoted);
  const isMeant = isWrapped(value) && (SENTENCES.test(key) || /: | #|:$/.test(value.slice(1, -1)));
  return isMeant ? start + quoted(value) : line;
}

/** One pair of marks around all of it, whatever stands quoted inside. */
function isWrapped(value: string): boolean {
  if (/^„[^„“”]*[“”]$|^‘[^‘]*’$/.test(value)) return true;
  if (!/^“.*”$/.test(value)) return false;
  let open = 0;
  for (const sign of value.slice(0, -1)) {
    open += sign === '“' ? 1 : sign === '”' ? -1 : 0;
    if (open === 0) return false;
  }
  return true;
}

const quoted = (value: string): string => `"${value.slice(1, -1).replace(/["\\]/g, '\\$&')}"`;
