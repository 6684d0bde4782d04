import { describe, expect, it } from 'vitest';
import { unreadable } from '../../../../src/authoring/lint/rules/unreadable.ts';
import { changed, goodPack, named } from '../harbour.ts';

describe('what an article brings along as it is', () => {
  it('can be read in a good pack', () => {
    expect(unreadable.check(goodPack())).toEqual([]);
  });

  it.each([
    ['a sign that nobody sees', 'A boat\u200b comes home', 'invisible'],
    ['a sign that turns the text round', 'A \u202eboat comes home', 'invisible'],
    ['a space that is none', 'A\u00a0boat comes home', 'not a plain one'],
    ['UTF-8 that was read as something else', 'Ein SchÃ¼ler kommt heim', 'wrong encoding'],
    ['a capital that was read so', 'Ãœber das Meer', 'wrong encoding'],
    ['what could not be read', 'A boat comes \ufffdhome\ufffd', 'wrong encoding'],
  ])('may not have %s', (_, title, expected) => {
    const found = unreadable.check(changed('articles', 'gazette-2020', { title }));
    expect(named(found)).toEqual(['gazette-2020: title']);
    expect(found[0]?.expected).toContain(expected);
  });

  it.each(['A pergunta: NÃO', 'L’anima più dolce', 'Ærø “revisited”'])(
    'may be in any language: %s',
    (title) => {
      expect(unreadable.check(changed('articles', 'gazette-2020', { title }))).toEqual([]);
    },
  );
});
