/** A YAML file of a pack: its content as text, lists and maps, and where everything in it stands. */
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Position, Problem } from '../../core/dataset/pack.ts';
import { readQuickly } from './quick-yaml.ts';
import { nameOf } from './record-name.ts';
import { namingFields, sayIssues } from './say-issue.ts';
import { faultsIn } from './yaml-faults.ts';

export type Path = readonly (string | number)[];

export interface YamlFile {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
  /** Scalars are the text that was typed, whatever it looks like. */
  readonly content: unknown;
  /** With every comment and place; made when it is asked for, which takes much longer than reading the content. */
  readonly document: Document;
  readonly problems: readonly Problem[];
  /** Of what stands there, or of the nearest around it. */
  positionOf(path: Path): Position;
}

/** The whole of YAML is read where something is unusual or wrong, and where somebody asks for a place. */
export function readYaml(path: string, text: string): YamlFile {
  const quick = readQuickly(text);
  let read: Careful | undefined;
  const careful = () => {
    read ??= readCarefully(path, text);
    return read;
  };
  return {
    ...{ path, text },
    content: quick ?? careful().content,
    problems: quick === undefined ? careful().problems : [],
    get document() {
      return careful().document;
    },
    positionOf: (sought) => careful().positionOf(sought),
  };
}

type Careful = Pick<YamlFile, 'content' | 'document' | 'problems' | 'positionOf'>;

/** What `readQuickly` gives has to be the same. */
export function readCarefully(path: string, text: string): Careful {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const faults = faultsIn(text, document);
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    content: faults.length > 0 ? undefined : (document.toJS() ?? ''),
    document,
    problems: faults.map(({ offset, expected }) => ({
      file: path,
      position: at(offset),
      record: '',
      field: '',
      expected,
    })),
    positionOf: (sought) => at(offsetOf(document, sought)),
  };
}

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
  fieldOf: (field) => fieldPath(field).map(oneBased).join('.'),
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
  { file, base }: { readonly file: YamlFile; readonly base: Path },
  problems: Problem[],
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(value, { error: namingFields });
  if (parsed.success) return parsed.data;
  const record = base.length === 0 ? '' : nameOf(value, base);
  for (const { path, expected } of sayIssues(parsed.error.issues, value))
    problems.push(problemIn(file, [...base, ...path], record, path.map(oneBased).join('.'), expected));
  return undefined;
}

const oneBased = (step: string | number) => (typeof step === 'number' ? step + 1 : step);
