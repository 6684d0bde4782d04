import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../../src/authoring/lint/rules/own-words.ts';
import { changed, goodPack, goodTexts } from '../harbour.ts';

const withText = (text: string) => ownWords.check(changed('claims', 'not-registered', { text }), goodTexts());

describe('words of an article', () => {
  it('do not run on for eight in a good pack', () => {
    expect(ownWords.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('are found in a run of eight, whatever the case and punctuation', () => {
    const [problem] = withText('Ida Marsh said: told us the vessel, has had NO valid registration!');
    expect(problem).toMatchObject({ record: 'not-registered', field: 'text' });
    expect(problem?.expected).toContain('which stands in gazette-2020');
  });

  it('may run on for seven', () => {
    expect(withText('Ida Marsh said that us the vessel has had no valid paper.')).toEqual([]);
  });

  it('are found in what only editors read', () => {
    const known = 'told us the vessel has had no valid registration';
    expect(ownWords.check(changed('articles', 'gazette-2020', { known }), goodTexts())).toMatchObject([
      { record: 'gazette-2020', field: 'known' },
    ]);
  });

  it('may be the title of the article', () => {
    const title = 'The two women first met at a café in 2019';
    const titled = changed('articles', 'lantern-2022', { title });
    const text = `The Lantern’s article is called ${title}.`;
    expect(ownWords.check(changed('claims', 'met-at-cafe', { text }, titled), goodTexts())).toEqual([]);
    expect(ownWords.check(changed('claims', 'met-at-cafe', { text }), goodTexts())).toHaveLength(1);
  });

  it('may be told on where the article is ours', () => {
    const ours = changed('articles', 'gazette-2020', { ours: true });
    const text = 'Ida Marsh told us the vessel has had no valid registration since 2016.';
    const told = changed('claims', 'not-registered', { text }, ours);
    expect(ownWords.check(told, goodTexts())).toEqual([]);
  });
});
