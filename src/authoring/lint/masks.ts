/** What carries over from elsewhere as it is, titles and quoted phrases, is not held to the rules for our wording. */
import type { Pack } from '../../core/dataset/pack.ts';

/** Titles of the articles and names of works, which nobody may reword, also as our texts print them; longest first. */
export const titlesOf = (pack: Pack): readonly string[] =>
  [
    ...pack.articles.map(({ title }) => title),
    ...pack.entities.filter(({ kind }) => kind === 'work').flatMap(({ name, aliases }) => [name, ...aliases]),
  ]
    .filter((title) => title.includes(' '))
    .flatMap((title) => [title, title.replaceAll("'", '’')])
    .toSorted((a, b) => b.length - a.length);

/** Stands where a quotation or a title stood: no letter, so no rule about words takes it for one. */
const MASK = '◻';

export const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/gu, MASK);

export const withoutTitles = (text: string, titles: readonly string[]): string =>
  titles.reduce((rest, title) => rest.replaceAll(title, MASK), text);

/** The text as far as it is ours alone. */
export const ownWords = (text: string, titles: readonly string[]): string =>
  withoutQuotes(withoutTitles(text, titles));

/** For names that go into a pattern as they are. */
export const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a name stands in a text as whole words; “Trump” does not stand in “Trumps”. */
export const stands = (name: string, text: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u').test(text);
