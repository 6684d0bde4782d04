import { describe, expect, it } from 'vitest';
import { loneHedge } from '../../../../src/authoring/lint/rules/lone-hedge.ts';
import { changed, goodPack, named } from '../harbour.ts';

const offering = (right: string, ...wrong: readonly string[]) =>
  loneHedge.check(
    changed('questions', 'q-skipper', {
      right: { text: right, claims: ['boat-came-in'] },
      wrong: wrong.map((text) => ({ text, because: '', claims: [] })),
    }),
  );

describe('a right option', () => {
  it('is as exact as the others in a good pack', () => {
    expect(loneHedge.check(goodPack())).toEqual([]);
  });

  it.each(['About 30–50% faster', 'Almost half', 'More than two hundred', 'Reportedly a boat', '30–50%'])(
    'that alone is guarded is called out: %s',
    (right) => {
      expect(named(offering(right, 'Twice as fast', 'A third slower', 'No change'))).toEqual([
        'q-skipper: right.text',
      ]);
    },
  );

  it('may be guarded among others that are', () => {
    expect(offering('About 30% faster', 'About 10% faster', 'Twice as fast')).toEqual([]);
  });

  it.each(['A film about prisons', 'Around the world', 'Over the moon', 'May 2018'])('may be %s', (right) => {
    expect(offering(right, 'A film', 'A song')).toEqual([]);
  });
});
