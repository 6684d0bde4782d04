/**
 * Changes one value of a file and nothing else: a text gives way to another in the quotes that it had, a field comes
 * behind its neighbour or goes with its line, an item of a list likewise. Comments, order and indents stay.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Splice, spliced } from './edit.ts';
import { contentEnd, eolOf, isEmpty, isRecord, lineEnd, lineStart, pairOf, type Text } from './layout.ts';
import { toYaml } from './to-yaml.ts';
import {
  dashOfItem,
  type Holder,
  inserted,
  insertedItem,
  isFlow,
  keyText,
  replaced,
  scalarText,
  spanOf,
  withoutItem,
  withoutPair,
} from './value-splices.ts';
import { type Path, readYaml } from './yaml-file.ts';

/** Each step changes one place; more than this, and the steps lead nowhere. */
const MOST_STEPS = 500;

/**
 * The file with this value there; undefined takes it out, with the maps around it that have nothing else. Throws an
 * `Error` that says what to do where the file is written in a form that this cannot be done in.
 */
export function withValue(file: string, text: string, at: Path, value: Text | undefined): string {
  // A copy, because maps from elsewhere may have no prototype and would equal no others.
  const put = structuredClone(value);
  // A file that says nothing any more is read as an empty text.
  const meant = settled(readYaml(file, text).content, at, put) ?? '';
  for (const attempt of [gently, wholly]) {
    const now = attempt(text, at, put, meant);
    if (now !== undefined && isDeepStrictEqual(readYaml(file, now).content, meant)) return now;
  }
  throw inAnotherForm(file, at);
}

const inAnotherForm = (file: string, at: Path) =>
  new Error(
    `${file} is written in a form that the program cannot change at “${at.join('.')}”: change it there by hand; nothing was written`,
  );

/** The file with this key in place of the last of `at`; what stands behind it stays. Throws as `withValue` does. */
export function withKey(file: string, text: string, at: Path, key: string): string {
  const { document, content } = readYaml(file, text);
  const { holder } = placeIn(document, at);
  const old = holder && 'map' in holder ? holder.pair.key : undefined;
  if (isScalar(old)) {
    const put = keyText(old, key, isFlow(holder));
    const now = spliced(text, [{ ...spanOf(text, old), text: put }]);
    if (isDeepStrictEqual(readYaml(file, now).content, renamed(content, at, key))) return now;
  }
  throw inAnotherForm(file, at);
}

/**
 * The file in which the list there stands under this key of a map, in its own lines with their comments; as it was where
 * they are no lines.
 */
export function withListUnder(file: string, text: string, at: Path, key: string): string {
  const { document, content } = readYaml(file, text);
  const { node, rest } = placeIn(document, at);
  const dash = isSeq(node) && rest.length === 0 ? dashOfItem(text, node, 0) : undefined;
  if (dash === undefined) return text;
  const start = lineStart(text, dash);
  const end = lineEnd(text, contentEnd(text, node));
  const lines = text.slice(start, end).replace(/^(?=.)/gm, '  ');
  const put = `${text.slice(start, dash)}${key}:${eolOf(text)}${lines}`;
  const now = spliced(text, [{ start, end, text: put }]);
  const meant = settled(content, at, { [key]: plain(node) as Text });
  return isDeepStrictEqual(readYaml(file, now).content, meant) ? now : text;
}

function renamed(content: unknown, [step, ...rest]: Path, key: string): unknown {
  const change = (inner: unknown) => renamed(inner, rest, key);
  if (Array.isArray(content))
    return content.map((item: unknown, index) => (index === step ? change(item) : item));
  if (!isRecord(content)) return content;
  return Object.fromEntries(
    Object.entries(content).map(([name, inner]) => {
      if (name !== String(step)) return [name, inner];
      return rest.length === 0 ? [key, inner] : [name, change(inner)];
    }),
  );
}

/** What the file is to say afterwards. */
function settled(content: unknown, at: Path, value: Text | undefined): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return value;
  if (Array.isArray(content))
    return content.map((item: unknown, index) => (index === step ? settled(item, rest, value) : item));
  const map = isRecord(content) ? content : {};
  const inner = settled(Object.hasOwn(map, step) ? map[step] : undefined, rest, value);
  const others = Object.entries(map).filter(([key]) => key !== String(step));
  if (inner === undefined) return others.length === 0 ? undefined : Object.fromEntries(others);
  return { ...map, [step]: inner };
}

function gently(text: string, at: Path, value: Text | undefined, meant: unknown): string | undefined {
  let now = text;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { document, problems } = readYaml('', now);
    if (problems.length > 0) return undefined;
    const splice = nextSplice(now, document, at, value);
    if (splice === undefined) return now;
    now = spliced(now, [splice]);
    // Far quicker than to find that there is nothing left to do.
    if (isDeepStrictEqual(readYaml('', now).content, meant)) return now;
  }
  return undefined;
}

