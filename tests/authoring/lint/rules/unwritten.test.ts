import { describe, expect, it } from 'vitest';
import { unwritten } from '../../../../src/authoring/lint/rules/unwritten.ts';
import { changed, goodPack } from '../harbour.ts';

describe('a proposal that lost its draft sign', () => {
  it('stands nowhere in a good pack', () => {
    expect(unwritten.check(goodPack())).toEqual([]);
  });

  it.each([
    'Write in your own words – Mara Quill · 12 February 2020',
    'Mara Quill · 12 February 2020',
    'Say who or what “It” is – It came in 2020.',
  ])('is called out as long as nobody has written it: %s', (text) => {
    const found = unwritten.check(changed('claims', 'boat-came-in', { text }));
    expect(found).toMatchObject([{ record: 'boat-came-in', field: 'text' }]);
  });

  it('is not an option that is a name', () => {
    const right = { text: 'Port Alder, Saltby', claims: ['kestrel-to-museum'] };
    expect(unwritten.check(changed('questions', 'q-met-where', { right }))).toEqual([]);
  });
});
