/**
 * Brings the lock up to date: what is new is found out and added; what moved in an article is followed by its hash and
 * its words; what changed there or is gone is told, and stays as it was locked until somebody has read it again.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../../core/dataset/pack.ts';
import { fold } from '../../core/facts/fold.ts';
import { alignmentOf } from './alignment.ts';
import type { Book } from './book.ts';
import type { FactEntry } from './entry.ts';
import { type Lock, type LockedArticle, type LockedReceipt, ownIn } from './lock.ts';
import { placeWords } from './place-words.ts';
import { type ArticleText, findWords, leadsTo, paragraphAt, type Reading, readingOf } from './reading.ts';
import { receiptParts, spotOf } from './spot.ts';
import { problemIn } from './yaml-file.ts';

export const hashOf = (paragraph: string): string =>
  createHash('sha256').update(paragraph, 'utf8').digest('hex');

/** A receipt whose paragraph is another one now. */
export interface Followed {
  readonly entry: FactEntry;
  readonly spot: string;
  /** As the receipt is to be written from now on; the same where it names the words. */
  readonly now: string;
}

/** A receipt whose paragraph says something else than when it was locked. */
export interface Changed {
  readonly entry: FactEntry;
  readonly spot: string;
  /** Where it stands now. Undefined where nothing is left of it. */
  readonly paragraph: number | undefined;
}

export interface Locking {
  readonly lock: Lock;
  readonly followed: readonly Followed[];
  readonly changed: readonly Changed[];
  readonly leftOut: readonly LeftOutMoved[];
  /** What cannot be locked: no such paragraph, no text at hand. */
  readonly problems: readonly Problem[];
}

export interface LockOptions {
  /** Takes what changed as read again. */
  readonly accept?: boolean;
}

/** A paragraph that was left out for a reason, and is another one now; undefined where it is gone or says something else. */
export interface LeftOutMoved {
  readonly article: string;
  readonly paragraph: number;
  readonly now: number | undefined;
}

interface Text extends ArticleText {
  readonly reading: Reading;
  /** Undefined where the article was not locked before. */
  readonly alignment: ReturnType<typeof alignmentOf> | undefined;
}

export function locked(
  book: Book,
  texts: readonly ArticleText[],
  { accept = false }: LockOptions = {},
): Locking {
  const byArticle = new Map(
    texts.map((text) => {
      const before = ownIn(book.lock.articles, text.article);
      const alignment = before && alignmentOf(before, text);
      return [text.article, { ...text, reading: readingOf(text.paragraphs), alignment }];
    }),
  );
  const all = book.topics
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'fact' && entry.value.draft !== true ? [entry] : []))
    .flatMap((entry) =>
      receiptParts(entry.value.receipt ?? []).map(({ spot }) => ({
        ...{ entry, spot, article: spotOf(spot).article },
        outcome: lockReceipt(entry, spot, book, byArticle),
      })),
    );
  const changed = all.flatMap(({ entry, spot, outcome }) =>
    'changed' in outcome && !(accept && outcome.changed !== undefined)
      ? [{ entry, spot, paragraph: outcome.changed }]
      : [],
  );
  const leftOut = leftOutMoved(book, byArticle);
  const held = new Set(
    accept
      ? []
      : [
          ...changed.map(({ spot }) => spotOf(spot).article),
          ...leftOut.flatMap(({ article, now }) => (now === undefined ? [article] : [])),
        ],
  );
  const settled = all.map((one) => (held.has(one.article) ? { ...one, outcome: kept(one, book) } : one));
  return {
    lock: {
      ...book.lock,
      articles: articlesOf(book, byArticle, held),
      facts: factsOf(book, settled),
      questions: questionsOf(book),
    },
    followed: settled.flatMap(({ entry, spot, outcome }) =>
      'followed' in outcome && outcome.followed !== undefined ? [{ entry, spot, now: outcome.followed }] : [],
    ),
    changed,
    leftOut: leftOut.filter(({ article, now }) => now === undefined || !held.has(article)),
    problems: settled.flatMap(({ entry, outcome }) =>
      'problem' in outcome
        ? [problemIn(entry.file, [...entry.path, 'receipt'], entry.id, 'receipt', outcome.problem)]
        : [],
    ),
  };
}

interface Settled {
  readonly entry: FactEntry;
  readonly spot: string;
  readonly outcome: Outcome;
}

/** While something in an article waits to be read again, all that rests on it stays as it was. */
function kept({ entry, spot }: Pick<Settled, 'entry' | 'spot'>, { lock }: Book): Outcome {
  const receipt = ownIn(lock.facts, entry.id)?.receipts[spot];
  const { article } = spotOf(spot);
  return receipt
    ? { receipt }
    : { problem: `to wait until what changed in “${article}” was read: npm run pack -- sync` };
}

/** Paragraphs of somebody else’s never stand in a lock, also where they were taken for ours once. */
const ofOurs = ({ paragraphs, text }: LockedArticle, ours: boolean): LockedArticle => ({
  paragraphs,
  ...(ours && text ? { text } : {}),
});

const articlesOf = (
  { articles, lock }: Book,
  texts: ReadonlyMap<string, Text>,
  held: ReadonlySet<string>,
): Lock['articles'] =>
  Object.fromEntries(
    articles.flatMap(({ id, value }) => {
      const text = texts.get(id);
      const before = ownIn(lock.articles, id);
      if (text === undefined || held.has(id))
        return before ? [[id, ofOurs(before, value.ours === true)]] : [];
      return [[id, { paragraphs: [...text.hashes], ...(value.ours ? { text: [...text.paragraphs] } : {}) }]];
    }),
  );

