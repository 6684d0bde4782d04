import { finding, type Rule } from '../rule.ts';

export const paragraphCount = {
  id: 'paragraph-count',
  severity: 'error',
  says: 'Coverage is only as good as the number of paragraphs it counts to.',
  needs: 'texts',
  check: (pack, texts) =>
    pack.articles.flatMap((article) => {
      const length =
        texts.find((text) => text.article === article.id)?.paragraphs.length ?? article.paragraphs;
      const expected = `${length}: its text has that many non-blank lines`;
      return length === article.paragraphs ? [] : [finding(article, 'paragraphs', expected)];
    }),
} satisfies Rule;
