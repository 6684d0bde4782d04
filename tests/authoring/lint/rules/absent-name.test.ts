import { describe, expect, it } from 'vitest';
import { absentName } from '../../../../src/authoring/lint/rules/absent-name.ts';
import { changed, goodPack, goodTexts, recordOf } from '../harbour.ts';

const [first, ...rest] = recordOf('questions', 'q-skipper').wrong;

const because = (reason: string, text = 'Alma Torrance') =>
  absentName.check(
    changed('questions', 'q-skipper', { wrong: [{ claims: [], ...first, text, because: reason }, ...rest] }),
    goodTexts(),
  );

describe('what a wrong option’s reason says is in no article', () => {
  it('is in none in a good pack', () => {
    expect(absentName.check(goodPack(), goodTexts())).toEqual([]);
  });

  it.each([
    ['No article mentions Port Alder; Coast Weekly names Saltby.', 'lantern-2022'],
    ['No article mentions a harbour fee for boats.', 'coast-2021'],
    ['No article names newsletters.', 'gazette-2020'],
    ['The Lantern writes of two women and does not mention Mara Quill.', 'lantern-2022'],
  ])('is turned down where it is in one: %s', (reason, article) => {
    const [problem] = because(reason);
    expect(problem).toMatchObject({ record: 'q-skipper', field: 'wrong.0.because' });
    expect(problem?.expected).toContain(`does stand in ${article}`);
  });

  it('is the option itself where the reason says “this name”', () => {
    expect(because('No article has this name; it is invented.', 'Tom Reed')).toHaveLength(1);
    expect(because('No article has this name; it is invented.')).toEqual([]);
  });

  it.each([
    ['No article mentions a lighthouse.'],
    ['The Lantern does not mention Ben Quill.'],
    ['No article mentions a museum in Saltby.'],
  ])('is fine where it is in none, or where only the whole phrase is denied: %s', (reason) => {
    expect(because(reason)).toEqual([]);
  });
});
