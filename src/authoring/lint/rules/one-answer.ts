/** No answer is offered twice, whatever it is called: one of the two would be right and marked wrong. */
import type { Pack } from '../../../core/dataset/pack.ts';
import { twiceOffered } from '../../../core/dataset/rules.ts';
import { nameWords } from '../../../core/facts/fold.ts';
import { inDigits } from '../number-forms.ts';
import { optionsOf } from '../question-words.ts';
import { type Gate, problemWith } from '../rule.ts';

export const oneAnswer: Gate = {
  name: 'every option offered once',
  check(pack) {
    const same = sameThing(pack);
    const twice = twiceOffered(pack);
    const known = new Set(twice.map(({ record }) => record));
    const others = pack.questions
      .filter(({ id }) => !known.has(id))
      .flatMap((question) => {
        const seen = new Map<string, string>();
        return optionsOf(question).flatMap((text, at) => {
          const other = seen.get(same(text));
          seen.set(same(text), text);
          if (other === undefined) return [];
          const expected = `an option of its own, but “${text}” is another way to write “${other}”: offer something else`;
          return [problemWith(pack, question, `wrong.${at - 1}.text`, expected)];
        });
      });
    return [...twice, ...others];
  },
};

/** One form for all the ways to write a thing: aliases of an entity, a number in digits or words, a date's parts. */
function sameThing(pack: Pack): (text: string) => string {
  const names = pack.entities
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((known) => ({ id, words: plain(known) })))
    .filter(({ words }) => words !== '')
    .toSorted((a, b) => b.words.length - a.words.length);
  return (text) => {
    const words = names.reduce(
      (folded, name) => folded.replaceAll(` ${name.words} `, ` <${name.id}> `),
      ` ${plain(text)} `,
    );
    return isDate(words) ? words.trim().split(' ').toSorted().join(' ') : words.trim();
  };
}

/** Folded, numbers in digits, without the article or preposition that an option may begin with. */
const plain = (text: string): string =>
  nameWords(text)
    .join(' ')
    .replace(/^(?:(?:the|an?|in|on|at|to|by|for|of) )+(?=.)/, '')
    .split(' ')
    .map(inDigits)
    .join(' ');

const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** "12 February 2020" and "February 12, 2020": day, month and year in whatever order. */
const isDate = (words: string): boolean => new RegExp(`^ (?:(?:${MONTH}|\\d{1,2}|\\d{4}) )+$`).test(words);
