import { describe, expect, it } from 'vitest';
import { overtaken } from '../../../../src/authoring/lint/rules/overtaken.ts';
import { changed, goodPack } from '../harbour.ts';

const asked = (prompt: string, answer = 'Mara Quill') =>
  overtaken.check(
    changed('questions', 'q-skipper', { prompt, right: { text: answer, claims: ['quill-owned-kestrel'] } }),
  );

describe('a question on what later events overtook', () => {
  it('stands in no good pack without its year or source', () => {
    expect(overtaken.check(goodPack())).toEqual([]);
  });

  it('is turned down where it asks as if it still held', () => {
    const [problem] = asked('Who owned the Kestrel?');
    expect(problem).toMatchObject({ record: 'q-skipper', field: 'prompt' });
    expect(problem?.expected).toContain('According to Saltby Gazette');
  });

  it.each([
    ['Who owned the Kestrel in 2020?', 'Mara Quill'],
    ['Who owned the Kestrel, according to the Saltby Gazette?', 'Mara Quill'],
    ['Which article says that Mara Quill owned the Kestrel?', 'Saltby Gazette'],
  ])('is fine with a year, a source, or the source as the answer: %s', (prompt, answer) => {
    expect(asked(prompt, answer)).toEqual([]);
  });
});
