import { describe, expect, it } from 'vitest';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const imported = (text: string) => importQuestions(text, 'harbour_life.yaml');

describe('a trivia list of Red', () => {
  it('becomes questions that wait for wrong options, with the first answer of each', () => {
    const { format, topics, problems } = imported(`AUTHOR: Ben
DESCRIPTION: About one harbour.
CONFIG:
  delay: 20
Who brought the Kestrel in?:
- Mara Quill
- mara
"What cost £5: mooring or tea?":
- No  # not a boolean
`);
    expect(format).toBe('Red-DiscordBot trivia');
    expect(topics).toEqual([
      {
        name: 'Harbour life',
        entries: [
          { question: 'Who brought the Kestrel in?', right: 'Mara Quill', draft: 'true' },
          { question: 'What cost £5: mooring or tea?', right: 'No', draft: 'true' },
        ],
      },
    ]);
    expect(problems).toEqual([
      { says: expect.stringContaining('give each question one to three wrong options') },
    ]);
  });

  it('needs no more where its answers are true and false', () => {
    expect(imported('It rained.:\n- "true"\n')).toMatchObject({
      topics: [{ entries: [{ right: 'True', wrong: ['False'], kind: 'true-false' }] }],
      problems: [],
    });
  });

  it.each([
    ['AUTHOR: Ben\nWho?: Mara\n', 2, '“Who?” has no list of answers'],
    ['Who?:\n- Mara\nWhose is this? https://club.test/boat.png:\n- Tom\n', 3, 'has a picture'],
    ['Who?:\n- Mara\nWhich: the Kestrel: or not?:\n- Tom\n', 3, 'into quotation marks'],
  ])('names with its line what is broken: %j', (text, line, says) => {
    expect(imported(text).problems).toContainEqual({ line, says: expect.stringContaining(says) });
  });
});
