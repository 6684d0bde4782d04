/** One change at a time to a YAML file, as characters that give way to others. */
import { isMap, isScalar, type Pair, type Scalar, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Splice } from './edit.ts';
import { typedLike } from './fix.ts';
import {
  colonEnd,
  columnOf,
  contentEnd,
  dashOf,
  eolOf,
  indented,
  lineEnd,
  lineStart,
  rangeOf,
  startOf,
  type Text,
} from './layout.ts';
import { toYaml } from './to-yaml.ts';

/** What a value stands in. */
export type Holder =
  | { readonly map: YAMLMap; readonly pair: Pair }
  | { readonly seq: YAMLSeq; readonly index: number };

export const spanOf = (text: string, node: unknown) => ({
  start: startOf(node),
  end: contentEnd(text, node),
});

export const isFlow = (holder: Holder | undefined): boolean =>
  holder !== undefined && ('map' in holder ? holder.map : holder.seq).flow === true;

export function replaced(text: string, holder: Holder, value: Text): Splice {
  if ('seq' in holder) {
    const span = spanOf(text, holder.seq.items[holder.index]);
    const put = holder.seq.flow === true ? flowText(value) : blockText(value);
    return { ...span, text: indented(put, columnOf(text, span.start), text) };
  }
  const { map, pair } = holder;
  const start = colonEnd(text, pair);
  const end = Math.max(start, contentEnd(text, pair));
  if (map.flow === true) return { start, end, text: ` ${flowText(value)}` };
  return { start, end, text: indented(besideKey(pair, value), columnOf(text, startOf(pair)), text) };
}

/** “ value” or the lines of a list, as they would have been typed. */
function besideKey({ key }: Pair, value: Text): string {
  const name = isScalar(key) ? String(key.value) : '';
  const lines = toYaml({ [name]: value }).trimEnd();
  return lines.slice(toYaml({ [name]: 'x' }).lastIndexOf(':') + 1);
}

interface Insertion {
  readonly key: string;
  readonly value: Text;
  /** Undefined: at the end. */
  readonly behind: Pair | undefined;
}

export function inserted(text: string, map: YAMLMap, { key, value, behind }: Insertion): Splice {
  const before = behind ?? map.items.at(-1);
  if (map.flow === true || before === undefined) {
    const at = before === undefined ? startOf(map) + 1 : contentEnd(text, before);
    return {
      start: at,
      end: at,
      text: `${before === undefined ? ' ' : ', '}${flowText({ [key]: value }).slice('{ '.length, -' }'.length)}${before === undefined ? ' ' : ''}`,
    };
  }
  const at = lineEnd(text, contentEnd(text, before));
  const column = columnOf(text, startOf(map.items[0]));
  const lines = `${' '.repeat(column)}${indented(toYaml({ [key]: value }).trimEnd(), column, text)}`;
  return { start: at, end: at, text: `${text[at - 1] === '\n' ? '' : eolOf(text)}${lines}${eolOf(text)}` };
}

export function withoutPair(text: string, map: YAMLMap, pair: Pair): Splice {
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1];
  const [start, end] = [startOf(pair), contentEnd(text, pair)];
  if (map.flow === true) {
    if (next) return { start, end: startOf(next), text: '' };
    const before = map.items[index - 1];
    return { start: before ? contentEnd(text, before) : start, end, text: '' };
  }
  const isFirstOfLine = text.slice(lineStart(text, start), start).trim() === '';
  if (isFirstOfLine) return { start: lineStart(text, start), end: lineEnd(text, end), text: '' };
  // Behind a dash: what follows moves up, unless a comment stands between.
  const between = next ? text.slice(lineEnd(text, end), startOf(next)) : '';
  if (next && between.trim() === '') return { start, end: startOf(next), text: '' };
  return {
    start: text.slice(0, start).trimEnd().length,
    end: text.slice(0, lineEnd(text, end)).trimEnd().length,
    text: '',
  };
}

export function withoutItem(text: string, seq: YAMLSeq, index: number): Splice | undefined {
  const item = seq.items[index];
  if (seq.flow === true) return withoutFlowItem(text, seq, index);
  const dash = dashOfItem(text, seq, index);
  if (dash === undefined || text.slice(lineStart(text, dash), dash).trim() !== '') return undefined;
  return { start: lineStart(text, dash), end: lineEnd(text, contentEnd(text, item)), text: '' };
}

/** Undefined where nothing would be left. */
function withoutFlowItem(text: string, { items }: YAMLSeq, index: number): Splice | undefined {
  const [before, item, next] = [items[index - 1], items[index], items[index + 1]];
  if (next) return { start: startOf(item), end: startOf(next), text: '' };
  return index === 0 ? undefined : { start: contentEnd(text, before), end: contentEnd(text, item), text: '' };
}

export function insertedItem(text: string, seq: YAMLSeq, index: number, value: Text): Splice | undefined {
  if (seq.flow === true) return insertedFlowItem(text, seq, index, value);
  const dash = dashOfItem(text, seq, 0);
  if (dash === undefined) return undefined;
  const column = columnOf(text, dash);
  const before = index === 0 ? undefined : seq.items[index - 1];
  const at = before === undefined ? lineStart(text, dash) : lineEnd(text, contentEnd(text, before));
  const lines = `${' '.repeat(column)}- ${indented(blockText(value), column + 2, text)}${eolOf(text)}`;
  return { start: at, end: at, text: (text[at - 1] === '\n' || at === 0 ? '' : eolOf(text)) + lines };
}

function insertedFlowItem(text: string, { items }: YAMLSeq, index: number, value: Text): Splice | undefined {
  const [before, next] = [items[index - 1], items[index]];
  const at = before ? contentEnd(text, before) : startOf(next);
  if (!before && !next) return undefined;
  return { start: at, end: at, text: before ? `, ${flowText(value)}` : `${flowText(value)}, ` };
}

export const dashOfItem = (text: string, seq: YAMLSeq, index: number): number | undefined =>
  dashOf(
    text,
    index === 0 ? Math.max(0, rangeOf(seq)[0]) : contentEnd(text, seq.items[index - 1]),
    startOf(itemStart(seq.items[index])),
  );

/** A map begins with its first key. */
const itemStart = (item: unknown): unknown => (isMap(item) && item.flow !== true ? item.items[0] : item);

export const scalarText = (node: Scalar, value: string, isInFlow: boolean): string =>
  isInFlow && node.type === 'PLAIN' ? flowText(value) : typedLike(node, value, isInFlow);

/** In the quotes that it had, where the new one may stand in these. */
export const keyText = (node: Scalar, key: string, isInFlow: boolean): string =>
  node.type === 'PLAIN'
    ? isInFlow
      ? flowText(key)
      : toYaml({ [key]: 'x' }).replace(/: x\n$/, '')
    : typedLike(node, key, isInFlow);

const blockText = (value: Text): string =>
  typeof value === 'string'
    ? stringify(value, { schema: 'failsafe', lineWidth: 0 }).trimEnd()
    : toYaml(value).trimEnd();

/** On one line, quoted where YAML needs it inside brackets. */
function flowText(value: Text): string {
  if (typeof value === 'string')
    return /^[\p{L}\p{N}](?:[^,[\]{}:#"'\\\n]|:(?=\S)|(?<=\S)#)*$/u.test(value) && value.trim() === value
      ? value
      : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${flowText(key)}: ${flowText(inner)}`)
    .join(', ')} }`;
}
