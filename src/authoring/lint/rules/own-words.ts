/** The pack is in our own words: no run of eight words is an article’s. */
import { type Pack, type Problem, problemAt } from '../../../core/dataset/pack.ts';
import { fold } from '../../../core/facts/fold.ts';
import { titlesOf } from '../masks.ts';
import { ourTexts } from '../our-texts.ts';
import { problemWith, type SourceGate, type SourceText } from '../rule.ts';

const SHORTEST = 8;

export const overlap: SourceGate = {
  name: 'no run of eight words from an article',
  check(pack, texts) {
    const runs = runsOf(texts);
    const names = [...titlesOf(pack), ...pack.entities.map(({ name }) => name)].map((name) =>
      joined(wordsIn(name)),
    );
    return textsToCompare(pack).flatMap(({ text, problem }) => {
      const copied = copiedRun(wordsIn(text), runs);
      return copied === undefined || names.some((name) => name.includes(` ${copied.words} `))
        ? []
        : [problem(`our own words in place of “${copied.words}”, which stands in ${copied.article}`)];
    });
  },
};

type Compared = { readonly text: string; readonly problem: (expected: string) => Problem };

/** What only editors read counts too: it is published with the rest. */
const textsToCompare = (pack: Pack): readonly Compared[] => [
  ...ourTexts(pack).map(({ record, field, text }) => ({
    text,
    problem: (expected: string) => problemWith(pack, record, field, expected),
  })),
  ...pack.articles.map((article) => ({
    text: article.known,
    problem: (expected: string) => problemWith(pack, article, 'known', expected),
  })),
  ...pack.leftOut.map((entry) => ({
    text: entry.what,
    problem: (expected: string) =>
      problemAt(pack, entry, `${entry.article}, paragraph ${entry.paragraph}`, 'what', expected),
  })),
];

/**
 * No case, accents or punctuation: a comma more does not make words ours. No numbers and months either: who tells a date
 * or a version has no other words for it.
 */
const wordsIn = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []).filter((word) => !GIVEN.test(word));

const GIVEN =
  /^(?:\d+(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Every run of eight words, with the article it stands in; runs go over the ends of paragraphs. */
function runsOf(texts: readonly SourceText[]): ReadonlyMap<string, string> {
  const runs = new Map<string, string>();
  for (const { article, paragraphs } of texts) {
    const words = wordsIn(paragraphs.join('\n'));
    for (let at = 0; at + SHORTEST <= words.length; at += 1)
      runs.set(words.slice(at, at + SHORTEST).join(' '), article);
  }
  return runs;
}

function copiedRun(
  words: readonly string[],
  runs: ReadonlyMap<string, string>,
): { readonly words: string; readonly article: string } | undefined {
  for (let at = 0; at + SHORTEST <= words.length; at += 1) {
    const run = words.slice(at, at + SHORTEST).join(' ');
    const article = runs.get(run);
    if (article !== undefined) return { words: run, article };
  }
  return undefined;
}
