/** One value of a file changes, or an entry comes or goes; every other character stays as its author typed it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entrySource,
  newTopic,
  sourceOf,
  withEntryBehind,
  withoutEntries,
} from '../../../src/authoring/format/edit-entries.ts';
import { withValue } from '../../../src/authoring/format/edit-value.ts';
import type { Text } from '../../../src/authoring/format/layout.ts';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';

const TOPIC = `# my plan
topic: Boats # so far
entries:
  # the first
  - fact: 'It''s a boat.' # hm
    receipt: log#1   # the log
    about: [Ada, "Ben, the"]
    # look again
    draft: true # until read

  # asked on it
  - question: How many?
    right: 3
    wrong:
      - 2 # two
      - text: 25
        because: No.
      - 30

  - fact: "One: two"
# the end
`;

const change = (at: (string | number)[], value: Text | undefined, text = TOPIC) =>
  withValue('topics/boats.yaml', text, at, value);

describe('a text that changes', () => {
  it('stays in the quotes it had, beside its comment', () => {
    expect(change(['entries', 0, 'fact'], 'It’s 2 boats: one')).toBe(
      TOPIC.replace("'It''s a boat.' # hm", "'It’s 2 boats: one' # hm"),
    );
    expect(change(['entries', 0, 'receipt'], 'log#12')).toBe(TOPIC.replace('log#1 ', 'log#12 '));
    expect(change(['entries', 2, 'fact'], 'One')).toBe(TOPIC.replace('"One: two"', '"One"'));
  });

  it('gets quotes where it needs them', () => {
    expect(change(['topic'], 'Boats: all')).toBe(TOPIC.replace('Boats #', '"Boats: all" #'));
    expect(change(['entries', 0, 'about', 0], 'Ada, a')).toBe(TOPIC.replace('[Ada', '["Ada, a"'));
  });

  it('may be written over several lines', () => {
    const folded = 'topic: >-\n  Boats\n  and more\n# end\n';
    expect(change(['topic'], 'Boats', folded)).toBe('topic: "Boats"\n# end\n');
  });

  it('may stand where nothing stood', () => {
    expect(change(['topic'], 'Boats', 'topic: # which?\nentries:\n')).toBe(
      'topic: Boats # which?\nentries:\n',
    );
    expect(change(['topic'], 'Boats', '')).toBe('topic: Boats\n');
    expect(change(['topic'], 'Boats', '# mine\n')).toBe('# mine\ntopic: Boats\n');
  });
});

describe('a field', () => {
  it('goes with its line, and the comment above it stays', () => {
    expect(change(['entries', 0, 'draft'], undefined)).toBe(
      TOPIC.replace('    draft: true # until read\n', ''),
    );
  });

  it('goes from behind a dash, and the next one moves up', () => {
    const text = 'entries:\n  - id: a # short\n    fact: b\n';
    expect(change(['entries', 0, 'id'], undefined, text)).toBe('entries:\n  - fact: b\n');
    const commented = 'entries:\n  - id: a\n    # long\n    fact: b\n';
    expect(change(['entries', 0, 'id'], undefined, commented)).toBe(
      'entries:\n  -\n    # long\n    fact: b\n',
    );
  });

  it('comes behind the one before it', () => {
    const now = change(['entries', 2], { fact: 'One: two', receipt: 'log#2' });
    expect(now).toBe(TOPIC.replace('"One: two"\n', '"One: two"\n    receipt: log#2\n'));
  });

  it('comes and goes in brackets as well', () => {
    const text = 'log:\n  title: Log # it\n  left-out: { 1: { title: The headline. }, 2: { advert: Ads } }\n';
    expect(change(['log', 'left-out', '2'], undefined, text)).toBe(
      'log:\n  title: Log # it\n  left-out: { 1: { title: The headline. } }\n',
    );
    expect(change(['log', 'left-out', '1'], undefined, text)).toBe(
      'log:\n  title: Log # it\n  left-out: { 2: { advert: Ads } }\n',
    );
    expect(change(['log', 'left-out', '3', 'satire'], 'a, b', text)).toBe(
      text.replace(' } }', ' }, 3: { satire: "a, b" } }'),
    );
  });

  it('that was the last takes what was around it along', () => {
    const text = 'format: 1\ntitle: a\nwithdrawn:\n  boat-2: Too easy.\n';
    expect(change(['withdrawn', 'boat-2'], undefined, text)).toBe('format: 1\ntitle: a\n');
    expect(change(['withdrawn', 'boat-2'], 'Too easy.', 'format: 1\ntitle: a\n')).toBe(text);
  });

  it('becomes a list, and a list one text', () => {
    expect(change(['entries', 0, 'receipt'], ['log#1', 'log#2'])).toBe(
      TOPIC.replace('log#1 ', '[log#1, log#2] '),
    );
    expect(change(['entries', 0, 'about'], 'Ada')).toBe(TOPIC.replace('[Ada, "Ben, the"]', 'Ada'));
  });

  it('may be a list of which one item changes, comes or goes', () => {
    const wrong = (items: readonly Text[]) => change(['entries', 1, 'wrong'], items);
    const second = { text: '25', because: 'No.' };
    expect(wrong(['2', second, '31'])).toBe(TOPIC.replace('- 30', '- 31'));
    expect(wrong(['2', second])).toBe(TOPIC.replace('      - 30\n', ''));
    expect(wrong([second, '30'])).toBe(TOPIC.replace('      - 2 # two\n', ''));
    expect(wrong(['2', '9', second, '30'])).toBe(TOPIC.replace('# two\n', '# two\n      - 9\n'));
    expect(wrong(['2', { ...second, because: 'Never: no.' }, '30'])).toBe(
      TOPIC.replace('because: No.', 'because: "Never: no."'),
    );
  });
});

describe('an entry', () => {
  const NEW = sourceOf({ question: 'Who?', right: 'Ada', wrong: ['Ben', 'Cy'], draft: 'true' });

  it('comes behind another, before what was said about the next', () => {
    expect(withEntryBehind('f', TOPIC, 1, NEW)).toBe(
      TOPIC.replace(
        '      - 30\n',
        '      - 30\n\n  - question: Who?\n    right: Ada\n    wrong: [Ben, Cy]\n    draft: true\n',
      ),
    );
  });

  it('goes with its lines and no others', () => {
    expect(withoutEntries('f', TOPIC, [2])).toBe(TOPIC.replace('  - fact: "One: two"\n', ''));
    expect(withoutEntries('f', TOPIC, [0])).toBe(TOPIC.replace(/ {2}- fact: 'It[\s\S]*until read\n\n/, ''));
  });

  it('comes back as it was, with its comments', () => {
    const source = entrySource('f', TOPIC, 1);
    expect(source).toContain('- 2 # two');
    expect(withEntryBehind('f', withoutEntries('f', TOPIC, [1]), 0, source)).toContain(
      `\n${source.replace(/^/gm, '  ')}\n`,
    );
  });

  it('may be the first of a new topic', () => {
    const text = newTopic('Boats: all', NEW);
    expect(readYaml('f', text).content).toEqual({
      topic: 'Boats: all',
      entries: [{ question: 'Who?', right: 'Ada', wrong: ['Ben', 'Cy'], draft: 'true' }],
    });
  });

  it('is refused where the list is written in brackets, and nothing is changed', () => {
    expect(() => withoutEntries('f', 'topic: a\nentries: [{ fact: b }]\n', [0])).toThrow(
      /nothing was written/,
    );
  });
});

const word = fc.constantFrom(
  'Ada',
  '27',
  'a: b',
  "it's",
  '“so”',
  'x # y',
  'no',
  '- z',
  '"q"',
  'ä, ö',
  '1871-05',
);
const prose = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const value: fc.Arbitrary<Text> = fc.oneof(
  prose,
  fc.array(prose, { minLength: 1, maxLength: 3 }),
  fc.array(fc.oneof(prose, fc.record({ text: prose, because: prose })), { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.constantFrom('near-prompt', 'voice'), prose, { minKeys: 1 }),
);
const fields = fc.dictionary(fc.constantFrom('receipt', 'about', 'wrong', 'accept', 'draft', 'when'), value);
const entry = fields.map((more) => ({ fact: 'A boat.', ...more }));

/** As people type it: lists in brackets or not, some quotes, comments and blank lines. */
const typed = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.nat(2))
  .map(([entries, eol, indent]) => {
    const blocks = entries.map((one, at) =>
      sourceOf(one as never)
        .split('\n')
        .map((line, index) => `${' '.repeat(indent)}${line}${index === 0 ? ` # entry ${at}` : ''}`)
        .join('\n'),
    );
    const text = `topic: Boats\nentries: # all\n${blocks.map((block, at) => `${' '.repeat(indent)}# above ${at}\n${block}\n`).join('\n')}# end\n`;
    return text.replaceAll('\n', eol);
  })
  .map((text) => readYaml('f', text))
  .filter(({ problems }) => problems.length === 0)
  .map(({ text, content }) => ({ text, entries: (content as { entries: readonly Text[] }).entries }));

describe('whatever is changed', () => {
  it('is read back as it was meant, and all around it stays', () => {
    fc.assert(
      fc.property(typed, entry, fc.nat(), ({ text, entries }, next, pick) => {
        const index = pick % entries.length;
        const now = withValue('f', text, ['entries', index], next);
        const { content } = readYaml('f', now);
        expect(content).toEqual({ topic: 'Boats', entries: entries.toSpliced(index, 1, next) });
        for (const [at] of entries.entries()) expect(now).toContain(`# above ${at}`);
        const [before = ''] = text.split(`# above ${index}`);
        const [, after = ''] = text.split(`# above ${index + 1}`);
        expect(now.startsWith(before)).toBe(true);
        expect(now.endsWith(after)).toBe(true);
        for (const at of entries.keys()) expect(now).toContain(`# entry ${at}`);
      }),
      { numRuns: 120 },
    );
  });

  it('comes and goes as an entry with nothing else', () => {
    fc.assert(
      fc.property(typed, entry, fc.nat(), ({ text, entries }, next, pick) => {
        const index = pick % entries.length;
        const grown = withEntryBehind('f', text, index, sourceOf(next as never));
        expect(withoutEntries('f', grown, [index + 1]).replace(/\s+$/gm, '')).toBe(
          text.replace(/\s+$/gm, ''),
        );
        const cut = withoutEntries('f', text, [index]);
        for (const [at] of entries.entries()) {
          expect(cut).toContain(`# above ${at}`);
          expect(cut.includes(`# entry ${at}`)).toBe(at !== index);
        }
      }),
      { numRuns: 80 },
    );
  });
});
