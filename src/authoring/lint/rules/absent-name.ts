import type { Pack } from '../../../core/dataset/pack.ts';
import { wordsOf } from '../../../core/facts/fold.ts';
import { isStopWord } from '../../../core/facts/stop-words.ts';
import { escaped } from '../masks.ts';
import { type Finding, finding, type Rule } from '../rule.ts';
import { indexOf } from '../text-index.ts';

export const absentName = {
  id: 'absent-name',
  severity: 'error',
  says: 'Where a reason says that no article mentions something, none may mention it.',
  languages: ['en'],
  needs: 'texts',
  check(pack, texts) {
    const index = indexOf(texts);
    const find = absencesIn(publishersOf(pack));
    return pack.questions.flatMap((question) =>
      question.wrong.flatMap(({ text, because }, at) =>
        find(because, text).flatMap(({ what, articles }): readonly Finding[] => {
          if (wordsOf(what).every(isStopWord)) return [];
          const article = index.articleWith(what, articles);
          if (article === undefined) return [];
          const expected = `a reason that is true: “${what}” does stand in ${article}`;
          return [finding(question, `wrong.${at}.because`, expected, what)];
        }),
      ),
    );
  },
} satisfies Rule;

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

function absencesIn(publishers: Publishers): (because: string, option: string) => readonly Absence[] {
  const any = [...publishers.keys()].map(escaped).join('|');
  const somewhere = new RegExp(
    `(${any})(?:(?!${any})[^;.:])*? (?:does not|never) (?:mentions?|names?) ([^;.:]+)`,
    'gu',
  );
  return (because, option) =>
    [
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
