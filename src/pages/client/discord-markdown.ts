/**
 * Discord's markdown as a tree: what its client makes of a payload's text. It reads more than our renderer
 * writes, so that an escape which the renderer forgot would show on the page.
 */
export type Span =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | {
      readonly type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Span[];
    }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Span[] }
  | { readonly type: 'time'; readonly seconds: number; readonly style: string }
  | { readonly type: 'mention'; readonly id: string };

export interface Line {
  readonly type: 'plain' | 'heading' | 'small' | 'quote' | 'item';
  /** Of a heading, 1 to 3. */
  readonly level?: number;
  readonly spans: readonly Span[];
}

export const parseDiscord = (source: string): readonly Line[] => source.split('\n').map(parseLine);

function parseLine(line: string): Line {
  const heading = /^(#{1,3}) (.+)$/.exec(line);
  if (heading) return { type: 'heading', level: heading[1]?.length ?? 1, spans: spansOf(heading[2] ?? '') };
  const [, sign, rest] = /^(-# |> |\s*[-*] )(.*)$/.exec(line) ?? [];
  if (sign === undefined || rest === undefined) return { type: 'plain', spans: spansOf(line) };
  return { type: sign === '-# ' ? 'small' : sign === '> ' ? 'quote' : 'item', spans: spansOf(rest) };
}

type Rule = readonly [pattern: RegExp, make: (match: readonly string[]) => Span];

const wrapper =
  (type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: readonly string[]): Span => ({ type, children: spansOf(inner) });

const INNER = String.raw`((?:\\.|[^\\])+?)`;

/** The first that matches at a position wins; each is anchored there. */
const RULES: readonly Rule[] = [
  [/\\([^A-Za-z0-9\s])/y, ([, text = '']) => ({ type: 'text', text })],
  [/``?([^`]+)``?/y, ([, text = '']) => ({ type: 'code', text })],
  [new RegExp(String.raw`\*\*${INNER}\*\*(?!\*)`, 'y'), wrapper('bold')],
  [new RegExp(`__${INNER}__(?!_)`, 'y'), wrapper('underline')],
  [new RegExp(`~~${INNER}~~`, 'y'), wrapper('strike')],
  [new RegExp(String.raw`\|\|${INNER}\|\|`, 'y'), wrapper('spoiler')],
  [new RegExp(String.raw`\*(?!\s)${INNER}(?<!\s)\*(?!\*)`, 'y'), wrapper('italic')],
  [new RegExp(`_${INNER}_(?![A-Za-z0-9_])`, 'y'), wrapper('italic')],
  [
    /\[([^[\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y,
    // Discord reads no escapes in a label: a backslash there is one to see.
    ([, text = '', href = '']) => ({ type: 'link', href, children: spansOf(text.replaceAll('\\', '\\\\')) }),
  ],
  [
    /<t:(\d{1,13})(?::([tTdDfFR]))?>/y,
    ([, seconds, style = 'f']) => ({ type: 'time', seconds: Number(seconds), style }),
  ],
  [/<@!?(\w+)>/y, ([, id = '']) => ({ type: 'mention', id })],
  [/<#(\w+)>/y, ([, id = '']) => ({ type: 'text', text: `#${id}` })],
  [
    /<(https?:\/\/[^\s>]+)>/y,
    ([, href = '']) => ({ type: 'link', href, children: [{ type: 'text', text: href }] }),
  ],
  [
    /(https?:\/\/[^\s<>)]+)/y,
    ([, href = '']) => ({ type: 'link', href, children: [{ type: 'text', text: href }] }),
  ],
  [/@(everyone|here)\b/y, ([, id = '']) => ({ type: 'mention', id })],
];

function spansOf(source: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < source.length) {
    const { span, length } = spanAt(source, at);
    const last = spans.at(-1);
    if (span.type === 'text' && last?.type === 'text')
      spans.splice(-1, 1, { type: 'text', text: last.text + span.text });
    else spans.push(span);
    at += length;
  }
  return spans;
}

function spanAt(source: string, at: number): { span: Span; length: number } {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    // Made at once: parsing what is inside moves the same patterns along.
    if (match) return { span: make([...match]), length: match[0].length };
  }
  return { span: { type: 'text', text: source.charAt(at) }, length: 1 };
}
