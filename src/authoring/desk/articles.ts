/** A file that an author drops on the page becomes an article, or the new text of one. */
import { type ReadArticle, readArticle } from '../article/read-article.ts';
import {
  hasText,
  idFor,
  keptText,
  publishedFrom,
  publisherFromUrl,
  titleFromName,
  withArticle,
} from '../article-in/article-in.ts';
import { keepTextsHere } from '../article-in/ignored.ts';
import { withValue } from '../format/edit-value.ts';
import { hashOf, locked } from '../format/locking.ts';
import { freeSlug } from '../format/slug.ts';
import { spotOf } from '../format/spot.ts';
import { existing, textToChange } from './changes/change.ts';
import { articleNamed } from './changes/particulars.ts';
import { synced } from './changes/reread.ts';
import type { Desk, Hands } from './desk.ts';
import { toReread, wasIn } from './read-again.ts';
import { Refused } from './refused.ts';
import { sameArticle } from './same-article.ts';
import type { Snapshot } from './snapshot.ts';
import type {
  ArticleAdded,
  ArticleAnswer,
  ArticleAsks,
  ArticleRequest,
  ArticleTried,
} from './wire-articles.ts';

export const addArticle = (desk: Desk, request: ArticleRequest): Promise<ArticleAnswer> =>
  desk.inTurn((hands) => taken(desk, hands, request));

async function taken(desk: Desk, hands: Hands, request: ArticleRequest): Promise<ArticleAnswer> {
  const now = hands.now();
  const article = await articleIn(request);
  const there = request.replaces && articleNamed(now, request.replaces).id;
  if (there === undefined) {
    const asks = asksOf(now, article, request);
    if (asks) return asks;
  }
  const id = there ?? freeId(now, article, request);
  const known = now.texts.find((text) => text.article === id);
  const isSame = known !== undefined && isSameText(known.paragraphs, article.paragraphs);
  if (there !== undefined && isSame) return added(desk, id, 'same', article, []);
  if (there !== undefined && request.tryOnly === true) return wouldReplace(now, there, article);
  const { name, text, instead } = keptText(id, article);
  const list = textToChange(now, 'articles.yaml');
  const ours = there === undefined ? request.ours === true : articleNamed(now, id).value.ours === true;
  const undo = await hands.putAll(
    new Map<string, string | null>([
      [name, text],
      [instead, null],
      ...(there === undefined
        ? [
            [
              'articles.yaml',
              withArticle(
                list,
                id,
                particularsOf(now, article, request),
                now.book.info.value.language ?? 'en',
              ),
            ] as const,
          ]
        : []),
    ]),
    there === undefined
      ? `Added “${particularsOf(now, article, request).title}”.`
      : `Replaced the text of “${articleNamed(now, id).value.title}”.`,
  );
  await keepTextsHere(now.folder, ours ? [name] : []);
  const { moved, notes } = await follow(hands);
  const what = there === undefined ? 'added' : 'replaced';
  const answer = added(desk, id, what, { ...article, notes: [...article.notes, ...notes] }, moved);
  return there === undefined ? { ...answer, undo } : answer;
}

function wouldReplace(now: Snapshot, id: string, { paragraphs, notes }: ReadArticle): ArticleTried {
  const texts = [
    ...now.texts.filter(({ article }) => article !== id),
    { article: id, paragraphs, hashes: paragraphs.map(hashOf) },
  ];
  const { followed, changed, leftOut } = locked(now.book, texts);
  return {
    status: 'would-replace',
    ...{ paragraphs: paragraphs.length, notes },
    follow: followed.filter(({ spot, now: to }) => spot !== to).length,
    toReread: changed
      .filter(({ spot }) => spotOf(spot).article === id)
      .map(({ entry, spot, paragraph }) => ({
        ...{ fact: entry.id, paragraph },
        says: paragraph === undefined ? undefined : paragraphs[paragraph - 1],
        was: wasIn(now.book, entry.id, spot),
      })),
    countAgain: leftOut.flatMap((one) =>
      one.article === id && one.now === undefined ? [one.paragraph] : [],
    ),
  };
}

/** Receipts go with their paragraphs; what says something else now waits for the author. */
async function follow(hands: Hands): Promise<Pick<ArticleAdded, 'moved' | 'notes'>> {
  if (hands.now().broken.size > 0 || hands.now().book.incomplete.size > 0) return { moved: [], notes: [] };
  const notes = await countAgain(hands);
  const now = hands.now();
  const { followed } = now.records.locking;
  await hands.putAll(synced(now, { accept: false }).files, 'Receipts went along with their paragraphs.');
  const moved = followed
    .filter(({ spot, now: to }) => spot !== to)
    .map(({ entry, spot, now: to }) => ({ fact: entry.id, from: spot, to }));
  return { moved, notes };
}

