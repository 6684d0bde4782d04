import { describe, expect, it } from 'vitest';
import { chain } from '../../../../src/authoring/lint/rules/chain.ts';
import { contestedSource } from '../../../../src/authoring/lint/rules/contested-source.ts';
import { misplacedDenial } from '../../../../src/authoring/lint/rules/misplaced-denial.ts';
import { changed, goodPack, named } from '../harbour.ts';

const denied = { denials: ['book-made-up'] };

describe('the denial of a book', () => {
  it('stands beside what the book says, in a good pack', () => {
    expect(misplacedDenial.check(goodPack())).toEqual([]);
  });

  it('may not stand beside what has nothing to do with the book', () => {
    expect(named(misplacedDenial.check(changed('claims', 'four-aboard', denied)))).toEqual([
      'four-aboard: denials',
    ]);
  });

  it('may stand where an article tells in its own words what the book tells too', () => {
    const told = changed('claims', 'fee-in-cash', { events: ['sale'] });
    expect(misplacedDenial.check(changed('claims', 'kestrel-to-museum', denied, told))).toEqual([]);
  });

  it('may not stand beside what such an article merely prints about itself', () => {
    const told = changed('claims', 'fee-in-cash', { events: ['sale'] });
    const headed = { ...denied, reserved: 'about-the-article' } as const;
    expect(named(misplacedDenial.check(changed('claims', 'kestrel-to-museum', headed, told)))).toEqual([
      'kestrel-to-museum: denials',
    ]);
  });

  it('may not stand beside what someone believed, which the book need not be denied for', () => {
    const text = 'According to Tides of Saltby, Ben Quill believed that the fee was too high.';
    const believed = changed('claims', 'fee-in-cash', { text });
    expect(named(misplacedDenial.check(believed))).toEqual(['fee-in-cash: denials']);
    const bare = changed('claims', 'fee-in-cash', { text, status: 'reported', denials: [] });
    expect([misplacedDenial, chain, contestedSource].flatMap((rule) => rule.check(bare))).toEqual([]);
  });
});
