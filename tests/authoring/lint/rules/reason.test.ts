import { describe, expect, it } from 'vitest';
import { reason } from '../../../../src/authoring/lint/rules/reason.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const { wrong } = recordOf('questions', 'q-skipper');
const option = (text: string, because: string, claims: string[] = []) =>
  changed('questions', 'q-skipper', { wrong: wrong.with(1, { text, because, claims }) });

describe('a wrong option', () => {
  it('with a claim that refutes it, or a reason that says that nobody says so, is in order', () => {
    expect(reason.check(goodPack())).toEqual([]);
    expect(reason.check(option('Tom Reed', 'The Lantern does not mention Tom Reed.'))).toEqual([]);
  });

  it('may name somebody who does not exist, if the pack says so', () => {
    expect(reason.check(option('Alma Torrance', 'The name was made up.'))).toEqual([]);
  });

  it('without either is called out', () => {
    const problems = reason.check(option('Tom Reed', 'He is somebody else.'));
    expect(named(problems)).toEqual(['q-skipper: wrong.1.claims']);
    expect(problems[0]?.expected).toContain('a fact that refutes “Tom Reed”');
  });

  it('has a reason of at most two sentences; an abbreviation ends none', () => {
    const claims = ['reed-harbour-master'];
    expect(
      reason.check(option('Tom Reed', 'Ms. Marsh came first. Mr. Reed of St. Ives followed.', claims)),
    ).toEqual([]);
    const problems = reason.check(option('Tom Reed', 'He came later. He was not there. He says so.', claims));
    expect(named(problems)).toEqual(['q-skipper: wrong.1.because']);
    expect(problems[0]?.expected).toContain('it has 3');
  });
});
