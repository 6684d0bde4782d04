import { describe, expect, it } from 'vitest';
import { quotes } from '../../../../src/authoring/lint/rules/quotation.ts';
import { changed, goodPack, named } from '../harbour.ts';

const withText = (text: string) => quotes.check(changed('claims', 'papers-in-order', { text }));

describe('a quoted phrase', () => {
  it('is short and attributed wherever one stands in a good pack', () => {
    expect(quotes.check(goodPack())).toEqual([]);
  });

  it('of six words is turned down', () => {
    const [problem] = withText('Mara Quill said that “all of them are in order”.');
    expect(problem).toMatchObject({ record: 'papers-in-order', field: 'text' });
    expect(problem?.expected).toContain('at most 5 quoted words');
  });

  it('that nobody is named for is turned down', () => {
    expect(withText('Mara Quill was “in order”.')[0]?.expected).toContain('whose words “in order” are');
  });

  it.each([
    ['Mara Quill said that they were “in order”.'],
    ['For the Saltby Gazette, they were “in order”.'],
    ['“Tides of Saltby” is a book.'],
    ['“The Kestrel affair, a year on” is an article.'],
  ])('is fine: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });

  it('in an option may be attributed by the prompt above it', () => {
    const text = { text: '“In order”', claims: ['papers-in-order'] };
    const asked = (prompt: string) =>
      named(quotes.check(changed('questions', 'q-skipper', { prompt, right: text })));
    expect(asked('What did Mara Quill call her papers?')).toEqual([]);
    expect(asked('How were the papers?')).toEqual(['q-skipper: right.text']);
  });
});
