/** Changes to what an author wrote: only the words in question, so that comments, order and indents stay. */
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Entry } from './entry.ts';
import { entryToYaml, toYaml } from './to-yaml.ts';
import type { WrittenEntry } from './written.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

/** Characters of a file that give way to others. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Each place changes once, however often it is named. */
export function spliced(text: string, splices: readonly Splice[]): string {
  return [...new Map(splices.map((splice) => [splice.start, splice])).values()]
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, { start, end, text: put }) => changed.slice(0, start) + put + changed.slice(end), text);
}

/** Where an entry’s receipt has these words, as a value or before the colon. */
export function spotSplices(entry: Entry, spot: string, now: string): readonly Splice[] {
  const found: Splice[] = [];
  const node = nodeAt(entry.file, [...entry.path, 'receipt']);
  if (node)
    visit(node, {
      Scalar(_, { value, range }) {
        if (value === spot && range) found.push({ start: range[0], end: range[1], text: now });
      },
    });
  return found;
}

/** Where a map has this key. */
export function keySplice(file: YamlFile, path: Path, key: string, now: string): readonly Splice[] {
  const node = nodeAt(file, path);
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key: found }) =>
    isScalar(found) && found.value === key && found.range
      ? [{ start: found.range[0], end: found.range[1], text: now }]
      : [],
  );
}

function nodeAt({ document }: YamlFile, path: Path): Node | undefined {
  const node: unknown = document.getIn(path, true);
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}

/** A new topic with these entries. */
export const topicToYaml = (name: string, entries: readonly WrittenEntry[], comment = ''): string =>
  `# yaml-language-server: $schema=../.schema/topic.json\n${comment}${contentOf(name, entries)}`;

const contentOf = (name: string, entries: readonly WrittenEntry[]): string =>
  `${toYaml({ topic: name })}\nentries:\n${entriesToYaml(entries)}`;

/**
 * The topic file with entries behind those that it has, and every character that its author typed. A file that says
 * nothing yet is named after itself. Throws an `Error` that says what to do where the entries are written in a form
 * that has no place for more.
 */
export function withEntries(file: YamlFile, entries: readonly WrittenEntry[]): string {
  if (entries.length === 0) return file.text;
  const text = appended(file, entries);
  if (text === undefined || !hasBoth(file, entries, text))
    throw new Error(
      `the entries of ${file.path} are written in a form that the program cannot add to: write them as a list of lines that begin with “- ”; nothing was changed`,
    );
  return text;
}

function appended(file: YamlFile, entries: readonly WrittenEntry[]): string | undefined {
  const { text, document, content } = file;
  const added = entriesToYaml(entries);
  if (content === '') return `${paragraph(text)}${contentOf(basename(file.path, '.yaml'), entries)}`;
  if (!isMap(document.contents)) return undefined;
  const list: unknown = document.get('entries', true);
  if (list === undefined) return `${paragraph(text)}entries:\n${added}`;
  if (!(isSeq(list) || isScalar(list)) || !list.range) return undefined;
  const [start, valueEnd, nodeEnd] = list.range;
  const end = endOfLine(text, nodeEnd);
  const rest = text.slice(end).replace(/^(?=.)/, '\n');
  if (isSeq(list) && list.items.length > 0)
    return paragraph(text.slice(0, end)) + added.replace(/^ {2}(?=.)/gm, indentAt(text, start)) + rest;
  if (!/^(?:\[\s*\])?$/.test(text.slice(start, valueEnd))) return undefined;
  const key = text.slice(0, isSeq(list) ? start - ' '.length : start) + text.slice(valueEnd, end);
  return line(key) + added + rest;
}

/** Behind the line break, where only that is left of the line. */
const endOfLine = (text: string, at: number): number =>
  text[at - 1] === '\n' ? at : at + (/^[ \t]*\r?\n/.exec(text.slice(at))?.[0].length ?? 0);

const line = (text: string): string => text.replace(/[^\n]$/, '$&\n');

/** Ends with an empty line, if it is not empty. */
const paragraph = (text: string): string => line(text).replace(/[^\n]\r?\n$/, '$&\n');

/** Whether the changed text says what the file said, and the entries last. */
function hasBoth({ content }: YamlFile, entries: readonly WrittenEntry[], text: string): boolean {
  const { problems, content: now } = readYaml('', text);
  const added = readYaml('', entriesToYaml(entries)).content;
  if (problems.length > 0 || !isRecord(now) || !Array.isArray(added)) return false;
  const before = isRecord(content) ? content : { topic: now.topic };
  const list: unknown = before.entries;
  return isDeepStrictEqual(now, { ...before, entries: [...(Array.isArray(list) ? list : []), ...added] });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesToYaml = (entries: readonly WrittenEntry[]): string => entries.map(entryToYaml).join('\n');

/** How far in the dash stands that is there. */
const indentAt = (text: string, dash: number): string =>
  text.slice(text.lastIndexOf('\n', dash - 1) + 1, dash);
