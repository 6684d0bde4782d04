/** Where in the articles words stand. Read through for every name, the texts of a large pack take minutes. */
import { stem, wordsOf } from '../../core/facts/fold.ts';
import { oncePer } from '../../core/once-per.ts';
import type { ArticleText } from '../format/reading.ts';

interface Paragraph {
  readonly article: string;
  /** From 1. */
  readonly number: number;
  readonly stems: ReadonlySet<string>;
  /** The stems in order, with a space around each. */
  readonly line: string;
}

export interface TextIndex {
  paragraph(article: string, number: number): Paragraph | undefined;
  /** Those with all of the stems, in the order of the articles. */
  having(stems: readonly string[]): readonly Paragraph[];
  /** The article in one of whose paragraphs the words stand together and in order, if it is one of these. */
  articleWith(words: string, among: readonly string[]): string | undefined;
}

/** What singular and plural share, of each word. */
export const stemsOf = (text: string): readonly string[] => wordsOf(text).map(stem);

export const indexOf = oncePer((texts: readonly ArticleText[]): TextIndex => {
  const paragraphs = texts.flatMap(({ article, paragraphs }) =>
    paragraphs.map((text, at): Paragraph => {
      const stems = stemsOf(text);
      return { article, number: at + 1, stems: new Set(stems), line: ` ${stems.join(' ')} ` };
    }),
  );
  const byPlace = new Map(paragraphs.map((one) => [`${one.article}#${one.number}`, one]));
  const byStem = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs)
    for (const word of paragraph.stems) {
      const others = byStem.get(word);
      if (others) others.push(paragraph);
      else byStem.set(word, [paragraph]);
    }
  const having = (stems: readonly string[]): readonly Paragraph[] => {
    const [rarest = []] = stems.map((word) => byStem.get(word) ?? []).toSorted((a, b) => a.length - b.length);
    return rarest.filter((paragraph) => stems.every((word) => paragraph.stems.has(word)));
  };
  return {
    paragraph: (article, number) => byPlace.get(`${article}#${number}`),
    having,
    articleWith(words, among) {
      const sought = stemsOf(words);
      return having(sought).find(
        ({ article, line }) => among.includes(article) && line.includes(` ${sought.join(' ')} `),
      )?.article;
    },
  };
});
