/** Where the paragraphs of an article are after somebody changed it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignmentOf } from '../../../src/authoring/format/alignment.ts';

/** A paragraph’s own text serves as its hash: what matters is only which are the same. */
const fates = (before: readonly string[], now: readonly string[], text?: readonly string[]) => {
  const fateOf = alignmentOf(
    { paragraphs: [...before], ...(text ? { text: [...text] } : {}) },
    { hashes: now, paragraphs: now },
  );
  return before.map((words, at) => fateOf(at + 1, [words]));
};

const someParagraphs = fc.uniqueArray(fc.stringMatching(/^[a-z]{6}$/), { minLength: 2, maxLength: 30 });

describe('a paragraph', () => {
  it('that stayed word for word is found, wherever it was moved to', () => {
    fc.assert(
      fc.property(
        someParagraphs.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([before, now]) => {
          expect(fates(before, now)).toEqual(before.map((one) => ({ at: now.indexOf(one) + 1 })));
        },
      ),
    );
  });

  it('that says something else is found between its neighbours, whatever was put above or taken out below', () => {
    fc.assert(
      fc.property(someParagraphs, fc.nat(), fc.nat({ max: 5 }), fc.boolean(), (all, which, above, isCut) => {
        const at = which % all.length;
        const added = Array.from({ length: at === 0 ? 0 : above }, (_, index) => `Added ${index}`);
        const reworded = all.with(at, 'Reworded');
        const now = [...added, ...(isCut && at < all.length - 2 ? reworded.slice(0, -1) : reworded)];
        expect(fates(all, now)[at]).toEqual({ changedAt: added.length + at + 1 });
      }),
    );
  });

  it('that was moved leaves those around it as neighbours of what was reworded between them', () => {
    const before = ['one', 'two', 'three', 'four', 'five', 'six'];
    expect(fates(before, ['six', 'one', 'two', 'Reworded', 'four', 'five'])).toEqual([
      ...[{ at: 2 }, { at: 3 }, { changedAt: 4 }, { at: 5 }, { at: 6 }, { at: 1 }],
    ]);
  });

  it('that stands there twice is found at the first place, and is no neighbour to go by', () => {
    expect(fates(['* * *', 'one', '* * *', 'two'], ['one', '* * *', 'Reworded', '* * *'])).toEqual([
      ...[{ at: 2 }, { at: 1 }, { at: 2 }, { changedAt: 3 }],
    ]);
  });

  it('of which the words of its receipt stayed is found among others that are new', () => {
    const fateOf = alignmentOf(
      { paragraphs: ['one', 'the tide was high'] },
      { hashes: ['one', 'a', 'b'], paragraphs: ['one', 'A whale.', 'At noon the TIDE was low.'] },
    );
    expect(fateOf(2, ['the tide was'])).toEqual({ changedAt: 3 });
    expect(fateOf(2, ['the bell'])).toBe('gone');
  });

  it('of our own is found by its likeness, unless two are like it', () => {
    const old = 'the lamp burned at the pier all night';
    const like = 'the lamp burned on the pier all day';
    expect(fates([old], ['a whale came', like], [old])).toEqual([{ changedAt: 2 }]);
    expect(fates([old], ['the lamp burned at a pier all night long', like], [old])).toEqual(['gone']);
  });
});
