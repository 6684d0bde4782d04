/** Which paragraphs of the articles have a word. Read through for every name, the texts of a large pack take minutes. */
import { stem, wordsOf } from '../../core/facts/fold.ts';
import { oncePer } from '../../core/once-per.ts';
import type { SourceText } from './source-text.ts';

export interface Paragraph {
  readonly article: string;
  /** From 1. */
  readonly paragraph: number;
  /** Stems with a space around each, so that whole words can be looked for. */
  readonly stems: string;
}

export interface TextIndex {
  /** The paragraphs with a stem, in the order of the articles. */
  having(stem: string): readonly Paragraph[];
  /** Those in which the words stand together and in order; singular and plural are one. */
  standing(words: string): readonly Paragraph[];
  readonly paragraphs: number;
}

export const indexOf = oncePer((texts: readonly SourceText[]): TextIndex => {
  const paragraphs = texts.flatMap(({ article, paragraphs }) =>
    paragraphs.map((text, at): Paragraph => ({ article, paragraph: at + 1, stems: spaced(stemsOf(text)) })),
  );
  const having = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs)
    for (const word of new Set(paragraph.stems.trim().split(' '))) {
      const others = having.get(word) ?? [];
      if (others.length === 0) having.set(word, others);
      others.push(paragraph);
    }
  return {
    having: (word) => having.get(word) ?? [],
    standing(words) {
      const stems = stemsOf(words);
      const [rarest = []] = stems
        .map((word) => having.get(word) ?? [])
        .toSorted((a, b) => a.length - b.length);
      return rarest.filter((paragraph) => paragraph.stems.includes(spaced(stems)));
    },
    paragraphs: paragraphs.length,
  };
});

export const stemsOf = (text: string): readonly string[] => wordsOf(text).map(stem);

const spaced = (stems: readonly string[]): string => ` ${stems.join(' ')} `;
