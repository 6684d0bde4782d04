/**
 * Brings the lock up to date: what is new is found out and added; what moved in an article is followed by its hash and
 * its words; what changed there or is gone is told, and stays as it was locked until somebody has read it again.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../../core/dataset/pack.ts';
import type { Book } from './book.ts';
import type { FactEntry } from './entry.ts';
import { type Lock, type LockedReceipt, ownIn } from './lock.ts';
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
  /** Where its words stand now, or what stands at its number. Undefined where nothing is left of it. */
  readonly paragraph: number | undefined;
}

export interface Locking {
  readonly lock: Lock;
  readonly followed: readonly Followed[];
  readonly changed: readonly Changed[];
  /** What cannot be locked: no such paragraph, no text at hand. */
  readonly problems: readonly Problem[];
}

export interface LockOptions {
  /** Takes what changed as read again. */
  readonly accept?: boolean;
}

interface Text extends ArticleText {
  readonly reading: Reading;
}

export function locked(
  book: Book,
  texts: readonly ArticleText[],
  { accept = false }: LockOptions = {},
): Locking {
  const byArticle = new Map(
    texts.map((text) => [text.article, { ...text, reading: readingOf(text.paragraphs) }]),
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
  const held = new Set(accept ? [] : changed.map(({ spot }) => spotOf(spot).article));
  const settled = all.map((one) => (held.has(one.article) ? { ...one, outcome: kept(one, book) } : one));
  return {
    lock: {
      ...book.lock,
      articles: articlesOf(book, byArticle, held),
      facts: factsOf(book, settled),
      questions: questionsOf(book),
    },
    followed: settled.flatMap(({ entry, spot, outcome }) =>
      'followed' in outcome ? [{ entry, spot, now: outcome.followed }] : [],
    ),
    changed,
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

const articlesOf = (
  { articles, lock }: Book,
  texts: ReadonlyMap<string, Text>,
  held: ReadonlySet<string>,
): Lock['articles'] =>
  Object.fromEntries(
    articles.flatMap(({ id, value }) => {
      const text = texts.get(id);
      const before = ownIn(lock.articles, id);
      if (text === undefined || held.has(id)) return before ? [[id, before]] : [];
      return [[id, { paragraphs: [...text.hashes], ...(value.ours ? { text: [...text.paragraphs] } : {}) }]];
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
                : [['followed' in outcome ? outcome.followed : spot, outcome.receipt]],
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
  | { readonly changed: number | undefined; readonly receipt: LockedReceipt | undefined };

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
  if (text.hashes[paragraph - 1] === hash)
    return leadsTo(text.reading, paragraph, from, to)
      ? { receipt: before }
      : { receipt: withWords(entry, paragraph, text) ?? before };
  const moved = text.hashes.indexOf(hash) + 1;
  if (moved > 0) {
    const receipt = withWords(entry, moved, text);
    return { followed: 'paragraph' in at ? `${article}#${moved}` : spot, receipt: receipt ?? [moved, from] };
  }
  return changedReceipt(entry, before, text);
}

function changedReceipt(entry: FactEntry, before: LockedReceipt, text: Text): Outcome {
  const [number, from, to] = before;
  const place =
    findWords(text.reading, from, 0) ?? (to === undefined ? undefined : findWords(text.reading, to, 0));
  const paragraph = place
    ? paragraphAt(text.reading, place.at)
    : number <= text.paragraphs.length
      ? number
      : undefined;
  const receipt = paragraph === undefined ? undefined : withWords(entry, paragraph, text);
  return { changed: paragraph, receipt };
}

function fresh(entry: FactEntry, at: ReturnType<typeof spotOf>['at'], text: Text): Outcome {
  const count = text.paragraphs.length;
  if ('words' in at) {
    const place = findWords(text.reading, at.words, 0);
    if (place === undefined) return { problem: `words that stand in the article: “${at.words}” do not` };
    const paragraph = paragraphAt(text.reading, place.at);
    const receipt = withWords(entry, paragraph, text);
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

function withWords(entry: FactEntry, paragraph: number, text: Text): LockedReceipt | undefined {
  const words = placeWords(entry.value.fact, text.paragraphs, paragraph, text.reading);
  if (words === undefined) return undefined;
  const [from, to] = words;
  return to === undefined ? [paragraph, from] : [paragraph, from, to];
}
