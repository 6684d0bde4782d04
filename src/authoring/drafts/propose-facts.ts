/** From an article to proposals for facts: one for each sentence that has something to check in it. */
import { fold } from '../../core/facts/fold.ts';
import { spotOf } from '../format/spot.ts';
import { WrittenFact } from '../format/written.ts';
import { isPlain } from './asking.ts';
import { type DateWords, datesIn, isoOf, tellsWhen } from './date-words.ts';
import { type NameReading, namesIn } from './names-in.ts';
import { isStatement, leansOn, sentencesOf } from './sentences.ts';
import { toResolve, toWrite } from './unwritten.ts';

export interface ArticleToRead {
  readonly id: string;
  readonly paragraphs: readonly string[];
  /** Its name in a text is the masthead's, not the story's. */
  readonly publisher?: string | undefined;
  /** Written by whoever makes the pack: its sentences may be told as they stand. */
  readonly ours: boolean;
  readonly language: string;
}

export interface KnownInPack {
  /** Of entities, with their aliases. */
  readonly names: readonly string[];
  /** `receipts` as they are written: `leave#4` or `leave#"Whoever starts"`. */
  readonly facts: readonly { readonly text: string; readonly receipts: readonly string[] }[];
}

const EACH = 3;

/** Sentences that come with a page and not with a story. */
const FURNITURE = /\b(?:subscribe|sign up|all rights reserved|click here|read more|post continues)\b|©/i;

/**
 * Drafts, the best first: those with a name and a date or a number. A sentence of ours stands as it is; of somebody
 * else's only names, dates, numbers and a few quoted words are kept, since the words are to be the author's. A sentence
 * that leans on the one before says so and guesses nobody. Paragraphs that have a fact already are left out. Each fits
 * `WrittenFact`; as long as it is not rewritten, `isUnwritten` tells.
 */
export function proposeFacts(article: ArticleToRead, known: KnownInPack): readonly WrittenFact[] {
  const told = new Set(known.facts.map(({ text }) => fold(text)));
  const reading: NameReading = {
    known: article.publisher === undefined ? known.names : [...known.names, article.publisher],
    whole: article.paragraphs.join('\n'),
    language: article.language,
  };
  return article.paragraphs
    .flatMap((paragraph, at) =>
      hasFact(article, at, known)
        ? []
        : sentencesOf(paragraph, article.language)
            .filter(
              (sentence) => isStatement(sentence) && !FURNITURE.test(sentence) && !told.has(fold(sentence)),
            )
            .flatMap((sentence) => findingsIn(sentence, article, reading))
            .toSorted((a, b) => b.worth - a.worth)
            .flatMap((found) => factOf(found, article, `${article.id}#${at + 1}`) ?? [])
            .slice(0, EACH),
    )
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ fact }) => fact);
}

function hasFact({ id, paragraphs }: ArticleToRead, index: number, { facts }: KnownInPack): boolean {
  const text = fold(paragraphs[index] ?? '');
  return facts.some(({ receipts }) =>
    receipts.map(spotOf).some(({ article, at }) => {
      const isHere = 'paragraph' in at ? at.paragraph === index + 1 : text.includes(fold(at.words));
      return article === id && isHere;
    }),
  );
}

interface Findings {
  readonly sentence: string;
  readonly names: readonly string[];
  readonly dates: readonly DateWords[];
  readonly numbers: readonly string[];
  readonly quoted: readonly string[];
  readonly leaning: string | undefined;
  readonly worth: number;
}

