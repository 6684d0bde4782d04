import { describe, expect, it } from 'vitest';
import { unwritten } from '../../../../src/authoring/lint/rules/unwritten.ts';
import { changed, goodPack, named } from '../harbour.ts';

describe('a proposal', () => {
  it('stands nowhere in a good pack', () => {
    expect(unwritten.check(goodPack())).toEqual([]);
  });

  it('that was accepted as it was made is called out', () => {
    const text = 'Mara Quill · Saltby · 12 February 2020';
    expect(named(unwritten.check(changed('claims', 'boat-came-in', { text })))).toEqual([
      'boat-came-in: text',
    ]);
  });

  it('is not taken for an option that is a name', () => {
    const right = { text: 'Port Alder, Saltby', claims: ['kestrel-to-museum'] };
    expect(unwritten.check(changed('questions', 'q-met-where', { right }))).toEqual([]);
  });
});
