/** Whatever is typed in place of something in a pack: what is said to it is meant for whoever typed it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNode, parseDocument, visit } from 'yaml';
import { SMALL, saidTo } from './small-pack.ts';

const ODD = [
  ...[
    '""',
    '[]',
    '{}',
    '[a, b]',
    '{ a: b }',
    '{ text: a }',
    '- x',
    '"x "',
    '"a  b"',
    '[[a]]',
    '[{}]',
    '[{ a: { b: c } }]',
  ],
  ...[
    '2018-13',
    '2018/2017',
    'x#1',
    'No',
    '~',
    '1',
    'true',
    '“x”',
    'Two Words',
    '{ "x#1": [a] }',
    '{ on: x, text: y }',
  ],
  ...[
    '"constructor"',
    '"__proto__"',
    '{ __proto__: x }',
    '{ constructor: x }',
    '"<b>x</b>"',
    `"${'long '.repeat(120)}"`,
  ],
];

/** Each value of each file, with the place where it stands. */
const PLACES = Object.entries(SMALL).flatMap(([path, text]) => {
  const places: { readonly path: string; readonly start: number; readonly end: number }[] = [];
  visit(parseDocument(text, { schema: 'failsafe' }), {
    Node(key, { range }) {
      if (key !== 'key' && range) places.push({ path, start: range[0], end: range[1] });
    },
    Pair(_, { value }) {
      if (!isNode(value)) throw new Error('a pair has its value');
    },
  });
  return places;
});

/** Words of a program that checks, and of one that went wrong. */
const FOREIGN =
  /Invalid|Too (?:big|small)|expected|received|pattern|undefined|\[object|NaN|null|Unrecognized|zod/i;

const unquoted = (message: string) => message.replace(/“[^”]*”/g, '');

describe('what is said to an odd value', () => {
  it('is never in the words of a program, and never more than a person would read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...ODD), ({ path, start, end }, odd) => {
        const text = SMALL[path] ?? '';
        const put = text[end - 1] === '\n' ? `${odd}\n` : odd;
        const messages = saidTo({ ...SMALL, [path]: text.slice(0, start) + put + text.slice(end) });
        for (const message of messages) expect(unquoted(message)).not.toMatch(FOREIGN);
        expect(messages.length).toBeLessThan(6);
      }),
      { numRuns: 400 },
    );
  });
});
