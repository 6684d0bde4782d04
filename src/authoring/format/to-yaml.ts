/** Entries as YAML, the way people would have typed them. */
import { isMap, isScalar, parseDocument, Scalar, stringify, visit, type YAMLSeq } from 'yaml';
import type { WrittenEntry } from './written.ts';

/** Lists that are as readable on one line. */
const ON_ONE_LINE = ['receipt', 'also', 'aliases', 'about', 'denied-by', 'events', 'facts', 'formerly'];

const WIDEST_LINE = 100;

/** Text of any shape as YAML; nothing is folded, and quotes stand only where YAML needs them. */
export function toYaml(value: unknown): string {
  const document = parseDocument(stringify(value, { schema: 'failsafe' }), { schema: 'failsafe' });
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && isList(pair.value) && mayBeFlow(pair.key, pair.value)) pair.value.flow = true;
    },
    Scalar(_, node) {
      node.type = Scalar.PLAIN;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const isList = (node: unknown): node is YAMLSeq =>
  typeof node === 'object' && node !== null && 'items' in node && !isMap(node);

function mayBeFlow(key: Scalar, { items }: YAMLSeq): boolean {
  const isFlat = items.every((item) => isScalar(item));
  const length = items.reduce<number>(
    (sum, item) => sum + String(isScalar(item) ? item.value : '').length + 2,
    0,
  );
  const isShort = length + String(key.value).length < WIDEST_LINE - 8;
  return (
    isFlat &&
    isShort &&
    (ON_ONE_LINE.includes(String(key.value)) ||
      (key.value === 'wrong' && length < 80) ||
      String(key.value).includes('#'))
  );
}

/** As it stands in the list `entries` of a topic, two spaces in. */
export const entryToYaml = (entry: WrittenEntry): string =>
  toYaml([simplified(entry)]).replace(/^(?=.)/gm, '  ');

/** A list of one is written as that one. */
const simplified = (entry: WrittenEntry): unknown =>
  Object.fromEntries(
    Object.entries(entry)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        key,
        Array.isArray(value) && value.length === 1 && key !== 'wrong' && key !== 'refuted' ? value[0] : value,
      ]),
  );
