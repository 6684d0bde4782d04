import { describe, expect, it } from 'vitest';
import { childAge } from '../../../../src/authoring/lint/rules/child-age.ts';
import { changed, goodPack, named } from '../harbour.ts';

const about = (text: string, entity: string) =>
  changed('claims', 'met-at-cafe', { text, entities: [{ entity, role: 'mentioned' }] });

describe('the age of a child', () => {
  it('stands in no claim of a good pack, though that of the skipper does', () => {
    expect(childAge.check(goodPack())).toEqual([]);
  });

  it.each([
    'Coast Weekly gives Pip Quill’s age as 7.',
    'Pip Quill was aged 7 in 2020.',
    'Pip Quill was seven years old in 2020.',
    'Pip Quill, 7, waited on the pier.',
    'Mara Quill held a party for Pip Quill’s 7th birthday.',
  ])('is turned down: %s', (text) => {
    const problems = childAge.check(about(text, 'pip-quill'));
    expect(named(problems)).toEqual(['met-at-cafe: text']);
    expect(problems[0]?.expected).toContain('private-detail-of-a-child');
  });

  it('is not given by a year or a number of something else', () => {
    expect(childAge.check(about('In 2020, Pip Quill saw 7 boats.', 'pip-quill'))).toEqual([]);
  });
});
