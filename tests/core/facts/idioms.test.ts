/** What two words say together, and what an apostrophe leaves out: in the question and in the text alike. */
import { describe, expect, it } from 'vitest';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { claimOf, harbour } from '../quiz/harbour.ts';

const search = createFactSearch(
  harbour(
    [
      claimOf('nets', 'Mara Quill gave the cannery her nets in return for a berth.'),
      claimOf('diary', 'The release date of her diary was put off twice.'),
      claimOf('quarrel', 'The two skippers fell out over a rope.'),
      claimOf('atlas', 'Her atlas of the coast came out without a cover.'),
      claimOf('parrot', 'The parrot was let out on a Sunday.'),
      claimOf('regatta', 'The Heron won the regatta twice.'),
      claimOf('voyage', 'They set out with the tide, and came out of the fog at noon.'),
    ],
    [],
  ),
);
const found = (words: string) => search.find(words).map(({ id }) => bareId(id));

describe('an idiom of a text', () => {
  it.each([
    ['what did the cannery get in return', 'nets'],
    ['nets in exchange', 'nets'],
    ['diary release date', 'diary'],
    ['when is the publication date of the diary', 'diary'],
    ['why did the skippers fall out', 'quarrel'],
    ['skippers feud', 'quarrel'],
    ['when did the atlas come out', 'atlas'],
    ['when was the atlas published', 'atlas'],
    ['was the parrot set free', 'parrot'],
    ['parrot released', 'parrot'],
  ])('is found for “%s”', (words, claim) => {
    expect(found(words)).toEqual([claim]);
  });

  it('is none where the same words go on otherwise', () => {
    expect(found('tide released')).toEqual([]);
    expect(found('fog published')).toEqual([]);
  });
});

describe('whoever won', () => {
  it('is not whoever won’t', () => {
    expect(found('who won')).toEqual(['regatta']);
    for (const apostrophe of ["'", '’']) expect(found(`who won${apostrophe}t`)).toEqual([]);
  });
});
