import { describe, expect, it } from 'vitest';
import { whoSaysSo } from '../../../../src/authoring/lint/rules/who-says-so.ts';
import { changed, goodPack, named } from '../harbour.ts';

const found = (...args: Parameters<typeof changed<'claims'>>) => named(whoSaysSo.check(changed(...args)));

describe('the text of what is reported or denied', () => {
  it('says whose word it is in a good pack', () => {
    expect(whoSaysSo.check(goodPack())).toEqual([]);
  });

  it('may not tell it as a fact', () => {
    expect(found('claims', 'met-at-cafe', { text: 'Mara Quill called Ida Marsh to a café.' })).toEqual([
      'met-at-cafe: text',
    ]);
  });

  it('may name the source in other words than “said”', () => {
    expect(found('claims', 'fee-in-cash', { text: 'In Tides of Saltby, Ben Quill paid in cash.' })).toEqual(
      [],
    );
  });

  it('may be an article’s own words about what is denied', () => {
    const text = 'Coast Weekly’s headline calls it an affair.';
    expect(found('claims', 'four-aboard', { text, denials: ['book-made-up'] })).toEqual([]);
  });
});
