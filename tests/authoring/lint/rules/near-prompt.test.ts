import { describe, expect, it } from 'vitest';
import { nearPrompt } from '../../../../src/authoring/lint/rules/near-prompt.ts';
import { added, goodPack, named, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');
const withPrompts = (...prompts: readonly string[]) =>
  prompts.reduce(
    (pack, prompt, at) => added('questions', { ...skipper, id: `q-more-${at}`, prompt }, pack),
    goodPack(),
  );

describe('two prompts', () => {
  it('that ask different things are in order', () => {
    expect(nearPrompt.check(goodPack())).toEqual([]);
  });

  it('that ask the same in other forms of the same words are called out, both of them named', () => {
    const problems = nearPrompt.check(withPrompts('Who brought the trawlers “Kestrel” to Saltby?'));
    expect(named(problems)).toEqual(['q-more-0: prompt']);
    expect(problems[0]?.expected).toContain(
      '“q-skipper” asks (“Who brought the trawler Kestrel to Saltby?”)',
    );
  });

  it('with the same lead and another matter are two questions', () => {
    const lead = 'Which of the articles in this pack reports the following statement about the story:';
    const matters = [
      'a gull took bread',
      'rain fell all night',
      'the lamp went dark',
      'nets were torn',
      'ice closed the bay',
    ];
    expect(nearPrompt.check(withPrompts(...matters.map((matter) => `${lead} ${matter}?`)))).toEqual([]);
  });

  it('with the same matter behind two leads are one question', () => {
    const behind = (lead: string, ...matters: readonly string[]) =>
      matters.map((matter) => `${lead} ${matter}`);
    const pack = withPrompts(
      ...behind(
        'True or false?',
        'A gull took bread from Ida.',
        'Rain fell all night.',
        'The lamp went dark.',
      ),
      ...behind(
        'Who fits the gap?',
        'A gull took bread from [who?].',
        '[who?] tore a net.',
        '[who?] lit a fire.',
      ),
    );
    expect(named(nearPrompt.check(pack))).toEqual(['q-more-3: prompt']);
  });

  it('that point at their options differ by these', () => {
    const prompt = 'Which of these came first?';
    const other = (id: string, ...texts: readonly string[]) => ({
      ...skipper,
      id,
      prompt,
      right: { ...skipper.right, text: texts[0] ?? '' },
      wrong: texts.slice(1).map((text) => ({ text, because: 'It came later.', claims: [] })),
    });
    const one = added('questions', other('q-one', 'The storm', 'The sale'));
    expect(nearPrompt.check(added('questions', other('q-two', 'A wedding', 'A market'), one))).toEqual([]);
    const twice = added('questions', other('q-two', 'The storm', 'The sale'), one);
    expect(named(nearPrompt.check(twice))).toEqual(['q-two: prompt']);
  });
});
