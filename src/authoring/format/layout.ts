/** Where things of a YAML file begin and end, counted in lines: comments belong to whoever typed them. */
import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';

export type Text = string | readonly Text[] | { readonly [field: string]: Text };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Behind the last sign of what it says, before a comment on its line. */
export function contentEnd(text: string, node: unknown): number {
  if (isPair(node)) return isEmpty(node.value) ? colonEnd(text, node) : contentEnd(text, node.value);
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0)
    return contentEnd(text, node.items.at(-1));
  const [start, end] = rangeOf(node);
  return start + text.slice(start, end).trimEnd().length;
}

/** “key:” with nothing behind it. */
export const isEmpty = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.source === '' && node.type === 'PLAIN');

export function colonEnd(text: string, pair: Pair): number {
  const [, keyEnd] = rangeOf(pair.key);
  return text.indexOf(':', keyEnd) + 1;
}

export function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? node.range
      : [];
  return [Number(range[0] ?? 0), Number(range[1] ?? 0)];
}

export const startOf = (node: unknown): number => rangeOf(isPair(node) ? node.key : node)[0];

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Behind the line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Where the dash of an item stands; `from` is where the item before it ends, or the list begins. */
export function dashOf(text: string, from: number, item: number): number | undefined {
  const before = text.slice(lineStart(text, item), item);
  if (/^\s*(?:- +)+$/.test(before)) return lineStart(text, item) + before.lastIndexOf('-');
  for (let line = lineStart(text, from); line < item; line = lineEnd(text, line)) {
    const [, spaces] = /^(\s*)-[ \t]*(?:#|\r?\n)/.exec(text.slice(line, lineEnd(text, line))) ?? [];
    if (spaces !== undefined && line + spaces.length >= from) return line + spaces.length;
  }
  return undefined;
}

/** As the file ends its lines. */
export const eolOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

/** Each line but the first and the empty ones so far in; with the file’s own line ends. */
export const indented = (lines: string, column: number, text: string): string =>
  lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`).replaceAll('\n', eolOf(text));

export const pairOf = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
