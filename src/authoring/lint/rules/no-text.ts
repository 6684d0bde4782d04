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
        finding(
          article,
          'title',
          'the text of this article: without it, nobody can check that the article says what its facts say',
        ),
      );
  },
} satisfies Rule;
