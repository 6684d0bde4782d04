/** What is looked for among some facts only: as if there were no others. */
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import type { Claim } from '../../../src/core/dataset/schema.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { HANDBOOK, LIGHTHOUSE, severalPacks, TRUMPS } from '../../fakes/several-packs.ts';

const library = await severalPacks;
const search = createFactSearch(library);
const packNamed = (id: string) => library.packs.filter(({ info }) => info.id === id);

/** Of one pack, by its texts. */
const of = (id: string) => {
  const texts = new Set(packNamed(id).flatMap(({ claims }) => claims.map(({ text }) => text)));
  return ({ text }: Claim): boolean => texts.has(text);
};
const textsOf = (claims: readonly Claim[]) => claims.map(({ text }) => text).toSorted();

describe.each([TRUMPS, HANDBOOK, LIGHTHOUSE])('looking in %s only', (pack) => {
  const alone = createFactSearch(buildLibrary(packNamed(pack)));

  it('finds by every name what a bot finds that has no other pack', () => {
    for (const { name } of alone.subjects('', Number.POSITIVE_INFINITY))
      expect(textsOf(search.find(name, of(pack))), name).toEqual(textsOf(alone.find(name)));
  });

  it.each(['people', 'book', 'house', '2018', 'who works on a friday'])(
    'finds for “%s” nothing of the others, though they may fit better',
    (words) => {
      const found = search.find(words, of(pack));
      expect(found.filter((claim) => !of(pack)(claim))).toEqual([]);
      expect(found.length > 0).toBe(alone.find(words).length > 0);
    },
  );
});

it('a name that only another pack has finds nothing', () => {
  expect(search.find('Kim Kardashian')).not.toEqual([]);
  expect(search.find('Kim Kardashian', of(HANDBOOK))).toEqual([]);
});
