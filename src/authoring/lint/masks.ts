/** What carries over from elsewhere as it is, titles and quoted phrases, is not held to the rules for our wording. */
import type { Pack } from '../../core/dataset/pack.ts';
import { oncePer } from '../../core/once-per.ts';
import { wholeOf } from './part.ts';

/** Titles of the articles and names of works, which nobody may reword, also as our texts print them; longest first. */
export const titlesOf = oncePer((pack: Pack): readonly string[] =>
  [
    ...pack.articles.map(({ title }) => title),
    ...pack.entities.filter(({ kind }) => kind === 'work').flatMap(({ name, aliases }) => [name, ...aliases]),
  ]
    .filter((title) => title.includes(' '))
    .flatMap((title) => [...new Set([title, title.replaceAll("'", '’')])])
    .toSorted((a, b) => b.length - a.length),
);

/** Stands where a quotation or a title stood: no letter, so no rule about words takes it for one. */
const MASK = '◻';

/** As English, German and French print them. */
const QUOTATION = /“[^”]*”|„[^“”]*[“”]|«[^»]*»/gu;

export const withoutQuotes = (text: string): string => text.replace(QUOTATION, MASK);

/** The phrases that stand in quotation marks, without these. */
export const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(QUOTATION)].map(([phrase]) => phrase.slice(1, -1).trim());

export const withoutTitles = (text: string, titles: readonly string[]): string =>
  titles.reduce((rest, title) => (rest.includes(title) ? rest.replaceAll(title, MASK) : rest), text);

/** The text as far as it is ours alone; several rules ask for the same ones. */
export function ownWords(pack: Pack, text: string): string {
  const known = ownWordsIn(pack);
  const own = known.get(text) ?? withoutQuotes(withoutTitles(text, titlesLike(pack)(text)));
  known.set(text, own);
  return own;
}

const titlesLike = (pack: Pack) => titlesIn(wholeOf(pack));

const titlesIn = oncePer((pack: Pack) => mayStandIn(titlesOf(pack), (title) => title));

const ownWordsIn = oncePer((_: Pack) => new Map<string, string>());

/** What the pattern finds; with a capital inside a sentence it is a name: "USA Today", "Amazing Grace". */
export function commonIn(text: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(text);
  const isName =
    found && /^\p{Lu}/u.test(found[0]) && !/(?:^|[.!?:“◻]\s*)$/u.test(text.slice(0, found.index));
  return found && !isName ? found[0] : undefined;
}

/** Of many things those whose names may stand in a text, because their first words do; in their order. */
export function mayStandIn<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): (text: string) => readonly Thing[] {
  const byFirst = Map.groupBy(things, (thing) => WORD.exec(nameOf(thing))?.[0]);
  const order = new Map(things.map((thing, at) => [thing, at]));
  return (text) =>
    [...new Set(text.match(WORDS))]
      .flatMap((word) => byFirst.get(word) ?? [])
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

const WORD = /[\p{L}\p{N}]+/u;

const WORDS = new RegExp(WORD, 'gu');

/** For names that go into a pattern as they are. */
export const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a name stands in a text as whole words; “Trump” does not stand in “Trumps”. */
export const stands = (name: string, text: string): boolean =>
  text.includes(name) &&
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u').test(text);
