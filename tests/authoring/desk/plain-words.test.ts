/** Nobody at the page reads of commands, of YAML or of releases. */
import { expect, it } from 'vitest';
import { plainly } from '../../../src/authoring/desk/plain-words.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest({
  ...CLUB,
  'topics/boats.yaml': `${CLUB['topics/boats.yaml']}
  - question: Who rows best?
    right: Nora Finch
    wrong: [Ada Stone, Tom Reed]
    payoff: She does.
    facts: the-boat-has-room-for-nine-people
`,
});

it('says what to do, and leaves out how it is typed', () => {
  const told =
    'none of its facts says “Tom”: change the answer, add the fact that says it, or accept this for a reason';
  expect(
    plainly(`${told} (in the file: \`also: ID\` beside boat-came-in, or accept: { answer-unproved: why })`),
  ).toBe(told);
  expect(plainly('the text of “log”: npm run pack -- add FILE')).toBe('the text of “log”');
  expect(plainly('correct it, or put what the article calls it into names.yaml')).toBe(
    'correct it, or list it with what the article calls it, too',
  );
  expect(plainly('a year (in four digits)')).toBe('a year (in four digits)');
});

it('tells of answers and paragraphs in plain words, and of no release', async () => {
  const { findings, problems } = await desk.checked();
  const rules = findings.map(({ rule }) => rule);
  expect([
    rules.includes('answer-unproved'),
    rules.includes('coverage'),
    rules.includes('unreleased'),
  ]).toEqual([true, true, false]);
  for (const { expected } of [...findings, ...problems])
    expect(expected).not.toMatch(/npm run|in the file:|`/);
});
