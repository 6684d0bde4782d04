import { describe, expect, it } from 'vitest';
import { opinion } from '../../../../src/authoring/lint/rules/opinion.ts';
import { changed, goodPack } from '../harbour.ts';

const withText = (text: string) => opinion.check(changed('claims', 'boat-came-in', { text }));

describe('a word that is an opinion', () => {
  it('stands nowhere in a good pack', () => {
    expect(opinion.check(goodPack())).toEqual([]);
  });

  it.each([
    ['Mara Quill brought the controversial trawler to Saltby.', 'controversial'],
    ['Surprisingly, Mara Quill came in.', 'Surprisingly'],
    ['Coast Weekly calls them unlikely friends.', 'unlikely'],
  ])('is turned down as ours: %s', (text, word) => {
    const [problem] = withText(text);
    expect(problem).toMatchObject({ record: 'boat-came-in', field: 'text' });
    expect(problem?.expected).toContain(`no “${word}” of ours`);
  });

  it.each([
    ['Coast Weekly calls the trawler “controversial”.'],
    ['Ida Marsh said that it was unlikely that the papers were hers.'],
  ])('is fine as a quoted word, or as a degree of certainty: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });

  it('may stand in a title, and be asked for as a word of it', () => {
    const titled = changed('articles', 'coast-2021', { title: 'The Controversial Kestrel' });
    const text = 'Coast Weekly’s article is called The Controversial Kestrel.';
    const right = { text: 'Controversial', claims: ['boat-came-in'] };
    const asked = changed('questions', 'q-skipper', { right }, titled);
    expect(opinion.check(changed('claims', 'boat-came-in', { text }, asked))).toEqual([]);
  });
});
