/**
 * Discord's markdown as its client reads it, down to what is needed to see whether a text comes out as the text
 * it was. The rules are those of simple-markdown with Discord's own on top, in their order.
 */

export interface Node {
  readonly kind: string;
  readonly text: string;
}

type Rule = readonly [kind: string, pattern: RegExp];

/** Only where a line begins. */
const BLOCKS: readonly Rule[] = [
  ['code block', /^```[\s\S]*?```/],
  ['quote', /^(>>> [\s\S]+|> [^\n]*)/],
  ['heading', /^\s*#{1,3}\s+[^\n]+/],
  ['small print', /^-# [^\n]+/],
  ['list', /^[^\S\n]*(?:[*+-]|\d+[.)])[^\S\n]+[^\n]+/],
];

const INLINES: readonly Rule[] = [
  ['escape', /^\\([^0-9A-Za-z\s])/],
  ['address', /^<https?:\/\/[^\s>]+>/],
  ['address', /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"')\]\s]/],
  ['link', /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\()]|\\.)*?)>?\s*\)/],
  ['timestamp', /^<t:-?\d+(?::[tTdDfFsSR])?>/],
  ['mention', /^<(?:@[!&]?|#)\w+>/],
  ['mention', /^@(?:everyone|here)/],
  ['command', /^<\/[^>]+:\d+>/],
  ['emoji', /^<a?:\w+:\d+>/],
  ['emoji', /^:[\w+-]+:/],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['italic', /^_((?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z_])/],
  ['italic', /^\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)/],
  ['strike', /^~~((?:\\[\s\S]|[^\\])+?)~~/],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/],
  ['code', /^(`+)([\s\S]*?[^`])\1(?!`)/],
];

/** Neighbouring texts are one node; an escape is the text that it stands for. */
export function parse(markdown: string): readonly Node[] {
  const nodes: Node[] = [];
  const add = (kind: string, text: string) => {
    const last = nodes.at(-1);
    if (kind === 'text' && last?.kind === 'text') nodes.splice(-1, 1, { kind, text: last.text + text });
    else nodes.push({ kind, text });
  };
  let at = 0;
  while (at < markdown.length) {
    const rest = markdown.slice(at);
    const atLineStart = at === 0 || markdown[at - 1] === '\n';
    const [kind, match] = firstMatch(atLineStart ? [...BLOCKS, ...INLINES] : INLINES, rest);
    if (!match) add('text', rest[0] ?? '');
    else if (kind === 'escape') add('text', match[1] ?? '');
    else add(kind, match[0]);
    at += match?.[0].length ?? 1;
  }
  return nodes;
}

function firstMatch(rules: readonly Rule[], text: string): readonly [string, RegExpExecArray | null] {
  for (const [kind, pattern] of rules) {
    const match = pattern.exec(text);
    if (match) return [kind, match];
  }
  return ['text', null];
}

/** The labels of the masked links in it, as they are shown: Discord reads no escapes there. */
export const labelsIn = (markdown: string): readonly string[] =>
  parse(markdown).flatMap(({ kind, text }) =>
    kind === 'link' ? [text.slice(1, text.lastIndexOf(']('))] : [],
  );

/** What a person reads of it when none of it is markup. */
export const readsAs = (text: string): readonly Node[] => (text === '' ? [] : [{ kind: 'text', text }]);
