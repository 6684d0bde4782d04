/**
 * Reads YAML as packs are written, fast: lists and maps by indents, texts of one line, plain or quoted, lists and maps on
 * one line, comments. It finds no fault with anything: of what it does not know for sure it says nothing, and a reader that
 * knows all of YAML has to look, which takes thirty times as long.
 */

/** All text as it was typed; undefined where the file has to be read with care. */
export function readQuickly(text: string): unknown {
  const plain = text.replaceAll('\r\n', '\n');
  if (STRANGE.test(plain)) return undefined;
  try {
    return readWhole(plain);
  } catch (error) {
    if (error !== UNSURE) throw error;
    return undefined;
  }
}

/** Characters that YAML or we have a rule for, the end of a document, and what git leaves where two versions met. */
const STRANGE = /[[\p{Cc}\ufeff\ufffd]--\n]|^\.{3}(?: |$)|^<{7} /mv;

/** Not made where it is thrown, because a stack costs time and nobody reads it. */
const UNSURE = new Error('to be read with care');

const unsure = (): never => {
  throw UNSURE;
};

/** Deeper than any pack. */
const DEEPEST = 20;

/** YAML has a limit of about so many characters for what stands before a colon. */
const LONGEST_KEY = 1_000;

/** So many keys are remembered. */
const KEYS = 251;

const code = (sign: string): number => sign.charCodeAt(0);

const [SPACE, BREAK, HASH, COLON, COMMA, DASH] = [...' \n#:,-'].map(code);
const [DOUBLE, SINGLE, BACKSLASH] = [...`"'\\`].map(code);
const [LIST, LIST_END, MAP, MAP_END] = [...'[]{}'].map(code);

