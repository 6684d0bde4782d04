import { describe, expect, it } from 'vitest';
import { unreleased } from '../../../../src/authoring/lint/rules/unreleased.ts';
import { added, goodPack, named, recordOf } from '../harbour.ts';

describe('a question', () => {
  it('is released in a good pack', () => {
    expect(unreleased.check(goodPack())).toEqual([]);
  });

  it('that is new is named until it is', () => {
    const pack = added('questions', { ...recordOf('questions', 'q-skipper'), id: 'q-new' });
    expect(named(unreleased.check(pack))).toEqual(['q-new: id']);
    expect(unreleased.check({ ...pack, released: [...pack.released, { id: 'q-new' }] })).toEqual([]);
  });
});
