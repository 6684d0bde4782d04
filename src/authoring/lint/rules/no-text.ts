import { finding, type Rule } from '../rule.ts';

/** Somebody who has a pack from others has the texts that are theirs at most. */
export const noText = {
  id: 'no-text',
  severity: 'note',
  says: 'An article without its text cannot be read against what the pack says of it.',
  needs: 'texts',
  check(pack, texts) {
    const there = new Set(texts.map(({ article }) => article));
    return pack.articles
      .filter(({ id }) => !there.has(id))
      .map((article) =>
        finding(article, 'id', `its text, against which nobody held what rests on “${article.id}”`),
      );
  },
} satisfies Rule;