/** In place of all that stood there. */
function wholly(text: string, at: Path, value: Text | undefined): string | undefined {
  const place = placeIn(readYaml('', text).document, at);
  if (place.rest.length > 0 || value === undefined || place.holder === undefined) return undefined;
  return spliced(text, [replaced(text, place.holder, value)]);
}

interface PlaceIn {
  readonly node: unknown;
  /** What `node` is the value of; undefined for the whole file. */
  readonly holder: Holder | undefined;
  /** What is not there yet. */
  readonly rest: Path;
}

function placeIn({ contents }: Document, at: Path): PlaceIn {
  let node: unknown = contents;
  let holder: Holder | undefined;
  for (const [depth, step] of at.entries()) {
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (pair === undefined) return { node, holder, rest: at.slice(depth) };
      holder = { map: node, pair };
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      holder = { seq: node, index: step };
      node = node.items[step];
    } else return { node, holder, rest: at.slice(depth) };
  }
  return { node, holder, rest: [] };
}

/** Undefined where the file says it already. */
function nextSplice(text: string, document: Document, at: Path, value: Text | undefined): Splice | undefined {
  const { node, holder, rest } = placeIn(document, at);
  if (value === undefined)
    return rest.length > 0 || holder === undefined ? undefined : removed(text, document, at);
  const nested = rest.toReversed().reduce<Text>((inner, step) => ({ [step]: inner }), value);
  if (rest.length === 0) return changed(text, holder, node, value);
  if (isMap(node) && isRecord(nested)) {
    const [[key, inner] = ['', '']] = Object.entries(nested as Readonly<Record<string, Text>>);
    return inserted(text, node, { key, value: inner, behind: undefined });
  }
  if (holder !== undefined) return replaced(text, holder, nested);
  return {
    start: text.length,
    end: text.length,
    text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${toYaml(nested)}`,
  };
}

/** The first of what is different. */
function changed(text: string, holder: Holder | undefined, node: unknown, value: Text): Splice | undefined {
  if (isScalar(node) && typeof value === 'string' && !isEmpty(node))
    return node.value === value
      ? undefined
      : { ...spanOf(text, node), text: scalarText(node, value, isFlow(holder)) };
  if (isMap(node) && isRecord(value)) return changedMap(text, node, value as Readonly<Record<string, Text>>);
  if (isSeq(node) && Array.isArray(value)) return changedList(text, holder, node, value);
  if (isEmpty(node) && value === '') return undefined;
  return holder && replaced(text, holder, value);
}

function changedMap(text: string, map: YAMLMap, value: Readonly<Record<string, Text>>): Splice | undefined {
  const gone = map.items.find(({ key }) => isScalar(key) && !Object.hasOwn(value, String(key.value)));
  if (gone) return withoutPair(text, map, gone);
  let behind: Pair | undefined;
  for (const [key, inner] of Object.entries(value)) {
    const pair = pairOf(map, key);
    if (pair === undefined) return inserted(text, map, { key, value: inner, behind });
    const splice = changed(text, { map, pair }, pair.value, inner);
    if (splice) return splice;
    behind = pair;
  }
  return undefined;
}

function changedList(
  text: string,
  holder: Holder | undefined,
  seq: YAMLSeq,
  value: readonly Text[],
): Splice | undefined {
  const old = seq.items.map((item) => plain(item));
  const differs = (a: unknown, b: unknown) => !isDeepStrictEqual(a, b);
  const first = value.findIndex((one, at) => differs(one, old[at]));
  const from = first < 0 ? Math.min(old.length, value.length) : first;
  let same = 0;
  while (same < Math.min(old.length, value.length) - from && !differs(old.at(-1 - same), value.at(-1 - same)))
    same += 1;
  const [olds, news] = [old.length - from - same, value.length - from - same];
  if (olds === 0 && news === 0) return undefined;
  if (olds > news) return withoutItem(text, seq, from + news) ?? (holder && replaced(text, holder, value));
  if (olds < news)
    return (
      insertedItem(text, seq, from + olds, value[from + olds] ?? '') ??
      (holder && replaced(text, holder, value))
    );
  const inner = { seq, index: from };
  return changed(text, inner, seq.items[from], value[from] ?? '');
}

/** As `content` of the file has it. */
export function plain(node: unknown): unknown {
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plain(value)]),
    );
  if (isSeq(node)) return node.items.map(plain);
  return isScalar(node) ? String(node.value ?? '') : '';
}

/** With what is around it, where that says nothing else. */
function removed(text: string, document: Document, at: Path): Splice | undefined {
  const { holder } = placeIn(document, at);
  if (holder === undefined || 'seq' in holder) return undefined;
  const isAlone = holder.map.items.length === 1 && at.length > 1;
  return isAlone ? removed(text, document, at.slice(0, -1)) : withoutPair(text, holder.map, holder.pair);
}
