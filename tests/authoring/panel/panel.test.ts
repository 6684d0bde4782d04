import { describe, expect, it } from 'vitest';
import { parseMarks, verdictOn } from '../../../src/authoring/panel/marks.ts';
import { keyToText, sheetsOf, sheetToText } from '../../../src/authoring/panel/sheet.ts';
import { tricksOn } from '../../../src/authoring/panel/tricks.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { goodPack, recordOf } from '../lint/harbour.ts';

const library = buildLibrary([goodPack()]);
const sheets = sheetsOf(library, 'spring');
const [first] = sheets;
if (!first) throw new Error('the pack has no question');

describe('a sheet for a blind panel', () => {
  it('shows every question of the pack with all its options', () => {
    expect(sheets.map(({ question }) => question.id).toSorted()).toEqual(
      [...library.questions.keys()].toSorted(),
    );
    for (const { question, options } of sheets)
      expect(options.toSorted()).toEqual(
        [question.right, ...question.wrong].map(({ text }) => text).toSorted(),
      );
  });

  it('tells neither the answer nor what follows it, which the key does', () => {
    expect(sheetToText(first)).toContain(first.question.prompt);
    expect(sheetToText(first)).not.toContain(first.question.payoff);
    expect(keyToText(first)).toContain(`${first.key}. ${first.question.right.text}`);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(sheetsOf(library, 'spring')).toEqual(sheets);
    const orders = ['a', 'b', 'c', 'd', 'e'].map((seed) =>
      sheetsOf(library, seed)
        .map(({ question, key }) => question.id + key)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe('the marks of a panel', () => {
  it('are averaged, and name what is too weak and how many answers were right', () => {
    const wrong = first.key === 'A' ? 'B' : 'A';
    const lines = sheets.map(({ number, key }, at) =>
      at === 0 ? `${number} 3 4 2.5 3 ${wrong}` : `${number} 4 4 3.5 3 ${key.toLowerCase()}`,
    );
    const { means, weak, right, questions } = verdictOn(
      parseMarks(`# natural, clear …\n${lines.join('\n')}\n`, sheets),
    );
    expect(questions).toBe(sheets.length);
    expect(means.clear).toBe(4);
    expect(means.interest).toBeCloseTo((2.5 + 3.5 * (sheets.length - 1)) / sheets.length);
    expect(weak.map(({ sheet }) => sheet.question.id)).toEqual([first.question.id]);
    expect(right).toBeCloseTo((sheets.length - 1) / sheets.length);
  });

  it.each(['99 3 3 3 3', '1 3 3 3', '1 3 3 3 6', 'one 3 3 3 3'])(
    'refuse “%s”, and say what a line holds',
    (line) => {
      expect(() => parseMarks(line, sheets)).toThrow(/number of the question, then natural/);
    },
  );
});

describe('tricks', () => {
  const skipper = recordOf('questions', 'q-skipper');
  const asking = (right: string, wrong: readonly string[]) => ({
    ...skipper,
    right: { ...skipper.right, text: right },
    wrong: wrong.map((text) => ({ text, because: '', claims: [] })),
  });
  const rateOf = (choose: string, ...questions: ReturnType<typeof asking>[]) =>
    tricksOn(questions).find((trick) => trick.choose === choose)?.right;

  it('find out a set whose right options are the longest', () => {
    const longest = asking('A very long answer', ['Ab', 'Cd', 'Ef']);
    expect(rateOf('the longest', longest)).toBe(1);
    expect(rateOf('the shortest', longest)).toBe(0);
  });

  it('share what is tied, and leave out questions that have not four options', () => {
    expect(rateOf('the longest', asking('Abcd', ['Efgh', 'Ij', 'Kl']), asking('Long enough', ['No']))).toBe(
      0.5,
    );
  });
});
