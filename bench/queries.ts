/** What people type: drawn from the pack itself, so that there is something to find. */
import type { Library } from '../src/core/dataset/library.ts';
import type { Subject } from '../src/core/facts/subjects.ts';

const QUERIES = 250;

/** A word of a claim's text with one letter replaced. */
export interface Typo {
  readonly typed: string;
  readonly meant: string;
}

/** A subject's name with one letter of its longest word replaced. */
export interface Slip {
  readonly typed: string;
  readonly subject: Subject;
}

export function queriesOf(library: Library, subjects: readonly Subject[], next: () => number) {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('there is nothing to draw from');
    return item;
  };
  const many = <Item>(make: () => Item): readonly Item[] => Array.from({ length: QUERIES }, make);
  const letter = () => pick([...'abcdefghijklmnopqrstuvwxyz']);
  const misspelt = (word: string) => {
    const at = 1 + Math.floor(next() * (word.length - 1));
    return word.slice(0, at) + letter() + word.slice(at + 1);
  };
  const texts = [...library.claims.values()]
    .map(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
    .filter((words) => words.length > 1);
  return {
    names: () => many(() => pick(subjects).name),
    pairs: () =>
      many(() => {
        const words = pick(texts);
        return `${pick(words)} ${pick(words)}`;
      }),
    typos: () =>
      many((): Typo => {
        const meant = pick(pick(texts));
        return { meant, typed: misspelt(meant) };
      }),
    slips: () =>
      many((): Slip => {
        const subject = pick(subjects);
        const [longest = ''] = subject.name.split(' ').toSorted((a, b) => b.length - a.length);
        return { subject, typed: subject.name.replace(longest, misspelt(longest)) };
      }),
    nonsense: () => many(() => Array.from({ length: 9 }, letter).join('')),
    prefixes: (length: number) => many(() => pick(subjects).name.slice(0, length)),
  };
}
