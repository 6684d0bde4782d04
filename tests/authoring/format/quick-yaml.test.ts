/** The reader that is used wherever all is well says what the one says that knows all of YAML, or nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuickly } from '../../../src/authoring/format/quick-yaml.ts';
import { readCarefully, readYaml } from '../../../src/authoring/format/yaml-file.ts';
import { facts } from './broken/facts.ts';
import { files } from './broken/files.ts';
import { questions } from './broken/questions.ts';
import { texts } from './broken/texts.ts';
import { yaml } from './broken/yaml.ts';

const PACKS = ['data', 'examples', 'tests/fixtures/packs'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(root, name)),
);

/** Where the quick reader says something, nothing is wrong with the text, and it says what is in it. */
function agrees(text: string): void {
  const quick = readQuickly(text);
  if (quick === undefined) return;
  const { content, problems } = readCarefully('', text);
  expect(problems, JSON.stringify(text)).toEqual([]);
  expect(quick, JSON.stringify(text)).toStrictEqual(content);
}

describe('a pack’s file', () => {
  it.each(PACKS)('%s is read quickly, and as with care', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(readQuickly(text)).toStrictEqual(readCarefully(path, text).content);
    agrees(text.replaceAll('\n', '\r\n'));
  });

  it.each([...facts, ...files, ...questions, ...texts, ...yaml])(
    'that is broken is never read otherwise: %s',
    (_, changed) => {
      for (const text of Object.values(changed)) agrees(text);
    },
  );

  it('knows its places all the same, and every comment', () => {
    const file = readYaml('boats.yaml', '# Ours.\ntopic: Boats # small ones\nentries:\n  - fact: One.\n');
    expect(file.positionOf(['entries', 0, 'fact'])).toEqual({ line: 4, column: 5 });
    expect(String(file.document)).toContain('# small ones');
  });
});

describe('read quickly', () => {
  it.each([
    ["- a\n- \"b: c\"\n- 'it''s'\n", ['a', 'b: c', 'it’s'.replace('’', "'")]],
    ['a:\n- b\n- c: d\n  e: f\n', { a: ['b', { c: 'd', e: 'f' }] }],
    ['a: [b, "c, d", [e]] # said so\n', { a: ['b', 'c, d', ['e']] }],
    ['a: { b: c, "d": [e, f] }\n', { a: { b: 'c', d: ['e', 'f'] } }],
    ['url: https://a.example/#b\n1: No\n', { url: 'https://a.example/#b', 1: 'No' }],
    ['a: "he said \\"b\\" \\\\ c"\n', { a: 'he said "b" \\ c' }],
  ])('is %j', (text, content) => {
    expect(readQuickly(text)).toStrictEqual(content);
    agrees(text);
  });
});

describe('left to who knows all of YAML', () => {
  it.each([
    ['two keys of one name', 'a: b\na: c\n'],
    ['a name that every object has a use for', '__proto__: a\n'],
    ['a text that goes on', 'a: b\n  c\n'],
    ['a text of lines', 'a: |\n  b\n'],
    ['an anchor', 'a: &b c\n'],
    ['a sign that begins no text', 'a: @b\n'],
    ['a comment that may be meant as text', 'a: b #c\n'],
    ['a colon within a text', 'a: b: c\n'],
    ['an open quote', 'a: "b\n'],
    ['an open bracket', 'a: [b\n'],
    ['nothing behind a colon', 'a:\nb: c\n'],
    ['an indent of its own', 'a: b\n c: d\n'],
    ['a tab', 'a:\tb\n'],
    ['two documents', 'a: b\n---\na: c\n'],
    ['the end of a document', '... b: c\n'],
  ])('%s', (_, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });
});

const SIGNS = [
  ...[' ', '  ', '\n', '\n  ', '\n- ', '\n  - ', '- ', ': ', ':', '#', ' #', ' # ', '"', "'", '\\', '\\"'],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '-',
    '~',
    'é',
    '’',
    'a',
    'b: c',
  ],
  ...["''", '[]', '{}', '---\n', '...\n', '\t', '\r', '\r\n', '\u00a0', '\u2028', '<<', '__proto__: '],
];

it('whatever is typed into it, it is never read otherwise', () => {
  const records = PACKS.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.map((_, at) => lines.slice(at, at + 8).join('\n')).filter((text) => /^\S/.test(text));
  });
  const typed = fc.array(fc.tuple(fc.nat(400), fc.nat(3), fc.constantFrom(...SIGNS)), { maxLength: 4 });
  const text = fc.oneof(
    fc.constantFrom(...records),
    fc.array(fc.constantFrom(...SIGNS)).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, typed, (start, changes) => {
      agrees(
        changes.reduce(
          (now, [at, lost, put]) =>
            now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + lost),
          start,
        ),
      );
    }),
    { numRuns: 3_000 },
  );
});