/** A text that begins with one of these may be something else. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(code));

const FLOW = new Set([COMMA, LIST, LIST_END, MAP, MAP_END]);

type Content = string | Content[] | { [key: string]: Content };

function readWhole(text: string): Content {
  /** Of the line that is being read: where its content begins and ends, and how far in that is. */
  let [from, to, indent] = [0, -1, -1];
  /** Behind what was read last. */
  let at = 0;
  const keys: string[] = [];

  nextLine();
  const content = indent === 0 ? block(0, 0) : unsure();
  return indent < 0 ? content : unsure();

  /** To the next line that says something; an indent of -1 at the end. */
  function nextLine(): void {
    while (to < text.length) {
      const start = to + 1;
      const end = text.indexOf('\n', start);
      to = end < 0 ? text.length : end;
      from = start;
      while (text.charCodeAt(from) === SPACE) from += 1;
      if (from >= to || text.charCodeAt(from) === HASH) continue;
      indent = from - start;
      return;
    }
    indent = -1;
  }

  function block(inward: number, depth: number): Content {
    if (depth > DEEPEST) unsure();
    return isItem() ? list(inward, depth) : map(inward, depth);
  }

  function isItem(): boolean {
    return text.charCodeAt(from) === DASH && text.charCodeAt(from + 1) === SPACE;
  }

  function list(inward: number, depth: number): Content[] {
    const items: Content[] = [];
    while (indent === inward && isItem()) {
      const dash = from;
      from += 1;
      while (text.charCodeAt(from) === SPACE) from += 1;
      indent += from - dash;
      if (from >= to) unsure();
      const content = inline();
      if (isBeforeColon()) items.push(map(indent, depth + 1, keyOf(content)));
      else items.push(ended(content, inward));
    }
    return items;
  }

  /** `first`: the key that was read already. */
  function map(inward: number, depth: number, first?: string): Content {
    const made: { [key: string]: Content } = {};
    let read = first;
    let count = 0;
    while (indent === inward && (read !== undefined || !isItem())) {
      const key = read ?? keyOf(inline());
      read = undefined;
      if (!isBeforeColon()) unsure();
      made[key] = valueAt(inward, depth);
      count += 1;
    }
    return whole(made, count);
  }

  function valueAt(inward: number, depth: number): Content {
    at += 1;
    while (text.charCodeAt(at) === SPACE) at += 1;
    if (at < to && text.charCodeAt(at) !== HASH) {
      from = at;
      const content = inline();
      return isBeforeColon() ? unsure() : ended(content, inward);
    }
    endLine();
    nextLine();
    if (indent > inward) return block(indent, depth + 1);
    return indent === inward && isItem() ? list(inward, depth + 1) : unsure();
  }

  /** What goes on in the next line is more than we know. */
  function ended(content: Content, inward: number): Content {
    endLine();
    nextLine();
    return indent > inward ? unsure() : content;
  }

  /** Behind the last text stands nothing, or a comment that is meant as one. */
  function endLine(): void {
    while (text.charCodeAt(at) === SPACE) at += 1;
    const isComment = text.charCodeAt(at) === HASH && text.charCodeAt(at - 1) === SPACE && isGap(at + 1);
    if (at < to && !isComment) unsure();
  }

  function isGap(place: number): boolean {
    return place >= to || text.charCodeAt(place) === SPACE;
  }

  function isBeforeColon(): boolean {
    return at < to && text.charCodeAt(at) === COLON && isGap(at + 1);
  }

  function keyOf(content: Content): string {
    return typeof content === 'string' && content.length < LONGEST_KEY ? content : unsure();
  }

  /** A text, or a list or map on one line, from where the content begins. */
  function inline(): Content {
    at = from;
    const first = text.charCodeAt(at);
    if (first === LIST || first === MAP) return flow(0);
    if (first === DOUBLE || first === SINGLE) return quoted();
    if (INDICATORS.has(first)) unsure();
    while (at < to) {
      const sign = text.charCodeAt(at);
      if (sign === COLON && isGap(at + 1)) break;
      if (sign === HASH && text.charCodeAt(at - 1) === SPACE) break;
      at += 1;
    }
    return trimmed(from);
  }

  /** Up to here, without the spaces before it. */
  function trimmed(start: number): string {
    const isKey = text.charCodeAt(at) === COLON;
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end -= 1;
    if (isKey && end < at) unsure();
    at = end;
    return isKey ? key(start) : text.slice(start, end);
  }

  /** The same keys come again and again, and one that is the same string is found faster. */
  function key(start: number): string {
    const place = (text.charCodeAt(start) * 31 + at - start) % KEYS;
    const known = keys[place];
    if (known?.length === at - start && text.startsWith(known, start)) return known;
    // As an object has it: by any other string of these letters a field is found more slowly.
    const [made = ''] = Object.keys({ [text.slice(start, at)]: '' });
    keys[place] = made;
    return made;
  }

  function quoted(): string {
    const quote = text.charCodeAt(at);
    const guard = quote === DOUBLE ? BACKSLASH : SINGLE;
    const start = at + 1;
    let escapes = false;
    for (at = start; at < to; at += 1) {
      const sign = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      if (sign === guard && (next === quote || next === guard)) {
        escapes = true;
        at += 1;
      } else if (sign === BACKSLASH && quote === DOUBLE) unsure();
      else if (sign === quote) {
        const content = text.slice(start, at);
        at += 1;
        return escapes ? content.replace(quote === DOUBLE ? /\\(.)/g : /'(')/g, '$1') : content;
      }
    }
    return unsure();
  }

  function flow(depth: number): Content {
    if (depth > DEEPEST) unsure();
    return text.charCodeAt(at) === LIST ? flowList(depth) : flowMap(depth);
  }

  function flowList(depth: number): Content[] {
    const items: Content[] = [];
    skipInto();
    if (text.charCodeAt(at) === LIST_END) {
      at += 1;
      return items;
    }
    do items.push(flowItem(depth));
    while (isMore(LIST_END));
    return items;
  }

  function flowMap(depth: number): Content {
    const made: { [key: string]: Content } = {};
    let count = 0;
    skipInto();
    do {
      const key = keyOf(flowItem(depth));
      if (!isBeforeColon()) unsure();
      skipInto();
      made[key] = flowItem(depth);
      count += 1;
    } while (isMore(MAP_END));
    return whole(made, count);
  }

  /** Less came of it where a key is there twice, or is a name that an object has a use for. */
  function whole(made: { [key: string]: Content }, count: number): Content {
    return Object.keys(made).length === count ? made : unsure();
  }

  /** Over a sign and the spaces behind it. */
  function skipInto(): void {
    at += 1;
    while (text.charCodeAt(at) === SPACE) at += 1;
  }

  /** Behind an item: whether another one follows, or the end. */
  function isMore(end: number | undefined): boolean {
    while (text.charCodeAt(at) === SPACE) at += 1;
    const sign = at < to ? text.charCodeAt(at) : BREAK;
    if (sign === COMMA) {
      skipInto();
      return true;
    }
    if (sign !== end) unsure();
    at += 1;
    return false;
  }

  function flowItem(depth: number): Content {
    const first = text.charCodeAt(at);
    if (first === LIST || first === MAP) return flow(depth + 1);
    if (first === DOUBLE || first === SINGLE) return quoted();
    if (INDICATORS.has(first)) unsure();
    const start = at;
    while (at < to) {
      const sign = text.charCodeAt(at);
      if (FLOW.has(sign)) break;
      if (sign === COLON && (isGap(at + 1) || FLOW.has(text.charCodeAt(at + 1)))) break;
      if (sign === HASH && text.charCodeAt(at - 1) === SPACE) unsure();
      at += 1;
    }
    return at > start ? trimmed(start) : unsure();
  }
}