function findingsIn(
  sentence: string,
  { publisher, language, ours }: ArticleToRead,
  reading: NameReading,
): readonly Findings[] {
  const quoted = [...sentence.matchAll(/[“"«]\s?([^”"»]+?)[.,!?]?\s?[”"»]/g)].map(([, words = '']) => words);
  const names = namesIn(sentence, reading).filter(
    (name) => name !== publisher && !quoted.some((words) => words.includes(name)),
  );
  const dates = datesIn(sentence, language);
  const numbers = numbersBeside(dates, sentence);
  const leaning = leansOn(sentence, names);
  const worth =
    (names.length > 0 ? 3 : 0) +
    (dates.some(({ year, day }) => year ?? day) ? 3 : 0) +
    (numbers.length > 0 ? 2 : 0) +
    (quoted.length > 0 ? 1 : 0) -
    (leaning === undefined ? 0 : 4) -
    (sentence.length > 200 ? 2 : 0);
  const found = { sentence, names, dates, numbers, quoted, leaning, worth };
  return partsOf(found).length >= (ours ? 1 : 2) ? [found] : [];
}

const NUMBER =
  /(?<![\p{L}\p{N}.,·])(?:[$£€]\s?)?(?:\d[\d.,]*\d|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?![\p{L}-]))(?:\s?%)?(?: (?:million|billion|thousand|per cent))?(?: \p{Ll}[\p{L}-]+)?/giu;

/** Counted is nothing where one of these follows. */
const GOES_ON = /^(?:in|of|on|at|to|and|or|by|for|from|with|as|is|are|was|were|per|the|than|that|who)$/i;

/** With the word after it, which mostly says what is counted. */
function numbersBeside(dates: readonly DateWords[], sentence: string): readonly string[] {
  const rest = dates.reduce(
    (text, { text: words }) => text.replace(words, '·'.repeat(words.length)),
    sentence,
  );
  return [...rest.matchAll(NUMBER)].map(([words]) => {
    const [number, ...counted] = words.split(' ');
    return counted.some((word) => GOES_ON.test(word)) ? (number ?? words) : words;
  });
}

type Proposal = { readonly fact: WrittenFact; readonly worth: number };

function factOf(found: Findings, { ours, language }: ArticleToRead, spot: string): Proposal | undefined {
  const { sentence, dates, leaning, worth } = found;
  const [date, ...more] = dates;
  const when = date && more.length === 0 && isOfAll(sentence, date) ? isoOf(date) : undefined;
  const source = language === 'en' ? sourceOf(found) : undefined;
  const plain = curled(sentence);
  const fact: WrittenFact = {
    fact: ours
      ? leaning === undefined
        ? plain
        : toResolve(plain, leaning)
      : toWrite(partsOf(found), leaning),
    receipt: source === undefined ? spot : { [spot]: source },
    ...(when !== undefined && { when }),
    draft: 'true',
  };
  return WrittenFact.safeParse(fact).success ? { fact, worth } : undefined;
}

/** Not of a part: "The depot, built in 1911, has 64 windows" happened at no time. */
const isOfAll = (sentence: string, date: DateWords): boolean =>
  tellsWhen(sentence, date) && isPlain(sentence.slice(0, date.at));

/** The last name first, and few of them: in no order of the article's, so that no run of its words is kept. */
const partsOf = ({ names, dates, numbers, quoted }: Findings): readonly string[] => [
  ...names
    .filter((name) => name.split(' ').length <= WORDS)
    .slice(0, 3)
    .toReversed(),
  ...dates.slice(0, 2).map(({ text }) => text),
  ...numbers.slice(0, 2),
  ...quoted.slice(0, 1).map((words) => `“${beginningOf(words)}”`),
];

/** As many as may be quoted. */
const WORDS = 5;

function beginningOf(quotation: string): string {
  const words = quotation.split(' ');
  return words.length <= WORDS ? quotation : `${words.slice(0, WORDS - 1).join(' ')} …`;
}

const SAYS = '(?:said|says|told|wrote|writes|claims|claimed|explained|added|announced|reported|denied)';

/** Whom the sentence itself names as its source. */
function sourceOf({ sentence, names }: Findings): string | undefined {
  return names.find((name) => {
    const [before, ...after] = sentence.split(name);
    const rest = after.join(name);
    return (
      /\baccording to (?:the )?$/i.test(before ?? '') ||
      new RegExp(`^(?:,[^,]+,)? (?:has |had |also )?${SAYS}\\b`).test(rest) ||
      /[”",] (?:said|says|wrote|explained|added) $/.test(before ?? '')
    );
  });
}

/** Texts come with typewriter's quotes, cards have none beside the others. */
const curled = (sentence: string): string =>
  sentence.replace(/(?<=\p{L})'(?=\p{L})|(?<=s)'(?= )/gu, '’').replace(/"([^"]*)"/g, '“$1”');
