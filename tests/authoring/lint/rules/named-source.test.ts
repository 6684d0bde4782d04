import { describe, expect, it } from 'vitest';
import { namedSource } from '../../../../src/authoring/lint/rules/named-source.ts';
import { changed, goodPack, goodTexts, named } from '../harbour.ts';
import { by } from '../harbour-story.ts';

describe('a chain', () => {
  it('names whom its paragraph names, in a good pack', () => {
    expect(namedSource.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('is turned down where its paragraph tells of no source at all', () => {
    const pack = changed('claims', 'kestrel-to-museum', {
      receipts: [{ ...by('lantern-2022', 3), attribution: ['Tides of Saltby'] }],
    });
    const problems = namedSource.check(pack, goodTexts());
    expect(named(problems)).toEqual(['kestrel-to-museum: receipts.0.attribution']);
    expect(problems[0]?.expected).toContain('lantern-2022#3');
  });
});
