/** Changes to what an author wrote: only the words in question, so that comments, order and indents stay. */
import { isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Entry } from './entry.ts';
import { entryToYaml, toYaml } from './to-yaml.ts';
import type { WrittenEntry } from './written.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Characters of a file that give way to others. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function spliced(text: string, splices: readonly Splice[]): string {
  return splices
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
  `# yaml-language-server: $schema=../.schema/topic.json\n${comment}${toYaml({ topic: name })}\nentries:\n${entriesToYaml(entries)}`;

/** The topic file with entries behind those that it has. */
export function withEntries(file: YamlFile, entries: readonly WrittenEntry[]): string {
  const text = file.text.endsWith('\n') || file.text === '' ? file.text : `${file.text}\n`;
  const list: unknown = file.document.getIn(['entries'], true);
  const added = entriesToYaml(entries);
  if (!isSeq(list)) return `${text.replace(/^entries:.*\n/m, '')}\nentries:\n${added}`;
  const end = list.range?.[2] ?? text.length;
  const indent = indentOf(file, list.items[0]);
  const body = added.replace(/^ {2}(?=.)/gm, indent);
  return `${text.slice(0, end).trimEnd()}\n\n${body}${text.slice(end).replace(/^(?=.)/, '\n')}`;
}

const entriesToYaml = (entries: readonly WrittenEntry[]): string => entries.map(entryToYaml).join('\n');

/** How far in the dashes of the list stand. */
function indentOf({ text }: YamlFile, first: unknown): string {
  const start =
    typeof first === 'object' && first !== null && 'range' in first && Array.isArray(first.range)
      ? first.range[0]
      : 0;
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return /^ *(?=- )/.exec(line)?.[0] ?? '  ';
}
