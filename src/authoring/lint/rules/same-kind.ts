import { namedBy } from '../named.ts';
import { optionsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

export const sameKind = {
  id: 'same-kind',
  severity: 'warning',
  says: 'The one that is a person among places, or a date among words, is seen at once.',
  check(pack) {
    // Only for options that are the name of one of the pack's entities and nothing else.
    const known = pack.entities.filter(({ kind }) => kind !== 'other');
    const kindOf: Look = (text) => namedBy(known, text)?.kind;
    return pack.questions.flatMap((question) => {
      const options = optionsOf(question);
      const odd = [
        oddOneOut(options, kindOf),
        oddOneOut(options, start),
        mixed(options, (text) => (kindOf(text) === undefined ? letterCase(text) : undefined)),
        mixed(options, end),
      ];
      return odd.flatMap((found) => {
        if (found === undefined) return [];
        const at = options.indexOf(found.text);
        const field = at === 0 ? 'right.text' : `wrong.${at - 1}.text`;
        const expected = `options of one kind, but “${found.text}” is ${found.is} and the others ${found.others}: reword it, or offer something else`;
        return [finding(question, field, expected, found.text)];
      });
    });
  },
} satisfies Rule;

/** What an option is, in one respect; undefined where the respect does not apply to it. */
type Look = (text: string) => string | undefined;

interface Odd {
  readonly text: string;
  readonly is: string;
  readonly others: string;
}

/** Exactly one of at least four differs; with fewer, nobody can say which of them is the odd one. */
function oddOneOut(options: readonly string[], look: Look): Odd | undefined {
  return options.length < 4 ? undefined : mixed(options, look, 1);
}

/** The first option that looks other than most; `most`: so many may differ for it to be worth saying. */
function mixed(options: readonly string[], look: Look, most = options.length): Odd | undefined {
  const seen = options.map(look);
  if (seen.includes(undefined)) return undefined;
  const [common, rare, ...more] = [...Map.groupBy(options, (text) => look(text) ?? '')].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  if (common === undefined || rare === undefined || more.length > 0 || rare[1].length > most)
    return undefined;
  return { text: rare[1][0] ?? '', is: rare[0], others: common[0] };
}

const start: Look = (text) =>
  /^(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/.test(
    text,
  )
    ? 'a number or date'
    : 'words';

/** A name keeps the letters that it has: macOS, iPython. */
const letterCase: Look = (text) => {
  if (/^\p{Ll}+\p{Lu}/u.test(text)) return undefined;
  const [letter] = /[\p{L}\p{N}]/u.exec(text) ?? [];
  if (letter === undefined || letter.toLowerCase() === letter.toUpperCase()) return undefined;
  return letter === letter.toUpperCase() ? 'written with a capital' : 'written without a capital';
};

const end: Look = (text) => (/[.!?…][”’)]*$/.test(text) ? 'ended by a mark' : 'without a mark at the end');
