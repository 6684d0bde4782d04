import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { entriesIn } from '../../../src/authoring/drafts/entries-in.ts';

const ANSWER = `topic: Boats
entries:
  - fact: A boat came in.
    receipt: log#1`;

const read = (reply: string) =>
  parseAllDocuments(entriesIn(reply).text, { schema: 'failsafe' }).map((document) => {
    if ('errors' in document && document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });

const BOATS = { topic: 'Boats', entries: [{ fact: 'A boat came in.', receipt: 'log#1' }] };

/** The line of the reply in which a word of the text stands, counted from 1. */
const lineOf = (reply: string, word: string): number => {
  const { text, lineOffset } = entriesIn(reply);
  return 1 + lineOffset + text.split('\n').findIndex((line) => line.includes(word));
};

describe('what comes back', () => {
  test.each([
    ['bare', ANSWER],
    ['bare, among chatter', `Sure! Here are your entries:\n\n${ANSWER}\n\nLet me know: more?`],
    ['in a block', `Here you are:\n\n\`\`\`yaml\n${ANSWER}\n\`\`\`\nAnything else?`],
    ['in a block of no language', `\`\`\`\n${ANSWER}\n\`\`\``],
    ['in a block of tildes', `~~~~yml\n${ANSWER}\n~~~~`],
    ['in a block that nobody closed', `Yes.\n\`\`\`yaml\n${ANSWER}`],
    ['in a block that is set in', `1. Look:\n   \`\`\`yaml\n${ANSWER.replace(/^/gm, '   ')}\n   \`\`\``],
    ['beside a block of something else', `\`\`\`bash\nnpm run pack\n\`\`\`\n\`\`\`yaml\n${ANSWER}\n\`\`\``],
    [
      'with the line ends of Windows',
      `Yes.\r\n\r\n\`\`\`yaml\r\n${ANSWER.replaceAll('\n', '\r\n')}\r\n\`\`\`\r\n`,
    ],
    ['with a byte-order mark', `\uFEFF${ANSWER}`],
    ['set in with tabs', ANSWER.replaceAll('    ', '\t\t').replaceAll('  -', '\t-')],
    ['set in with spaces that do not break', ANSWER.replaceAll('  ', '\u00a0\u00a0')],
    ['with the bullets of a word processor', ANSWER.replace('- fact', '• fact')],
  ])('is found %s', (_, reply) => {
    expect(read(reply)).toEqual([BOATS]);
  });

  it('keeps its lines, so that a finding names the line of the file that was given', () => {
    const reply = `Here you are:\n\n\`\`\`yaml\n${ANSWER}\n\`\`\`\nMore:\n\`\`\`yaml\n${ANSWER.replaceAll('boat', 'ferry')}\n\`\`\`\nBye.`;
    expect(lineOf(reply, 'A boat')).toBe(6);
    expect(reply.split('\n')[lineOf(reply, 'A ferry') - 1]).toContain('A ferry');
    const windows = reply.replaceAll('\n', '\r\n');
    expect(entriesIn(windows)).toEqual(entriesIn(reply));
  });

  it('may be in several blocks, each a document', () => {
    const reply = `One:\n\`\`\`yaml\n${ANSWER}\n\`\`\`\nTwo:\n\`\`\`yaml\n${ANSWER}\n\`\`\``;
    expect(read(reply)).toEqual([BOATS, BOATS]);
  });

  it('is nothing where there is nothing', () => {
    const nothing = { text: '', lineOffset: 0 };
    expect(entriesIn('')).toEqual(nothing);
    expect(entriesIn('I am sorry, I cannot do that.')).toEqual(nothing);
    expect(entriesIn('```bash\nnpm start\n```')).toEqual(nothing);
  });

  it('has one line for each of the reply, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '```',
            '```yaml',
            '- fact: x',
            'topic: y',
            '“',
            '',
            '  a: “b: c”',
            'Hello.',
            '\t- fact: “z”',
          ),
        ),
        (lines) => {
          const { text, lineOffset } = entriesIn(lines.join('\n'));
          expect(lineOffset + text.split('\n').length - 1).toBeLessThanOrEqual(lines.length);
        },
      ),
    );
  });
});

describe('the quotation marks of word processors', () => {
  const value = (line: string) => read(`entries:\n  - ${line}`)[0].entries[0];

  test.each([
    ['fact: “A boat: it came in.”', 'A boat: it came in.'],
    ['fact: “A boat came in.”', 'A boat came in.'],
    ['fact: “Ada said “no” to "all".”', 'Ada said “no” to "all".'],
    ['fact: „A boat: in.“', 'A boat: in.'],
    ['fact: ‘A boat: in.’', 'A boat: in.'],
    ['fact: “No,” said Ada, “never.”', '“No,” said Ada, “never.”'],
    ['fact: “No” and “never”', '“No” and “never”'],
  ])('%s', (line, fact) => {
    expect(value(line)).toEqual({ fact });
  });

  it('stay around an option that is a quotation, unless YAML could not read it', () => {
    expect(value('question: What?\n    right: “A bulb”')).toEqual({ question: 'What?', right: '“A bulb”' });
    expect(value('question: What?\n    right: “Bulb: one”')).toEqual({
      question: 'What?',
      right: 'Bulb: one',
    });
    expect(value('question: What?\n    wrong: [“one, two”, “three”]')).toEqual({
      question: 'What?',
      wrong: ['one, two', '“three”'],
    });
  });
});
