import { describe, expect, it } from 'vitest';
import { released } from '../../../../src/authoring/lint/rules/released.ts';
import type { Pack } from '../../../../src/core/dataset/pack.ts';
import { added, changed, goodPack, named, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');
const without = (id: string, pack: Pack = goodPack()): Pack => ({
  ...pack,
  questions: pack.questions.filter((question) => question.id !== id),
});
const listing = (entry: Pack['released'][number], pack: Pack): Pack => ({
  ...pack,
  released: [...pack.released.filter(({ id }) => id !== entry.id), entry],
});

describe('an id that a release carried', () => {
  it('is still asked, or withdrawn with a reason, in a pack that is in order', () => {
    expect(released.check(goodPack())).toEqual([]);
  });

  it('may not be lost', () => {
    const problems = released.check(without('q-skipper'));
    expect(named(problems)).toEqual(['q-skipper: id']);
    expect(problems[0]?.expected).toContain('a reason in `withdrawn`');
  });

  it('lives on in the question that took its place, or goes with a reason', () => {
    const renamed = added(
      'questions',
      { ...skipper, id: 'q-captain', formerly: ['q-skipper'] },
      without('q-skipper'),
    );
    expect(released.check(listing({ id: 'q-captain' }, renamed))).toEqual([]);
    const withdrawn = listing({ id: 'q-skipper', withdrawn: 'Nobody knows.' }, without('q-skipper'));
    expect(released.check(withdrawn)).toEqual([]);
  });

  it('that was withdrawn may not be asked again', () => {
    const problems = released.check(listing({ id: 'q-skipper', withdrawn: 'Nobody knows.' }, goodPack()));
    expect(named(problems)).toEqual(['q-skipper: withdrawn']);
  });
});

describe('a new question', () => {
  it('may not take an id that is another’s, now or earlier', () => {
    const now = changed('questions', 'q-skipper', { formerly: ['q-whose-word'] });
    expect(released.check(now)[0]?.expected).toContain('“q-whose-word” is one of “q-whose-word”');
    const earlier = changed(
      'questions',
      'q-whose-word',
      { formerly: ['q-old'] },
      changed('questions', 'q-skipper', { formerly: ['q-old'] }),
    );
    expect(released.check(earlier)).toMatchObject([{ record: 'q-whose-word', field: 'formerly' }]);
  });
});
