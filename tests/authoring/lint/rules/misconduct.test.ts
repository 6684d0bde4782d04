import { describe, expect, it } from 'vitest';
import { misconduct } from '../../../../src/authoring/lint/rules/misconduct.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');
const offering = (text: string, because = 'No article says so.', claims: string[] = []) =>
  changed('questions', 'q-skipper', { wrong: [{ text, because, claims }] });

describe('a wrong option about a real person', () => {
  it('that accuses nobody is in order', () => {
    expect(misconduct.check(goodPack())).toEqual([]);
    expect(misconduct.check(offering('Forgetting the date', 'No article speaks of an arrest.'))).toEqual([]);
  });

  it.each([
    'She stole the boat',
    'For tax evasion',
    'Tax Evasion',
    'Bank Robbery',
    'A threatened crew',
    'A stolen boat',
    'Among thieves',
    'An affair',
    'She had lied to the crew',
    'Being drunk aboard',
  ])('may not invent misconduct: %s', (text) => {
    const problems = misconduct.check(offering(text));
    expect(named(problems)).toEqual(['q-skipper: wrong.0.text']);
    expect(problems[0]?.expected).toContain(`“${text}”`);
  });

  it('may not have it in its reason either', () => {
    const problems = misconduct.check(offering('Ben Quill', 'He was under arrest that day.'));
    expect(named(problems)).toEqual(['q-skipper: wrong.0.because']);
  });

  it('may say what a claim it names says, or what the question is about', () => {
    const pack = offering('She stole the boat', 'That was somebody else.', ['met-at-cafe']);
    const text = 'Mara Quill told the court who stole it.';
    expect(misconduct.check(changed('claims', 'met-at-cafe', { text }, pack))).toEqual([]);
    const asked = changed('questions', 'q-skipper', {
      ...skipper,
      prompt: 'Of how many thefts was she cleared?',
      wrong: [{ text: 'Two thefts', because: 'It was one.', claims: [] }],
    });
    expect(misconduct.check(asked)).toEqual([]);
  });

  it('may have the title of a work in it, whatever its words', () => {
    const titled = changed('entities', 'tides-of-saltby', { name: 'From Crook to Cook' });
    const { questions } = offering('Nora Finch', 'She is cited from “From Crook to Cook”.');
    expect(misconduct.check({ ...titled, questions })).toEqual([]);
  });

  it('may not be a person where the prompt asks who did wrong', () => {
    const accusing = changed('questions', 'q-skipper', { prompt: 'Who was accused of smuggling at Saltby?' });
    const fields = ['q-skipper: wrong.0.text', 'q-skipper: wrong.1.text'];
    expect(named(misconduct.check(accusing))).toEqual(fields);
  });

  it('may be as bad as it likes where all the people are invented', () => {
    const pack = offering('She stole the boat');
    const entities = pack.entities.map((entity) => ({ ...entity, invented: true }));
    expect(misconduct.check({ ...pack, entities })).toEqual([]);
  });

  it('is found also where the pack lists nobody’s name', () => {
    const pack = offering('She stole the boat');
    const claims = pack.claims.map((claim) => ({ ...claim, entities: [] }));
    expect(misconduct.check({ ...pack, entities: [], claims })).not.toEqual([]);
  });
});

describe('a statement with one detail changed', () => {
  const because = 'It was another way.';
  const varied = (text: string, claimText?: string) =>
    changed('claims', 'met-at-cafe', { refuted: [{ text, because }], ...(claimText && { text: claimText }) });

  it('may accuse nobody', () => {
    expect(misconduct.check(varied('Mara Quill said that she met Ida Marsh at a school.'))).toEqual([]);
    const problems = misconduct.check(varied('Mara Quill said that she robbed Ida Marsh at a café.'));
    expect(named(problems)).toEqual(['met-at-cafe: refuted.0.text']);
  });

  it('may not lay on one person what another is said to have done', () => {
    const said = 'Ida Marsh was convicted in 2019.';
    expect(misconduct.check(varied('Ida Marsh was convicted in 2018.', said))).toEqual([]);
    expect(misconduct.check(varied('Tom Reed was convicted in 2019.', said))).toHaveLength(1);
  });
});
