/** Puts right what was misspelt: names, and long words of the texts, where what was typed is no word of the dataset. */
import type { Library } from '../dataset/library.ts';
import { fold, isProper, nameWords, wordsOf } from './fold.ts';
import { isMisspelt, isSlip } from './slips.ts';

export interface Corrected {
  readonly words: readonly string[];
  /** What was put in place of something else, as the dataset writes it. */
  readonly meant: readonly string[];
}

/** Words this long are rarely misspellings of each other, so that they need not be names. */
const LONG = 6;

export function createCorrector(
  library: Library,
  isKnown: (word: string) => boolean,
): (words: readonly string[]) => Corrected {
  const { names, long } = wordsIn(library);
  const meantBy = (word: string) =>
    [0, 1, -1]
      .flatMap((by) => long().get(keyOf(word[0], word.length + by)) ?? [])
      .find((one) => isMisspelt(word, one));
  /** Of several that are meant, the one that the pack names first. */
  const correctName = (words: readonly string[], unknown: ReadonlySet<string>): Corrected | undefined => {
    let found: { readonly at: number; readonly name: ProperName } | undefined;
    for (const at of words.keys())
      for (const name of names().like(words[at] ?? '')) {
        if (found && name.number >= found.name.number) continue;
        const asked = words.slice(at, at + name.words.length);
        const isPut = asked.some((word, by) => unknown.has(word) && word !== name.words[by]);
        if (asked.length === name.words.length && isPut && isMeant(asked, name.words)) found = { at, name };
      }
    if (!found) return undefined;
    const { at, name } = found;
    return { words: words.toSpliced(at, name.words.length, ...name.words), meant: [name.label] };
  };
  return (asked) => {
    let [words, meant]: [readonly string[], readonly string[]] = [asked, []];
    const unknown = new Set(asked.filter((word) => !isKnown(word)));
    if (unknown.size === 0) return { words, meant };
    for (let next = correctName(words, unknown); next; next = correctName(words, unknown))
      [words, meant] = [next.words, [...meant, ...next.meant]];
    const common = words.map((word) => (unknown.has(word) ? meantBy(word) : undefined));
    return {
      words: words.map((word, at) => common[at] ?? word),
      meant: [...meant, ...common.flatMap((word) => word ?? [])],
    };
  };
}

/** Found once somebody types a word that is not known. */
function wordsIn(library: Library) {
  let [names, long]: [ProperNames?, ReadonlyMap<string, readonly string[]>?] = [];
  return {
    names: () => {
      names ??= properNames(library);
      return names;
    },
    long: () => {
      long ??= Map.groupBy(longWords(library), (word) => keyOf(word[0], word.length));
      return long;
    },
  };
}

const keyOf = (initial: string | undefined, length: number): string => `${initial}${length}`;

interface ProperName {
  /** Its place among all of them. */
  readonly number: number;
  readonly label: string;
  readonly words: readonly string[];
}

interface ProperNames {
  /** Those of which this may be the first word, misspelt or not. */
  like(word: string): readonly ProperName[];
}

/** What is taken for something misspelt differs from it in length by no more. */
const MOST_APART = 2;

/** Names in capitals: only they are worth guessing at, since other short words differ by a letter all the time. */
function properNames(library: Library): ProperNames {
  const entities = [...library.entities.values()].filter(({ invented }) => !invented);
  const labels = [...entities, ...library.events.values(), ...library.topics.values()].flatMap(
    ({ name, aliases }) => [name, ...aliases],
  );
  const proper = new Map(labels.filter(isProper).map((label) => [fold(label), label]));
  const all = [...proper.values()].map((label, number) => ({ number, label, words: nameWords(label) }));
  const byFirst = Map.groupBy(all, ({ words: [first = ''] }) => keyOf(first[0], first.length));
  const around = Array.from({ length: 2 * MOST_APART + 1 }, (_, at) => at - MOST_APART);
  return {
    like: (word) => around.flatMap((by) => byFirst.get(keyOf(word[0], word.length + by)) ?? []),
  };
}

function longWords(library: Library): readonly string[] {
  const named = [...library.entities.values(), ...library.events.values(), ...library.topics.values()];
  const texts = [
    ...[...library.claims.values()].map(({ text }) => text),
    ...named.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  return [...new Set(texts.flatMap((text) => wordsOf(text)))].filter(({ length }) => length >= LONG);
}

/** A word alone has to have five letters; beside another word of the name three may do: "snoop dog". */
function isMeant(asked: readonly string[], name: readonly string[]): boolean {
  if (name.length === 1) return asked.every((word) => word.length > 4 && isSlip(word, name[0] ?? ''));
  return asked.every((word, at) => {
    const meant = name[at] ?? '';
    return word === meant || isSlip(word, meant) || (word.length === 3 && meant === word + meant.at(-1));
  });
}
