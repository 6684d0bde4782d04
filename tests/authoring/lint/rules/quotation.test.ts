import { describe, expect, it } from 'vitest';
import { quotation } from '../../../../src/authoring/lint/rules/quotation.ts';
import { changed, goodPack } from '../harbour.ts';

const withText = (text: string) => quotation.check(changed('claims', 'papers-in-order', { text }));

describe('a quoted phrase', () => {
  it('is short wherever one stands in a good pack', () => {
    expect(quotation.check(goodPack())).toEqual([]);
  });

  it.each([
    'Mara Quill said that “all of them are in order”.',
    'Mara Quill sagte: „Die Papiere sind alle in Ordnung“.',
    'Mara Quill a dit : «tous les papiers sont en règle».',
  ])('of six words is turned down: %s', (text) => {
    const [found] = withText(text);
    expect(found).toMatchObject({ record: 'papers-in-order', field: 'text' });
    expect(found?.expected).toContain('at most 5 quoted words');
  });

  it.each([
    '“The Kestrel affair, a year on” is an article.',
    'She saw “The Good, the Bad and the Very Old”.',
  ])('that is a title may be longer: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });
});
