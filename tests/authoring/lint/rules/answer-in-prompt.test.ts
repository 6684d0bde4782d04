import { describe, expect, it } from 'vitest';
import { answerInPrompt } from '../../../../src/authoring/lint/rules/answer-in-prompt.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const { right, wrong } = recordOf('questions', 'q-skipper');
const asked = (prompt: string, rightText = right.text, wrongTexts = wrong.map(({ text }) => text)) =>
  changed('questions', 'q-skipper', {
    prompt,
    right: { ...right, text: rightText },
    wrong: wrongTexts.map((text) => ({ text, because: 'No article says so.', claims: [] })),
  });

describe('a prompt', () => {
  it('that does not name its answer is in order', () => {
    expect(answerInPrompt.check(goodPack())).toEqual([]);
  });

  it('that names its answer is called out, whatever the case and accents', () => {
    const problems = answerInPrompt.check(asked('Who, with MARA QUILL’s boat, came to Saltby?'));
    expect(named(problems)).toEqual(['q-skipper: prompt']);
    expect(problems[0]?.expected).toContain('“Mara Quill”');
  });

  it('that names part of its answer, and nothing of the others, is called out', () => {
    const problems = answerInPrompt.check(
      asked('What sank off Port Alder?', 'The Alder ferry', ['The Reed ferry']),
    );
    expect(problems[0]?.expected).toContain('“alder”');
  });

  it('may name all its options, or a name that a wrong option has too', () => {
    const both = asked('Who came first, Mara Quill or Ida Marsh?', 'Mara Quill', ['Ida Marsh']);
    expect(answerInPrompt.check(both)).toEqual([]);
    const shared = asked('What did Mara Quill steer?', 'Mara’s trawler', ['Mara’s ferry', 'A rowing boat']);
    expect(answerInPrompt.check(shared)).toEqual([]);
  });
});
