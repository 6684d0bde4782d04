import { describe, expect, it } from 'vitest';
import { receipt as rule } from '../../../../src/authoring/lint/rules/receipt.ts';
import type { Receipt } from '../../../../src/core/dataset/schema.ts';
import { changed, goodPack, goodTexts, recordOf } from '../harbour.ts';

const [receipt] = recordOf('claims', 'three-aboard').receipts;

/** What is said of the receipt, changed so. */
const problemOf = (changes: Partial<Receipt>, texts = goodTexts()) => {
  const pack = changed('claims', 'three-aboard', { receipts: [{ ...receipt, ...changes }] });
  const problem = rule.check(pack, texts).find(({ record }) => record === 'three-aboard');
  if (problem) expect(problem.field).toBe('receipts.0');
  return problem?.expected;
};

describe('a receipt', () => {
  it('names a paragraph with its hash, and words of it, in a good pack', () => {
    expect(rule.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('that names another paragraph than its hash is turned down', () => {
    expect(problemOf({ paragraph: 3 })).toContain('paragraph 2: that is where this hash belongs');
  });

  it('is off where the paragraph’s text has changed', () => {
    expect(problemOf({ sha256: 'f'.repeat(64) })).toContain('the text has changed');
  });

  it('is off where the text has no such paragraph', () => {
    expect(problemOf({ paragraph: 9 })).toContain('a paragraph from 1 to 5');
  });
});

describe('the words that find the place in the article', () => {
  it.each<[string, Partial<Receipt>]>([
    ['a sentence', { from: 'Skipper Mara Quill', to: 'were aboard' }],
    ['a place in the middle', { from: 'past the pier', to: '12 February 2020' }],
    ['words in other letters, as a browser takes them', { from: 'SKIPPER MÁRA', to: 'were aboard' }],
    ['words that also stand in a later paragraph', { from: 'the pier on', to: 'aboard' }],
  ])('may be %s', (_, words) => {
    expect(problemOf(words)).toBeUndefined();
  });

  it('may be one short run', () => {
    const pack = changed('claims', 'three-aboard', {
      receipts: [{ ...receipt, from: 'three were aboard', to: undefined }],
    });
    expect(rule.check(pack, goodTexts())).toEqual([]);
  });

  it.each<[string, Partial<Receipt>, string]>([
    ['stand in no paragraph', { from: 'past the lighthouse' }, 'whole words of paragraph 2 in `from`'],
    ['stand in a later paragraph', { from: 'Harbour master' }, 'whole words of paragraph 2 in `from`'],
    ['end within a word', { from: 'Skipper Mara Qui' }, 'whole words of paragraph 2 in `from`'],
    ['run over the end of the paragraph', { from: 'were aboard. Harbour' }, 'whole words of paragraph 2'],
    ['end before they begin', { from: 'were aboard', to: 'past the pier' }, 'come after “were aboard”'],
    ['end in the next paragraph', { to: 'registration since 2016' }, 'come after “Skipper Mara Quill,”'],
  ])('are turned down where they %s', (_, words, expected) => {
    expect(problemOf(words)).toContain(expected);
  });

  it('are turned down where a browser would find them in an earlier paragraph', () => {
    const texts = goodTexts().map((text) => ({
      ...text,
      paragraphs: text.paragraphs.with(0, 'Skipper Mara Quill, 41, comes home'),
    }));
    expect(problemOf({}, texts)).toContain('“Skipper Mara Quill,” stand in paragraph 1 before');
  });
});
