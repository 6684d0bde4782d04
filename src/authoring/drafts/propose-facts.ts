/** From an article to proposals for facts: one for each sentence that has something to check in it. */
import { fold } from '../../core/facts/fold.ts';
import { spotOf } from '../format/spot.ts';
import { toResolve, toWrite } from '../format/unwritten.ts';
import { WrittenFact } from '../format/written.ts';
import { isPlain } from './asking.ts';
import { type DateWords, isoOf, tellsWhen } from './date-words.ts';
import { type Findings, findingsIn, isTelling } from './findings.ts';
import type { NameReading } from './names-in.ts';
import { isStatement, sentencesOf } from './sentences.ts';

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
 * Drafts in the order of the article, of each paragraph the best: those with a name and a date or a number. A sentence
 * of ours stands as it is; of somebody else's only names, dates, numbers with what they count and a few quoted words are
 * kept, since the words are to be the author's, and only where they tell of somebody or something. A sentence that leans on the one before says so and guesses nobody. Paragraphs that have a fact already are left out. Each fits
 * `WrittenFact`; as long as it is not rewritten, `isUnwritten` tells.
 */
export function proposeFacts(article: ArticleToRead, known: KnownInPack): readonly WrittenFact[] {
  const told = new Set(known.facts.map(({ text }) => fold(text)));
  const reading: NameReading = {
    known: article.publisher === undefined ? known.names : [...known.names, article.publisher],
    whole: article.paragraphs.join('\n'),
    language: article.language,
  };
  return article.paragraphs.flatMap((paragraph, at) =>
    hasFact(article, at, known)
      ? []
      : best(
          sentencesOf(paragraph, article.language)
            .filter(
              (sentence) => isStatement(sentence) && !FURNITURE.test(sentence) && !told.has(fold(sentence)),
            )
            .map((sentence) => findingsIn(sentence, reading, article.publisher))
            .filter((found) => (article.ours ? partsOf(found).length > 0 : isTelling(found)))
            .flatMap((found) => factOf(found, article, `${article.id}#${at + 1}`) ?? []),
        ),
  );
}

/** In the order in which they were. */
function best(proposals: readonly Proposal[]): readonly WrittenFact[] {
  const chosen = new Set(proposals.toSorted((a, b) => b.worth - a.worth).slice(0, EACH));
  return proposals.filter((one) => chosen.has(one)).map(({ fact }) => fact);
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
const partsOf = ({ names, subject, dates, numbers, quoted }: Findings): readonly string[] => [
  ...(subject === undefined ? [] : [subject]),
  ...names
    .filter((name) => name.split(' ').length <= WORDS && !numbers.some(({ text }) => text.startsWith(name)))
    .slice(0, 3)
    .toReversed(),
  ...dates.slice(0, 2).map(({ text }) => text),
  ...[...numbers]
    .filter(({ isOfSomething }) => isOfSomething)
    .slice(0, 2)
    .map(({ text }) => text),
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
