/**
 * Do words name an option of an open question? They touch it alike whichever option it is, right or wrong, known to
 * the articles or invented; also misspelt as the search would put it right, begun, under another name, or in words
 * that the search takes for the same.
 */
import { formsOf } from '../../facts/claim-index.ts';
import { alike, plainly } from '../../facts/english.ts';
import { nameWords, wordsOf } from '../../facts/fold.ts';
import { numbersIn } from '../../facts/number-words.ts';
import type { FactSearch } from '../../facts/search.ts';
import { isNear } from '../../facts/slips.ts';
import { isStopWord } from '../../facts/stop-words.ts';
import { splitWhen } from '../../facts/when.ts';

export interface OptionWords {
  touchedBy(typed: Typed): boolean;
}

/** What somebody typed, taken apart once for all open questions. */
export interface Typed {
  readonly phrase: string;
  /** The words in every form by which the search looks for them. */
  readonly words: readonly string[];
}

type Search = Pick<FactSearch, 'read' | 'named'>;

/** A beginning of fewer letters is one of too many words. */
const SHORTEST_BEGINNING = 3;

export function optionWords(search: Search, options: readonly string[]): OptionWords {
  const bearers = options.map((option) => search.named(option).filter(({ kind }) => kind === 'entity'));
  const names = options.map((option, at) => [option, ...(bearers[at] ?? []).map(({ name }) => name)]);
  const words = names.map((some) => new Set(some.flatMap(saying)));
  const marks = [...new Set(words.flatMap((some) => [...some]))].filter(
    (word) => !words.every((some) => some.has(word)),
  );
  const meanings = [...new Set(marks.flatMap((mark) => [mark, ...alike(mark)]))];
  const forms = new Set(meanings.flatMap(formsOf));
  const aliases = bearers.flat().flatMap((subject) => subject.aliases);
  const phrases = [...names.flat(), ...aliases].map((name) => phraseOf(nameWords(name)));
  return {
    touchedBy: (typed) =>
      phrases.some((name) => typed.phrase.includes(name)) ||
      typed.words.some((word) => forms.has(word) || meanings.some((meaning) => isMeant(word, meaning))),
  };
}

export function readTyped(search: Search, text: string): Typed {
  const words = [...saying(text), ...search.read(text), ...pairsIn(wordsOf(text))];
  return {
    phrase: phraseOf(nameWords(text)),
    words: [...new Set(words.flatMap((word) => [word, ...formsOf(word)]))],
  };
}

/** The words that say something, with compounds taken for one word and several, and idioms also for what they mean. */
function saying(text: string): readonly string[] {
  const words = [text, plainly(text)].flatMap((one) => [...wordsOf(one), ...nameWords(one)]);
  const months = splitWhen(words).when?.months ?? [];
  return [
    ...words.filter((word) => !isStopWord(word)),
    ...numbersIn(text).map(({ value }) => String(value)),
    ...months.map((month) => `month ${month}`),
  ];
}

const isMeant = (typed: string, mark: string): boolean =>
  typed[0] === mark[0] &&
  (isNear(typed, mark) ||
    (typed.length >= SHORTEST_BEGINNING && mark.startsWith(typed) && !/\p{N}/u.test(typed)));

/** "Loui siana" is found as one word where the articles have it, so it counts as one everywhere. */
const pairsIn = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, at) => `${words[at]}${word}`);

const phraseOf = (words: readonly string[]): string => ` ${words.join(' ')} `;
