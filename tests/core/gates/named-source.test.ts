import { describe, expect, it } from 'vitest';
import { namedSource } from '../../../src/core/gates/named-source.ts';
import { changed, goodPack, named, recordOf } from './harbour.ts';

const day = recordOf('questions', 'q-day-of-arrival');
const asking = (changes: Partial<typeof day>) => changed('questions', 'q-day-of-arrival', changes);

describe('a question on what the articles tell differently', () => {
  it('that names its source is in order', () => {
    expect(namedSource.check(goodPack())).toEqual([]);
  });

  it('and names none is called out, with the disagreement and the option that is right elsewhere', () => {
    const problems = namedSource.check(asking({ prompt: 'On which day did the Kestrel come in?' }));
    expect(named(problems)).toEqual(['q-day-of-arrival: prompt']);
    expect(problems[0]?.expected).toMatch(
      /such as “According to Saltby Gazette, …”: “day-of-arrival” keeps another answer, and “11 February 2020” is offered/,
    );
  });

  it('may have the source as its answer', () => {
    const pack = asking({
      prompt: 'Who gives 12 February 2020 as the day?',
      right: { ...day.right, text: 'The Saltby Gazette' },
    });
    expect(namedSource.check(pack)).toEqual([]);
  });

  it('may ask how they differ, resting on both sides', () => {
    const pack = asking({
      prompt: 'What do two papers give differently?',
      right: { text: 'The day', claims: ['arrival-on-12', 'arrival-on-11'] },
    });
    expect(namedSource.check(pack)).toEqual([]);
  });

  it('may go by all the articles as long as no article has another of its options as the answer', () => {
    const prompt = 'Going by the articles, what came first?';
    const wrong = [{ text: 'The sale of the boat', because: 'That was later.', claims: [] }];
    expect(namedSource.check(asking({ prompt, wrong }))).toEqual([]);
    expect(namedSource.check(asking({ prompt }))).toHaveLength(1);
  });

  it('where one article contradicts itself needs a source only if the other answer is offered', () => {
    const [disagreement] = goodPack().disagreements.filter(({ id }) => id === 'day-of-arrival');
    const within = (texts: readonly string[]) =>
      changed(
        'disagreements',
        disagreement?.id ?? '',
        { kind: 'within-article' },
        asking({
          prompt: 'On which day did the Kestrel come in?',
          wrong: texts.map((text) => ({ text, because: 'No article says so.', claims: [] })),
        }),
      );
    expect(namedSource.check(within(['1 March 2020', '2 March 2020']))).toEqual([]);
    expect(namedSource.check(within(['1 March 2020', '11 February 2020']))).toHaveLength(1);
  });
});
