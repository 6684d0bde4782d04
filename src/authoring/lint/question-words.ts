/** What the rules on questions share: their options, the words that say something, the words that are names. */
import type { Pack } from '../../core/dataset/pack.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { nameWords, stem, wordsOf } from '../../core/facts/fold.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';
import { oncePer } from '../../core/once-per.ts';
import { wholeOf } from './part.ts';

/** The right option first. */
export const optionsOf = ({ right, wrong }: Question): readonly string[] => [
  right.text,
  ...wrong.map(({ text }) => text),
];

/** The words that say what a text is about, in the form that all their endings share. */
export const contentStems = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  );

/** Whether the words of a part stand in the text next to each other and in their order. */
export function containsWords(text: string, part: string): boolean {
  const wanted = nameWords(part).join(' ');
  return wanted !== '' && ` ${nameWords(text).join(' ')} `.includes(` ${wanted} `);
}

/** The words that both have, in the order of the first. */
export const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  [...a].filter((word) => b.has(word));

/** The words of a text, folded, that belong to a proper noun; months and weekdays are dates, and left out. */
export type ProperNouns = (text: string) => ReadonlySet<string>;

/**
 * A capital tells a name only inside a sentence; at its start the word counts as one where the pack writes it with
 * a capital elsewhere and never without.
 */
export const properNounsOf = (pack: Pack): ProperNouns => namesOf(wholeOf(pack));

const namesOf = oncePer((pack: Pack): ProperNouns => {
  const written = textsOf(pack).flatMap((text) => [...tokensOf(text)]);
  const lower = new Set(written.filter(({ capital }) => !capital).map(({ word }) => word));
  const inside = written.filter(({ capital, opens }) => capital && !opens).map(({ word }) => word);
  const names = pack.entities.flatMap(({ name }) => [...tokensOf(name)]).map(({ word }) => word);
  const known = new Set([...inside, ...names].filter((word) => !lower.has(word)));
  return (text) =>
    new Set(
      [...tokensOf(text)]
        .filter(({ capital, opens, word }) => capital && !CALENDAR.has(word) && (!opens || known.has(word)))
        .map(({ word }) => word),
    );
});

const CALENDAR = new Set(
  `january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

interface Token {
  readonly word: string;
  readonly capital: boolean;
  /** It stands where any word would have a capital: at the start of a sentence or of a quotation. */
  readonly opens: boolean;
}

function* tokensOf(text: string): Generator<Token> {
  for (const { 0: token, index } of text.matchAll(/\p{L}[\p{L}\p{N}]*/gu))
    for (const word of nameWords(token))
      yield {
        word,
        capital: /^\p{Lu}/u.test(token),
        opens: /(?:^|[.!?…:“]\s*)$/u.test(text.slice(0, index)),
      };
}

const textsOf = ({ claims, questions }: Pack): readonly string[] => [
  ...claims.map(({ text }) => text),
  ...questions.flatMap((question) => [
    question.prompt,
    question.payoff,
    ...optionsOf(question),
    ...question.wrong.map(({ because }) => because),
  ]),
];
