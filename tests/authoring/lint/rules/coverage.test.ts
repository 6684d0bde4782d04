import { describe, expect, it } from 'vitest';
import { coverage, coverageOf } from '../../../../src/authoring/lint/rules/coverage.ts';
import { changed, goodPack, goodTexts, named } from '../harbour.ts';

describe('a paragraph of an article', () => {
  it('is accounted for in a good pack', () => {
    expect(coverage.check(goodPack(), [])).toEqual([]);
  });

  it('shows the claims that rest on it, and what of it was left out', () => {
    const [title, arrival] = coverageOf(goodPack());
    expect(title?.leftOut).toMatchObject([{ reason: 'title' }]);
    expect(arrival?.claims.map(({ id }) => id)).toContain('boat-came-in');
  });

  it('that neither a claim nor a reason accounts for is named', () => {
    const [problem] = coverage.check(changed('articles', 'gazette-2020', { paragraphs: 6 }), []);
    expect(problem).toMatchObject({ record: 'gazette-2020', field: 'paragraphs' });
    expect(problem?.expected).toContain('a fact for paragraph 6');
  });

  it.each([
    ['1999', []],
    ['The early days', []],
    ['Summer 1999', []],
    ['41 people aboard', ['gazette-2020: paragraphs']],
    ['Nobody came to help.', ['gazette-2020: paragraphs']],
  ])('needs neither where it is a heading: “%s”', (line, problems) => {
    const pack = changed('articles', 'gazette-2020', { paragraphs: 6 });
    const texts = goodTexts().map((text) =>
      text.article === 'gazette-2020' ? { ...text, paragraphs: [...text.paragraphs, line] } : text,
    );
    expect(named(coverage.check(pack, texts))).toEqual(problems);
    expect(coverage.check(pack, [])).toHaveLength(1);
  });
});
