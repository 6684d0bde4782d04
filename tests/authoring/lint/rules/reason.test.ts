import { describe, expect, it } from 'vitest';
import { reasons } from '../../../../src/authoring/lint/rules/reason.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const { wrong } = recordOf('questions', 'q-skipper');
const option = (text: string, because: string, claims: string[] = []) =>
  changed('questions', 'q-skipper', { wrong: wrong.with(1, { text, because, claims }) });

describe('a wrong option', () => {
  it('with a claim that refutes it, or a reason that says that nobody says so, is in order', () => {
    expect(reasons.check(goodPack())).toEqual([]);
    expect(reasons.check(option('Tom Reed', 'The Lantern does not mention Tom Reed.'))).toEqual([]);
  });

  it('may name somebody who does not exist, if the pack says so', () => {
    expect(reasons.check(option('Alma Torrance', 'The name was made up.'))).toEqual([]);
  });

  it('without either is called out', () => {
    const problems = reasons.check(option('Tom Reed', 'He is somebody else.'));
    expect(named(problems)).toEqual(['q-skipper: wrong.1.claims']);
    expect(problems[0]?.expected).toContain('a claim that refutes “Tom Reed”');
  });

  it('has a reason of at most two sentences; an abbreviation ends none', () => {
    const claims = ['reed-harbour-master'];
    expect(
      reasons.check(option('Tom Reed', 'Ms. Marsh came first. Mr. Reed of St. Ives followed.', claims)),
    ).toEqual([]);
    const problems = reasons.check(
      option('Tom Reed', 'He came later. He was not there. He says so.', claims),
    );
    expect(named(problems)).toEqual(['q-skipper: wrong.1.because']);
    expect(problems[0]?.expected).toContain('it has 3');
  });
});

describe('a pay-off', () => {
  it('that only says again what was asked and answered is called out', () => {
    const payoff = 'Mara Quill brought the trawler Kestrel to Saltby.';
    const problems = reasons.check(changed('questions', 'q-skipper', { payoff }));
    expect(named(problems)).toEqual(['q-skipper: payoff']);
    expect(problems[0]?.expected).toContain('something that prompt and right option do not say');
  });

  it.each([
    ['has three sentences', 'One paper says so. Another does as well. A third is silent.'],
    ['is longer than a card shows', `One paper says ${'so and '.repeat(60)}so.`],
  ])('that %s is called out', (_, payoff) => {
    const problems = reasons.check(changed('questions', 'q-skipper', { payoff }));
    expect(named(problems)).toEqual(['q-skipper: payoff']);
    expect(problems[0]?.expected).toContain('one or two sentences and at most 160 characters');
  });
});
