/** Where a wrong option is explained by what an article does not say, the article indeed does not say it. */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import { stem, wordsOf } from '../../../core/facts/fold.ts';
import { isStopWord } from '../../../core/facts/stop-words.ts';
import { escaped } from '../masks.ts';
import { problemWith, type SourceGate, type SourceText } from '../rule.ts';

export const absentName: SourceGate = {
  name: 'what is said to be in no article is in none',
  check(pack, texts) {
    const sources = texts.map(stemmed);
    const publishers = publishersOf(pack);
    return pack.questions.flatMap((question) =>
      question.wrong.flatMap(({ text, because }, at) =>
        absencesIn(because, text, publishers).flatMap(({ what, articles }): readonly Problem[] => {
          const found = sources.find((source) => articles.includes(source.article) && occurs(what, source));
          if (found === undefined) return [];
          const expected = `a reason that is true: “${what}” does stand in ${found.article}`;
          return [problemWith(pack, question, `wrong.${at}.because`, expected)];
        }),
      ),
    );
  },
};

/** What is said to be absent, and from which articles. */
interface Absence {
  readonly what: string;
  readonly articles: readonly string[];
}

/** Publisher to the ids of its articles. */
type Publishers = ReadonlyMap<string, readonly string[]>;

const publishersOf = (pack: Pack): Publishers =>
  new Map(
    [...Map.groupBy(pack.articles, ({ publisher }) => publisher)].map(([publisher, articles]) => [
      publisher,
      articles.map(({ id }) => id),
    ]),
  );

const EVERYWHERE = /\bNo article (?:mentions|names|has|gives|speaks of|says anything about) ([^;.:]+)/gu;

function absencesIn(because: string, option: string, publishers: Publishers): readonly Absence[] {
  const any = [...publishers.keys()].map(escaped).join('|');
  const somewhere = new RegExp(
    `(${any})(?:(?!${any})[^;.:])*? (?:does not|never) (?:mentions?|names?) ([^;.:]+)`,
    'gu',
  );
  return [
    ...[...because.matchAll(EVERYWHERE)].map(([, what = '']) => ({
      what: nameIn(what, option),
      articles: [...publishers.values()].flat(),
    })),
    ...[...because.matchAll(somewhere)].map(([, publisher = '', what = '']) => ({
      what: nameIn(what, option),
      articles: publishers.get(publisher) ?? [],
    })),
  ].filter(({ what }) => what !== '');
}

/**
 * "a court case over the clemency": the court case; "this name": the option. Empty where what is left is too
 * little to look for: "a visit by …" does not deny every visit.
 */
function nameIn(what: string, option: string): string {
  if (/^(?:this|that|such an?) \p{L}+$|\bof (?:this|that) (?:name|title)$/u.test(what)) return option;
  const [head = ''] = what.split(
    /,| (?:in|on|at|of|to|for|from|with|about|over|as|by|between|when|where|who|whom|which|that|and|or)\b/u,
  );
  const name = head.replace(/^(?:an?|the|any)\s+/iu, '');
  const isTooLittle = head !== what && /^\p{Ll}+$/u.test(name);
  return isTooLittle || /^(?:this|that|such|him|her|it|them|any|anything|either)\b/iu.test(name) ? '' : name;
}

interface Source {
  readonly article: string;
  /** Stems with a space around each, so that whole words can be looked for. */
  readonly paragraphs: readonly string[];
}

const stemmed = ({ article, paragraphs }: SourceText): Source => ({
  article,
  paragraphs: paragraphs.map(stems),
});

/** Singular and plural are one; the words stand together and in order, in one paragraph. */
const occurs = (what: string, { paragraphs }: Source): boolean =>
  wordsOf(what).some((word) => !isStopWord(word)) &&
  paragraphs.some((paragraph) => paragraph.includes(stems(what)));

const stems = (text: string): string => ` ${wordsOf(text).map(stem).join(' ')} `;
