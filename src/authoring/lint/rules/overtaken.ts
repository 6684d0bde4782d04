/**
 * What later events overtook is asked as of its day or from its article, never as if it still held. A question
 * whose answer is the publisher asks for the source itself.
 */

import { stands } from '../masks.ts';
import { type Gate, problemWith } from '../rule.ts';

export const overtaken: Gate = {
  name: 'what was overtaken is not asked as current',
  check(pack) {
    const changed = new Map(pack.claims.map(({ id, overtaken: change }) => [id, change]));
    const publishers = pack.articles.map(({ publisher }) => publisher);
    return pack.questions.flatMap((question) => {
      const claim = question.right.claims.find((id) => changed.get(id) !== undefined);
      const isPlaced =
        /\b(?:1\d|20)\d\d\b/.test(question.prompt) ||
        publishers.some((publisher) => stands(publisher, `${question.prompt} ${question.right.text}`));
      return claim === undefined || isPlaced
        ? []
        : [
            problemWith(
              pack,
              question,
              'prompt',
              `the year or the source, such as “According to ${publishers[0]}, …”: “${claim}” no longer holds`,
            ),
          ];
    });
  },
};