/** A reason to leave a paragraph out holds for what it said. */
async function countAgain(hands: Hands): Promise<readonly string[]> {
  const now = hands.now();
  const gone = now.records.locking.leftOut.filter((one) => one.now === undefined);
  if (gone.length === 0) return [];
  const text = gone.reduce(
    (list, { article, paragraph }) =>
      withValue('articles.yaml', list, [article, 'left-out', String(paragraph)], undefined),
    existing(now, 'articles.yaml'),
  );
  await hands.putAll(new Map([['articles.yaml', text]]), 'What was left out counts again.');
  return gone.map(
    ({ paragraph }) => `paragraph ${paragraph} was left out and says something else now, so it counts again`,
  );
}

async function articleIn({ content, name }: ArticleRequest): Promise<ReadArticle> {
  try {
    return await readArticle(Buffer.from(content, 'base64'), name);
  } catch (error) {
    throw new Refused(422, {
      error: `This cannot be read as an article: ${String((error as Error).message)}.`,
    });
  }
}

function freeId(now: Snapshot, article: ReadArticle, request: ArticleRequest): string {
  const { title } = particularsOf(now, article, request);
  const id = freeSlug(idFor({ ...article, title }, request.name, now), (one) =>
    now.book.articles.some((other) => other.id === one),
  );
  if (hasText(now.folder, id))
    throw new Refused(422, {
      error: `articles/${id} is there already, but articles.yaml does not name it. Give the file another name, or take that one away.`,
    });
  return id;
}

type Missing = ArticleAsks['missing'][number];

/** Undefined where nothing has to be asked. A date that nobody knows was asked for once. */
function asksOf(
  now: Snapshot,
  article: ReadArticle,
  { title, publisher, published, ours, url, name, another }: ArticleRequest,
): ArticleAsks | undefined {
  const called = title || article.title || titleFromName(name);
  const same = another === true ? undefined : sameArticle(now, article, called);
  const wanted: readonly (Missing | undefined)[] = [
    (title ?? article.title) ? undefined : 'title',
    (publisher ?? article.publisher) || ours === true ? undefined : 'publisher',
    (published ?? article.published) === undefined ? 'published' : undefined,
    ours === undefined ? 'ours' : undefined,
  ];
  const missing = wanted.filter((one) => one !== undefined);
  if (missing.length === 0 && same === undefined) return undefined;
  return {
    status: 'asks',
    ...{ missing, same },
    found: {
      title: called,
      publisher:
        publisher ||
        article.publisher ||
        publisherFromUrl(url || article.url) ||
        (ours === false ? undefined : lastPublisher(now, ours)),
      author: article.author,
      published: published || article.published,
      url: url || article.url,
    },
    paragraphs: article.paragraphs.length,
    notes: article.notes,
  };
}

function particularsOf(now: Snapshot, article: ReadArticle, request: ArticleRequest) {
  const { author, ours = false, name } = request;
  const title = request.title?.trim() || article.title || titleFromName(name) || 'Untitled';
  const url = request.url?.trim() || article.url;
  const own = ours ? lastPublisher(now, true) : undefined;
  const typed = request.published?.trim();
  const published = typed === undefined ? article.published : publishedFrom(typed);
  if (typed !== undefined && typed !== '' && published === undefined)
    throw new Refused(422, {
      error: `“${typed}” is no date that can be read without guessing: write 2018, 2018-05 or 30 May 2018.`,
      fields: [{ field: 'published', expected: 'a date such as 2018, 2018-05 or 30 May 2018' }],
    });
  return {
    ...{ title, url, ours, published },
    publisher:
      request.publisher?.trim() ||
      article.publisher ||
      own ||
      publisherFromUrl(url) ||
      now.book.info.value.title,
    author: author?.trim() || article.author,
    language: article.language,
  };
}

/** As it was said of the last one of our own, else of the last one; the pack’s title where there is none yet. */
const lastPublisher = ({ book }: Snapshot, ours: boolean | undefined): string =>
  (
    book.articles.findLast(({ value }) => value.ours === true) ??
    (ours === true ? undefined : book.articles.at(-1))
  )?.value.publisher ?? book.info.value.title;

const added = (
  desk: Desk,
  id: string,
  status: ArticleAdded['status'],
  { paragraphs, notes }: ReadArticle,
  moved: ArticleAdded['moved'],
): ArticleAdded => ({
  ...{ status, id, notes, moved },
  revision: desk.revision(),
  paragraphs: paragraphs.length,
  toReread: toReread(desk.now()),
});

const isSameText = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
