import type { Pack } from '../../../core/dataset/pack.ts';
import { twiceOffered } from '../../../core/dataset/rules.ts';
import { nameWords } from '../../../core/facts/fold.ts';
import { oncePer } from '../../../core/once-per.ts';
import { labelsOf } from '../named.ts';
import { inDigits } from '../number-forms.ts';
import { optionsOf } from '../question-words.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

export const oneAnswer = {
  id: 'one-answer',
  severity: 'error',
  says: 'Of one answer offered twice, whatever it is called, one would be right and marked wrong.',
  check(pack) {
    const same = sameThing(pack);
    const twice = Map.groupBy(twiceOffered(pack), ({ record }) => record);
    return pack.questions.flatMap((question): readonly Finding[] => {
      const alike = twice.get(question.id);
      if (alike) return alike.map(({ field, expected }) => finding(question, field, expected));
      const seen = new Map<string, string>();
      return optionsOf(question).flatMap((text, at) => {
        const other = seen.get(same(text));
        seen.set(same(text), text);
        if (other === undefined) return [];
        const expected = `an option of its own, but “${text}” is another way to write “${other}”: offer something else`;
        return [finding(question, `wrong.${at - 1}.text`, expected, text)];
      });
    });
  },
} satisfies Rule;

const plainLabels = oncePer((entities: Pack['entities']) => labelsOf(entities, plain));

/** One form for all the ways to write a thing: aliases of an entity, a number in digits or words, a date's parts. */
function sameThing(pack: Pack): (text: string) => string {
  const labels = plainLabels(pack.entities);
  return (text) => {
    const words = plain(text);
    const signs: string[] = [];
    for (let at = 0; at < words.length; ) {
      const [label] = labels(words, at);
      signs.push(label ? `<${label.entity.id}>` : (words[at] ?? ''));
      at += label?.words.length ?? 1;
    }
    return (signs.every(isOfADate) ? signs.toSorted() : signs).join(' ');
  };
}

/** Folded, numbers in digits, without the article or preposition that an option may begin with. */
const plain = (text: string): readonly string[] =>
  nameWords(text)
    .join(' ')
    .replace(/^(?:(?:the|an?|in|on|at|to|by|for|of) )+(?=.)/, '')
    .split(' ')
    .filter(Boolean)
    .map(inDigits);

/** "12 February 2020" and "February 12, 2020": day, month and year in whatever order. */
const isOfADate = (word: string): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}|\d{4})$/.test(
    word,
  );
