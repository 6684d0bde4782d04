import { describe, expect, it } from 'vitest';
import { paragraphCount } from '../../../../src/authoring/lint/rules/paragraph-count.ts';
import { changed, goodPack, goodTexts } from '../harbour.ts';

describe('the number of an article’s paragraphs', () => {
  it('is that of its local copy in a good pack', () => {
    expect(paragraphCount.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('is turned down where the copy has another', () => {
    const [problem] = paragraphCount.check(changed('articles', 'coast-2021', { paragraphs: 4 }), goodTexts());
    expect(problem).toMatchObject({ record: 'coast-2021', field: 'paragraphs' });
    expect(problem?.expected).toMatch(/^5: /);
  });
});
