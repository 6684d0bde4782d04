import type { Pack } from '../../../core/dataset/pack.ts';
import { fold } from '../../../core/facts/fold.ts';
import { oncePer } from '../../../core/once-per.ts';
import type { ArticleText } from '../../format/reading.ts';
import { titlesOf } from '../masks.ts';
import { ourTexts } from '../our-texts.ts';
import type { Finding, Rule } from '../rule.ts';

const SHORTEST = 8;

export const ownWords = {
  id: 'own-words',
  severity: 'error',
  says: 'The pack is in our own words: no run of eight words is the article’s of somebody else.',
  needs: 'texts',
  check(pack, texts) {
    const ours = new Set(pack.articles.flatMap(({ id, ours: isOurs }) => (isOurs ? [id] : [])));
    const runs = runsWithout(texts)(ours);
    const isName = (words: string) =>
      [...titlesOf(pack), ...pack.entities.map(({ name }) => name)].some((name) =>
        joined(wordsIn(name)).includes(` ${words} `),
      );
    return textsToCompare(pack).flatMap(({ text, on, record, field }): readonly Finding[] => {
      const copied = copiedRun(wordsIn(text), runs);
      if (copied === undefined || isName(copied.words)) return [];
      const expected = `our own words in place of “${copied.words}”, which stands in ${copied.article}`;
      return [{ on, record, field, expected, words: copied.words }];
    });
  },
} satisfies Rule;

type Compared = Pick<Finding, 'on' | 'record' | 'field'> & { readonly text: string };

/** What only editors read counts too: it is published with the rest. */
const textsToCompare = (pack: Pack): readonly Compared[] => [
  ...ourTexts(pack).map(({ record, field, text }) => ({ on: record, record: record.id, field, text })),
  ...pack.articles.map((article) => ({
    on: article,
    record: article.id,
    field: 'known',
    text: article.known,
  })),
  ...pack.leftOut.map((entry) => ({
    on: entry,
    record: `${entry.article}, paragraph ${entry.paragraph}`,
    ...{ field: 'what', text: entry.what },
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

/** Of the texts that are not ours; the same ones are asked for again and again while somebody writes. */
const runsWithout = oncePer((texts: readonly ArticleText[]) => {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (ours: ReadonlySet<string>): ReadonlyMap<string, string> => {
    const key = [...ours].join(' ');
    const runs = known.get(key) ?? runsOf(texts.filter(({ article }) => !ours.has(article)));
    known.set(key, runs);
    return runs;
  };
});

/** Every run of eight words, with the article it stands in; runs go over the ends of paragraphs. */
function runsOf(texts: readonly ArticleText[]): ReadonlyMap<string, string> {
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
