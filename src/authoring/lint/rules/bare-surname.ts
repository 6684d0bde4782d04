import type { Pack } from '../../../core/dataset/pack.ts';
import { isStopWord } from '../../../core/facts/stop-words.ts';
import { oncePer } from '../../../core/once-per.ts';
import { escaped, mayStandIn, ownWords } from '../masks.ts';
import { findInTexts } from '../our-texts.ts';
import type { Rule } from '../rule.ts';

export const bareSurname = {
  id: 'bare-surname',
  severity: 'warning',
  says: 'A surname that two people of the story bear tells nobody who is meant.',
  check(pack) {
    const surnamesLike = surnamesIn(pack.entities);
    return findInTexts(pack, ({ text }) => {
      const own = ownWords(pack, text);
      const bare = surnamesLike(own).find(({ pattern }) => [...own.matchAll(pattern)].some(isAlone));
      if (bare === undefined) return undefined;
      const expected = `a first name before “${bare.name}”: it could be ${bare.persons.join(' or ')}`;
      return { expected, words: bare.name };
    });
  },
} satisfies Rule;

const surnamesIn = oncePer((entities: Pack['entities']) =>
  mayStandIn(
    sharedSurnames(entities).map((surname) => ({ ...surname, pattern: aloneAs(surname.name) })),
    ({ name }) => name,
  ),
);

interface Surname {
  readonly name: string;
  readonly persons: readonly string[];
}

function sharedSurnames(entities: Pack['entities']): readonly Surname[] {
  const persons = entities.filter(({ kind, invented }) => kind === 'person' && !invented);
  const bySurname = Map.groupBy(persons, ({ name }) => name.split(' ').at(-1) ?? '');
  return [...bySurname]
    .filter(([name, bearers]) => /^\p{Lu}/u.test(name) && bearers.length > 1)
    .map(([name, bearers]) => ({ name, persons: bearers.map((bearer) => bearer.name) }));
}

/** The surname with the word before it and the word after it. */
const aloneAs = (surname: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<before>[\p{L}\p{N}.’-]+) )?(?<![\p{L}\p{N}@-])${escaped(surname)}(?![\p{L}\p{N}-])(?<own>’s)?(?: (?<after>[\p{L}\p{N}]+))?`,
    'gu',
  );

/** "Donald Trump", "Trump Tower" and "the Trump administration" say who or what is meant; "When Trump" does not. */
function isAlone({ groups }: RegExpMatchArray): boolean {
  const { before = '', own, after = '' } = groups ?? {};
  const isName = /^\p{Lu}/u.test(before) && !before.endsWith('’s') && !isStopWord(before.toLowerCase());
  const isPartOfName = own === undefined && /^\p{Lu}/u.test(after);
  const isOfAHouse = own === undefined && /^(?:the|a)$/iu.test(before) && after !== '';
  return !isName && !isPartOfName && !isOfAHouse;
}
