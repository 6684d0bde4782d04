/** From what somebody typed to what is looked for: a date, names, words that have to fit and words that may. */
import type { Library } from '../dataset/library.ts';
import type { ClaimIndex, Term } from './claim-index.ts';
import { createCorrector } from './corrections.ts';
import { plainly } from './english.ts';
import { fold, isProper, nameWords, wordsOf } from './fold.ts';
import { type Intent, intentOf } from './intent.ts';
import { isLight, isStopWord } from './stop-words.ts';
import { splitWhen, type When } from './when.ts';

export interface Reading {
  /** The words that say something, put right. */
  readonly words: readonly string[];
  readonly when: When | undefined;
  /** What every claim found has to hold. */
  readonly terms: readonly Term[];
  /** What it had better hold as well. */
  readonly light: readonly string[];
  readonly intent: Intent | undefined;
  /** What was put in place of something misspelt. */
  readonly meant: readonly string[];
}

export function createReader(library: Library, { isKnown }: ClaimIndex): (typed: string) => Reading {
  const correct = createCorrector(library, isKnown);
  const link = createLinker(library);
  return (typed) => {
    const plain = plainly(typed);
    const { when, rest } = splitWhen(joinCompounds(plain, isKnown));
    const corrected = correct(rest.filter((word) => isLight(word) || !isStopWord(word)));
    const words = corrected.meant.length === 0 ? rest : corrected.words;
    const linked = link(words);
    const said = linked.filter((term) => 'entities' in term || isLight(term.word) || !isStopWord(term.word));
    const light = said.filter((term) => !('entities' in term) && isLight(term.word));
    const heavy = said.filter((term) => !light.includes(term));
    return {
      words: said.flatMap(({ word }) => word.split(' ')),
      when,
      terms: said.length > 1 ? heavy : said,
      light: said.length > 1 ? light.map(({ word }) => word) : [],
      intent: intentOf(fold(plain)),
      meant: corrected.meant,
    };
  };
}

/** Whole names, the longest first, are whom they name: "trump" beside other words is who it is alone. */
function createLinker(library: Library): (words: readonly string[]) => readonly Term[] {
  const bearers = new Map<string, { entities: string[]; names: (readonly string[])[] }>();
  for (const { id, name, aliases, invented } of library.entities.values()) {
    const own = [name, ...aliases].filter((label) => isProper(label) && label.length > 1);
    const names = shortest(own.map(nameWords));
    if (invented) continue;
    for (const words of own.map(nameWords)) {
      const bearer = bearers.get(words.join(' ')) ?? { entities: [], names: [] };
      if (bearer.entities.includes(id)) continue;
      bearer.entities.push(id);
      bearer.names.push(...names);
      bearers.set(words.join(' '), bearer);
    }
  }
  const longest = Math.max(1, ...[...bearers.keys()].map((name) => name.split(' ').length));
  const named = (words: string) => bearers.get(words) ?? bearers.get(words.replace(/(?<=.{3})s$/, ''));
  return (words) => {
    const terms: Term[] = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(longest, words.length - at);
      while (length > 1 && !named(words.slice(at, at + length).join(' '))) length -= 1;
      const word = words.slice(at, at + length).join(' ');
      terms.push({ word, ...named(word) });
      at += length;
    }
    return terms;
  };
}

/** "Kim Kardashian" stands wherever "Kim" does. */
const shortest = (names: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  names.filter(
    (name) =>
      name.length === 1 || !names.some(([one = '', ...more]) => more.length === 0 && name.includes(one)),
  );

/** "back channel" and "back-channel" are the one word that the texts have. */
function joinCompounds(words: string, isKnown: (word: string) => boolean): readonly string[] {
  const list = wordsOf(words, (compound) => isKnown(compound.toLowerCase().replaceAll('-', '')));
  const joined: string[] = [];
  for (const word of list) {
    const pair = `${joined.at(-1) ?? ''}${word}`;
    if (pair !== word && word.length > 3 && !isKnown(word) && isKnown(pair)) joined.splice(-1, 1, pair);
    else joined.push(word);
  }
  return joined;
}
