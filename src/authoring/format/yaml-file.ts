/** A YAML file of a pack: its content as text, lists and maps, and where everything in it stands. */
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Position, Problem } from '../../core/dataset/pack.ts';
import { sayIssue } from './say-issue.ts';

export type Path = readonly (string | number)[];

export interface YamlFile {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
  /** Scalars are the text that was typed, whatever it looks like. */
  readonly content: unknown;
  readonly document: Document;
  readonly problems: readonly Problem[];
  /** Of what stands there, or of the nearest around it. */
  positionOf(path: Path): Position;
}

export function readYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    path,
    text,
    content: document.errors.length > 0 ? undefined : document.toJS(),
    document,
    problems: document.errors.map(({ code, message, pos: [start] }) => ({
      file: path,
      position: at(start),
      record: '',
      field: '',
      expected: YAML_ERRORS[code] ?? `this is no YAML: ${message}`,
    })),
    positionOf: (sought) => at(offsetOf(document, sought)),
  };
}

/** In the words of somebody who has typed a sentence, for what goes wrong when one types sentences. */
const YAML_ERRORS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon and a space in it: put the whole text in straight quotes, "like: this"',
  BAD_INDENT: 'the same indent as its neighbours: count the spaces at the beginning of the line',
  TAB_AS_INDENT: 'spaces at the beginning of the line, where a tab is',
  MISSING_CHAR: 'the quote or bracket that was opened here is never closed',
  DUPLICATE_KEY: 'a name once in one record, but it stands there twice',
  UNEXPECTED_TOKEN:
    'a text that begins with a sign YAML has a use for: put it in straight quotes, "like this"',
  BAD_ALIAS: 'a text that begins with * or &: put it in straight quotes',
  BAD_SCALAR_START: 'a text that begins with @, ` or %: put it in straight quotes',
  MULTILINE_IMPLICIT_KEY: 'a line of the form `name: value`: is a colon or the dash of an entry missing?',
};

function offsetOf({ contents }: Document, path: Path): number {
  let node: unknown = contents;
  let offset = startOf(contents) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else if (!(isScalar(node) && step === 0)) break;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? node.range[0]
    : undefined;

/** Where a record stands, for messages in the author's own words: `fieldPath` says how a field of the record is written. */
export const placeAt = (file: YamlFile, base: Path, fieldPath: (field: string) => Path): Place => ({
  file: file.path,
  fieldOf: (field) => fieldPath(field).join('.'),
  positionOf: (field) => file.positionOf([...base, ...fieldPath(field)]),
});

export const problemIn = (file: YamlFile, path: Path, record: string, field: string, expected: string) => ({
  file: file.path,
  position: file.positionOf(path),
  record,
  field,
  expected,
});

/** The content as the schema has it, or undefined with the problems told; `base` is where in the file it stands. */
export function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { file, base, record }: { readonly file: YamlFile; readonly base: Path; readonly record: string },
  problems: Problem[],
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    for (const { path, expected } of sayIssue(issue, value))
      problems.push(problemIn(file, [...base, ...path], record, path.map(oneBased).join('.'), expected));
  return undefined;
}

const oneBased = (step: string | number) => (typeof step === 'number' ? step + 1 : step);
