import { stands } from '../masks.ts';
import { finding, type Rule } from '../rule.ts';

/** A question whose answer is the publisher asks for the source itself. */
export const overtaken = {
  id: 'overtaken',
  severity: 'error',
  says: 'What later events overtook is asked as of its day or from its article, never as if it still held.',
  check(pack) {
    const changed = new Set(
      pack.claims.flatMap(({ id, overtaken }) => (overtaken === undefined ? [] : [id])),
    );
    const publishers = [...new Set(pack.articles.map(({ publisher }) => publisher))];
    return pack.questions.flatMap((question) => {
      const claim = question.right.claims.find((id) => changed.has(id));
      const isPlaced =
        /\b(?:1\d|20)\d\d\b/.test(question.prompt) ||
        publishers.some((publisher) => stands(publisher, `${question.prompt} ${question.right.text}`));
      if (claim === undefined || isPlaced) return [];
      const expected = `the year or the source, such as “According to ${publishers[0]}, …”: “${claim}” no longer holds`;
      return [finding(question, 'prompt', expected)];
    });
  },
} satisfies Rule;
