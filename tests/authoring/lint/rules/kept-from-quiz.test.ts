import { describe, expect, it } from 'vitest';
import { keptFromQuiz } from '../../../../src/authoring/lint/rules/kept-from-quiz.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

describe('a question', () => {
  it('about grown-ups and their doings is in order', () => {
    expect(keptFromQuiz.check(goodPack())).toEqual([]);
  });

  it.each(['hardship', 'child', 'delicate'] as const)(
    'may not rest on a claim reserved as %s',
    (reserved) => {
      const problems = keptFromQuiz.check(changed('claims', 'boat-came-in', { reserved }));
      expect(named(problems)).toEqual(['q-skipper: right.claims']);
      expect(problems[0]?.expected).toContain(`reserved as ${reserved}`);
    },
  );

  it('may not be about a child, though no file has it because a rule made it', () => {
    const pack = changed('claims', 'kestrel-to-museum', {
      entities: [{ entity: 'pip-quill', role: 'actor' }],
    });
    const made = {
      ...recordOf('questions', 'q-skipper'),
      id: 'draft-who-kestrel-to-museum',
      right: { text: 'Pip Quill', claims: ['kestrel-to-museum'] },
    };
    const problems = keptFromQuiz.check({ ...pack, questions: [...pack.questions, made] });
    expect(named(problems)).toEqual(['draft-who-kestrel-to-museum: right.claims']);
  });

  it('may be about an article itself, where somebody wrote it', () => {
    expect(keptFromQuiz.check(changed('claims', 'boat-came-in', { reserved: 'about-the-article' }))).toEqual(
      [],
    );
  });
});
