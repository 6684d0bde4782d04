import { describe, expect, it } from 'vitest';
import { unreleased } from '../../../../src/authoring/lint/rules/unreleased.ts';
import { added, goodPack, recordOf } from '../harbour.ts';

const withNew = (...ids: readonly string[]) =>
  ids.reduce(
    (pack, id) => added('questions', { ...recordOf('questions', 'q-skipper'), id }, pack),
    goodPack(),
  );

describe('the questions of a pack', () => {
  it('are released in a good one', () => {
    expect(unreleased.check(goodPack())).toEqual([]);
  });

  it('that are new are named together, until they are released', () => {
    const pack = withNew('q-a', 'q-b', 'q-c', 'q-d');
    expect(unreleased.check(pack)).toMatchObject([
      { record: 'harbour', expected: expect.stringContaining('4 questions, “q-a” among them') },
    ]);
    const released = [...pack.released, ...pack.questions.map(({ id }) => ({ id }))];
    expect(unreleased.check({ ...pack, released })).toEqual([]);
  });
});
