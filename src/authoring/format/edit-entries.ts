/**
 * Entries of a topic file, or records of a file that is a list of them, that come behind others or go, with their lines
 * and nothing around them.
 */
import { isDeepStrictEqual } from 'node:util';
import { isSeq, type YAMLSeq } from 'yaml';
import { spliced, topicToYaml } from './edit.ts';
import { columnOf, contentEnd, eolOf, indented, isRecord, lineEnd, lineStart } from './layout.ts';
import { entryToYaml } from './to-yaml.ts';
import { dashOfItem } from './value-splices.ts';
import type { WrittenEntry } from './written.ts';
import { type Path, readYaml } from './yaml-file.ts';

/** Where the list stands in the file. */
const ENTRIES: Path = ['entries'];

/** As it would have been typed, from its dash on, without indent. */
export const sourceOf = (entry: WrittenEntry): string => entryToYaml(entry).replace(/^ {2}/gm, '').trimEnd();

/** The lines of an entry as they stand there, from its dash on, without indent. */
export function entrySource(file: string, text: string, index: number, list = ENTRIES): string {
  const { start, end, column } = linesOf(file, text, entriesIn(file, text, list), index);
  return text
    .slice(start, end)
    .replaceAll('\r\n', '\n')
    .replace(new RegExp(`^ {${column}}`, 'gm'), '')
    .trimEnd();
}

/** The file with the entry behind that one; -1: before all others. Throws where its list is written in another form. */
export function withEntryBehind(
  file: string,
  text: string,
  index: number,
  source: string,
  list = ENTRIES,
): string {
  const seq = entriesIn(file, text, list);
  const { column, start } = linesOf(file, text, seq, 0);
  const at = index < 0 ? start : lineEnd(text, contentEnd(text, seq.items[index]));
  const eol = eolOf(text);
  const lines = ' '.repeat(column) + indented(source, column, text) + eol;
  const gap = isSpaced(file, text, seq, list) ? eol : '';
  const open = at > 0 && text[at - 1] !== '\n' ? eol : '';
  const isBeforeWords = index >= 0 && /^[ \t]*[^\s]/.test(text.slice(at, lineEnd(text, at)));
  const put = index < 0 ? lines + gap : open + gap + lines + (isBeforeWords ? gap : '');
  const now = spliced(text, [{ start: at, end: at, text: put }]);
  const added = readYaml('', `${source}\n`).content;
  return verified({ file, list, before: text, now }, (entries) =>
    entries.toSpliced(index + 1, 0, ...(Array.isArray(added) ? added : [])),
  );
}

/** The file without these entries. Comments above them stay: nobody knows whose they are. */
export function withoutEntries(
  file: string,
  text: string,
  indexes: readonly number[],
  list = ENTRIES,
): string {
  const seq = entriesIn(file, text, list);
  const gone = new Set(indexes);
  const splices = [...gone].map((index) => {
    const { start, end } = linesOf(file, text, seq, index);
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
    return { start, end: end + blank, text: '' };
  });
  const cut = spliced(text, splices);
  const isLast = gone.has(seq.items.length - 1);
  const now = isLast && /\S/.test(cut) ? `${cut.trimEnd()}${eolOf(text)}` : cut;
  return verified({ file, list, before: text, now }, (entries) =>
    entries.filter((_, index) => !gone.has(index)),
  );
}

/** A topic with one entry, as the first of its file. */
export const newTopic = (name: string, source: string): string =>
  `${topicToYaml(name, []).trimEnd()}\n${source.replace(/^(?=.)/gm, '  ')}\n`;

function entriesIn(file: string, text: string, at: Path): YAMLSeq {
  const list: unknown = readYaml(file, text).document.getIn(at, true);
  if (isSeq(list) && list.flow !== true && list.items.length > 0) return list;
  throw inAnotherForm(file);
}

function linesOf(file: string, text: string, seq: YAMLSeq, index: number) {
  const dash = dashOfItem(text, seq, index);
  if (dash === undefined || text.slice(lineStart(text, dash), dash).trim() !== '') throw inAnotherForm(file);
  return {
    column: columnOf(text, dash),
    start: lineStart(text, dash),
    end: lineEnd(text, contentEnd(text, seq.items[index])),
  };
}

/** Whether its author leaves a line between entries; who has one only is taken to, but between names nobody does. */
function isSpaced(file: string, text: string, seq: YAMLSeq, list: Path): boolean {
  if (seq.items.length < 2) return list === ENTRIES || list.length === 0;
  return seq.items.some((_, index) => {
    const { start } = linesOf(file, text, seq, index);
    return index > 0 && /\n[ \t]*\r?\n(?:[ \t]*#.*\n)*$/.test(text.slice(0, start));
  });
}

interface Changed {
  readonly file: string;
  readonly list: Path;
  readonly before: string;
  readonly now: string;
}

function verified(
  { file, list, before, now }: Changed,
  change: (entries: readonly unknown[]) => readonly unknown[],
): string {
  const [was, is] = [readYaml(file, before).content, readYaml(file, now)];
  const meant = changedAt(was, list, (old) => {
    const entries = change(Array.isArray(old) ? old : []);
    return entries.length === 0 ? '' : entries;
  });
  if (is.problems.length > 0 || !isDeepStrictEqual(is.content, meant)) throw inAnotherForm(file);
  return now;
}

function changedAt(content: unknown, [step, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(content);
  const map = isRecord(content) ? content : {};
  return { ...map, [step]: changedAt(map[step], rest, change) };
}

const inAnotherForm = (file: string) =>
  new Error(
    `the entries of ${file} are written in a form that the program cannot change: write them as a list of lines that begin with “- ”; nothing was written`,
  );