const leftOutMoved = ({ articles }: Book, texts: ReadonlyMap<string, Text>): readonly LeftOutMoved[] =>
  articles.flatMap(({ id, value }) =>
    Object.keys(value['left-out'] ?? {}).flatMap((number) => {
      const paragraph = Number(number);
      const fate = texts.get(id)?.alignment?.(paragraph, []);
      if (fate === undefined) return [];
      const now = fate !== 'gone' && 'at' in fate ? fate.at : undefined;
      return now === paragraph ? [] : [{ article: id, paragraph, now }];
    }),
  );

function factsOf({ topics }: Book, settled: readonly Settled[]): Lock['facts'] {
  const receipts = Map.groupBy(settled, ({ entry }) => entry.id);
  return Object.fromEntries(
    topics
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.kind === 'fact' && entry.value.draft !== true ? [entry] : []))
      .map(({ id, value }) => [
        id,
        {
          ...(value.id === undefined ? { fact: value.fact } : {}),
          receipts: Object.fromEntries(
            (receipts.get(id) ?? []).flatMap(({ spot, outcome }) =>
              outcome.receipt === undefined
                ? []
                : [[('followed' in outcome && outcome.followed) || spot, outcome.receipt]],
            ),
          ),
        },
      ]),
  );
}

const questionsOf = ({ topics }: Book): Lock['questions'] =>
  Object.fromEntries(
    topics
      .flatMap(({ entries }) => entries)
      .flatMap((entry) =>
        entry.kind === 'question' && entry.value.id === undefined ? [[entry.id, entry.value.question]] : [],
      ),
  );

type Outcome =
  | { readonly receipt: LockedReceipt }
  | { readonly problem: string; readonly receipt?: undefined }
  | { readonly followed: string; readonly receipt: LockedReceipt }
  /** `followed`: how it is to be written once it was read again. */
  | {
      readonly changed: number | undefined;
      readonly followed?: string;
      readonly receipt: LockedReceipt | undefined;
    };

function lockReceipt(
  entry: FactEntry,
  spot: string,
  { articles, lock }: Book,
  texts: ReadonlyMap<string, Text>,
): Outcome {
  const { article, at } = spotOf(spot);
  const before = ownIn(lock.facts, entry.id)?.receipts[spot];
  if (!articles.some(({ id }) => id === article))
    return { problem: `an article of articles.yaml, but “${article}” is none` };
  const text = texts.get(article);
  if (text === undefined)
    return before ? { receipt: before } : { problem: `the text of “${article}”: npm run pack -- add FILE` };
  const hash = before && ownIn(lock.articles, article)?.paragraphs[before[0] - 1];
  if (before === undefined || hash === undefined) return fresh(entry, at, text);
  const [paragraph, from, to] = before;
  const fate = text.alignment?.(paragraph, to === undefined ? [from] : [from, to]) ?? 'gone';
  const written = (now: number) => ('paragraph' in at ? `${article}#${now}` : spot);
  if (fate === 'gone') return { changed: undefined, receipt: undefined };
  if ('changedAt' in fate) {
    const { changedAt } = fate;
    return { changed: changedAt, followed: written(changedAt), receipt: withWords(entry, changedAt, text) };
  }
  // Where two locks were merged, a number and its words may speak of two paragraphs: somebody has to look.
  const isMixed =
    ('paragraph' in at && at.paragraph !== paragraph) || !hasWords(text.paragraphs[fate.at - 1], [from, to]);
  if (isMixed) {
    const meant = 'paragraph' in at ? at.paragraph : fate.at;
    return { changed: meant, receipt: withWords(entry, meant, text) };
  }
  if (fate.at === paragraph && leadsTo(text.reading, paragraph, from, to)) return { receipt: before };
  const receipt = withWords(entry, fate.at, text) ?? [fate.at, from];
  return fate.at === paragraph ? { receipt } : { followed: written(fate.at), receipt };
}

const hasWords = (paragraph: string | undefined, words: readonly (string | undefined)[]): boolean =>
  paragraph !== undefined &&
  words.every((some) => some === undefined || fold(paragraph).includes(fold(some)));

function fresh(entry: FactEntry, at: ReturnType<typeof spotOf>['at'], text: Text): Outcome {
  const count = text.paragraphs.length;
  if ('words' in at) {
    const place = findWords(text.reading, at.words, 0);
    if (place === undefined) return { problem: `words that stand in the article: “${at.words}” do not` };
    const paragraph = paragraphAt(text.reading, place.at);
    const receipt = withWords(entry, paragraph, text, at.words);
    return receipt
      ? { receipt }
      : { problem: `other words: those of paragraph ${paragraph} stand earlier too` };
  }
  if (at.paragraph > count) return { problem: `a paragraph from 1 to ${count}, but it says ${at.paragraph}` };
  const receipt = withWords(entry, at.paragraph, text);
  return receipt
    ? { receipt }
    : {
        problem: `another paragraph: every word of paragraph ${at.paragraph} stands earlier in the article too`,
      };
}

function withWords(
  entry: FactEntry,
  paragraph: number,
  text: Text,
  marked?: string,
): LockedReceipt | undefined {
  const words = placeWords(entry.value.fact, text.paragraphs, paragraph, text.reading, marked);
  if (words === undefined) return undefined;
  const [from, to] = words;
  return to === undefined ? [paragraph, from] : [paragraph, from, to];
}
