/** Entries as the program writes them for people, who then read and change them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackFiles } from '../../../src/authoring/format/folder.ts';
import { entryToYaml, toYaml } from '../../../src/authoring/format/to-yaml.ts';
import { type WrittenEntry, WrittenFact, WrittenQuestion } from '../../../src/authoring/format/written.ts';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';

/** What a topic with this entry says to whoever reads it. */
function readBack(entry: WrittenEntry): unknown {
  const file = readYaml('topic.yaml', `topic: Boats\nentries:\n${entryToYaml(entry)}`);
  expect(file.problems).toEqual([]);
  const [read] = (file.content as { entries: readonly unknown[] }).entries;
  return read;
}

/** Words that YAML has a use for, and some that it has none for. */
const PIECES = [
  ...['a', 'boat', 'No', 'null', '~', '1871', '2018-05', '1e3', '0x1', 'Zoë', '灯台', '🚢', '“x”', '‘y’'],
  ...[
    ': ',
    ':',
    '# ',
    ' #',
    '#3',
    '- ',
    '-',
    '--- ',
    '... ',
    '? ',
    '* ',
    '*x',
    '&x',
    '!',
    '!!str ',
    '%',
    '@',
    '`',
  ],
  ...[
    '"',
    "'",
    '\\',
    '\\n',
    '|',
    '>',
    '>-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '=',
    '<<: ',
    ' ',
    '\u00e9',
    'e\u0301',
    '\u2026',
  ],
];

const text = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }).map((all) => all.join('')),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
  )
  .map((one) => one.replace(/[\p{C}\p{Z}\ufffd]+/gu, ' ').trim())
  .filter((one) => one !== '' && one.length <= 70);

const id = fc.constantFrom('boat', 'no-boat', '1871', 'null', 'true');
const spot = fc.constantFrom(
  'gazette#1',
  'almanac#12',
  'gazette#"The tide"',
  'gazette#“Mara, the rower: a tale”',
);
const oneOrMore = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 3 });
const receipt = fc.oneof(
  spot,
  fc.tuple(spot, oneOrMore(text)).map(([place, from]) => ({ [place]: from })),
);

const fact = fc.record(
  {
    fact: text,
    receipt: oneOrMore(receipt),
    id,
    about: oneOrMore(text),
    when: fc.oneof(text, fc.record({ on: fc.constantFrom('2018', '2018-05?', '2018/2020'), text })),
    'denied-by': oneOrMore(id),
    events: oneOrMore(id),
    refuted: oneOrMore(fc.record({ text, because: text })),
    importance: fc.constantFrom('1', '2', '3'),
    draft: fc.constantFrom('true', 'false'),
    accept: fc.dictionary(fc.constantFrom('opinion', 'quotes'), text, { minKeys: 1 }),
  },
  { requiredKeys: ['fact'] },
) as fc.Arbitrary<WrittenFact>;

const question = fc.record(
  {
    question: text,
    right: text,
    wrong: oneOrMore(
      fc.oneof(text, fc.record({ text, because: text, facts: oneOrMore(id) }, { requiredKeys: ['text'] })),
    ),
    payoff: text,
    also: oneOrMore(id),
    facts: oneOrMore(id),
    formerly: oneOrMore(id),
  },
  { requiredKeys: ['question', 'right'] },
) as fc.Arbitrary<WrittenQuestion>;

/** As the schema has it; what the schema refuses is compared as it stands, a list of one being that one. */
const parsed = (schema: typeof WrittenFact | typeof WrittenQuestion, value: unknown): unknown => {
  const result = schema.safeParse(value);
  return result.success ? result.data : simple(value);
};

const simple = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.length === 1
      ? simple(value[0])
      : value.map(simple)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, simple(inner)]))
      : value;

describe('an entry', () => {
  it('that is a fact reads as what was put in, whatever its words are', () => {
    fc.assert(
      fc.property(fact, (entry) => {
        expect(parsed(WrittenFact, readBack(entry))).toEqual(parsed(WrittenFact, entry));
      }),
      { numRuns: 500 },
    );
  });

  it('that is a question reads as what was put in, whatever its words are', () => {
    fc.assert(
      fc.property(question, (entry) => {
        expect(parsed(WrittenQuestion, readBack(entry))).toEqual(parsed(WrittenQuestion, entry));
      }),
      { numRuns: 500 },
    );
  });

  it('stands two spaces in, and its texts on one line each, however long', () => {
    const long = 'word '.repeat(60).trim();
    const yaml = entryToYaml({
      fact: long,
      receipt: ['gazette#1'],
      refuted: [{ text: long, because: 'So.' }],
    });
    expect(yaml.split('\n')).toEqual([
      `  - fact: ${long}`,
      '    receipt: gazette#1',
      '    refuted:',
      `      - text: ${long}`,
      '        because: So.',
      '',
    ]);
  });

  it('has no quotes that it does not need, and short lists on one line', () => {
    expect(entryToYaml({ question: 'Who said “no”?', right: 'No', wrong: ['Yes', '1871', 'Boat #3'] })).toBe(
      '  - question: Who said “no”?\n    right: No\n    wrong: [Yes, 1871, "Boat #3"]\n',
    );
  });

  it('of several lines is no entry: it is refused where it is read', () => {
    const read = readBack({ fact: 'Mara Quill\nbrought a boat in.' });
    expect(read).toEqual({ fact: 'Mara Quill\nbrought a boat in.' });
    expect(WrittenFact.safeParse(read).success).toBe(false);
  });
});

describe.each(['data/kardashian-trump', 'tests/fixtures/packs/lighthouse'])('the pack in %s', (folder) => {
  it('reads as it did once the program has written all of it anew', async () => {
    const { files } = await readPackFiles(folder);
    const contents = [...files]
      .filter(([path]) => path.endsWith('.yaml'))
      .map(([path, yaml]) => readYaml(path, yaml).content);
    expect(contents.length).toBeGreaterThan(4);
    for (const content of contents) expect(readYaml('again.yaml', toYaml(content)).content).toEqual(content);
  });

  it('has entries that read as they did once the program has written each of them anew', async () => {
    const { files } = await readPackFiles(folder);
    const topics = [...files].filter(([path]) => path.startsWith('topics/'));
    const entries = topics.flatMap(
      ([path, yaml]) => (readYaml(path, yaml).content as { entries: WrittenEntry[] }).entries,
    );
    expect(entries.length).toBeGreaterThan(40);
    for (const entry of entries) expect(simple(readBack(entry))).toEqual(simple(entry));
  });
});
