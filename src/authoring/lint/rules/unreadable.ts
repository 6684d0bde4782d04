import { unreadable as problemOf } from '../../../core/dataset/fields.ts';
import { finding, type Rule } from '../rule.ts';

/** Texts of our own are refused at the start already; these carry over from elsewhere as they are. */
export const unreadable = {
  id: 'unreadable',
  severity: 'error',
  says: 'A sign that nobody sees, or one that was read in the wrong encoding, breaks cards and search.',
  check: ({ articles }) =>
    articles.flatMap((article) =>
      (['title', 'author', 'publisher'] as const).flatMap((field) => {
        const problem = problemOf(article[field] ?? '');
        return problem === undefined ? [] : [finding(article, field, `another text, as this one ${problem}`)];
      }),
    ),
} satisfies Rule;
