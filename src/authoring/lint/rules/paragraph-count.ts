/** Coverage is only as good as the number of paragraphs it counts to. */
import { problemWith, type SourceGate } from '../rule.ts';

export const paragraphCount: SourceGate = {
  name: 'articles have as many paragraphs as they say',
  check: (pack, texts) =>
    pack.articles.flatMap((article) => {
      const copy = texts.find((text) => text.article === article.id);
      if (copy === undefined)
        return [problemWith(pack, article, 'paragraphs', `a local copy of “${article.id}” to count them in`)];
      const { length } = copy.paragraphs;
      return length === article.paragraphs
        ? []
        : [
            problemWith(
              pack,
              article,
              'paragraphs',
              `${length}: the local copy has that many non-blank lines`,
            ),
          ];
    }),
};
