import { describe, expect, it } from 'vitest';
import { whoseWords } from '../../../../src/authoring/lint/rules/whose-words.ts';
import { changed, goodPack, named } from '../harbour.ts';

const withText = (text: string) => whoseWords.check(changed('claims', 'papers-in-order', { text }));

describe('a quoted phrase', () => {
  it('has an owner wherever one stands in a good pack', () => {
    expect(whoseWords.check(goodPack())).toEqual([]);
  });

  it('that nobody is named for is turned down', () => {
    expect(withText('Mara Quill was “in order”.')[0]?.expected).toContain('whose words “in order” are');
  });

  it.each([
    ['Mara Quill said that they were “in order”.'],
    ['For the Saltby Gazette, they were “in order”.'],
    ['“Tides of Saltby” is a book.'],
    ['Mara Quill was in “Gone with the Wind”.'],
    ['“The Kestrel affair, a year on” is an article.'],
    ['The boat bears the letters “CURL”.'],
    ['“Trawlix” is a trademark.'],
  ])('is fine: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });

  it('in an option may be attributed by the prompt above it', () => {
    const text = { text: '“In order”', claims: ['papers-in-order'] };
    const asked = (prompt: string) =>
      named(whoseWords.check(changed('questions', 'q-skipper', { prompt, right: text })));
    expect(asked('What did Mara Quill call her papers?')).toEqual([]);
    expect(asked('How were the papers?')).toEqual(['q-skipper: right.text']);
  });
});
