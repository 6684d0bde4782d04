/** Whether a file is an article that the pack has already, before a second one is made of it. */
import type { ReadArticle } from '../article/read-article.ts';
import { hashOf } from '../format/locking.ts';
import type { Snapshot } from './snapshot.ts';
import type { ArticleAsks } from './wire-articles.ts';

/** The one with its title, else the one that has most of its paragraphs. */
export function sameArticle(
  { book, texts }: Snapshot,
  { paragraphs }: Pick<ReadArticle, 'paragraphs'>,
  title: string | undefined,
): ArticleAsks['same'] {
  const hashesOf = new Map(texts.map(({ article, hashes }) => [article, hashes]));
  const sought = paragraphs.map(hashOf);
  const hasMost = (id: string): boolean => {
    const there = new Set(hashesOf.get(id) ?? book.lock.articles[id]?.paragraphs);
    return sought.filter((hash) => there.has(hash)).length * 2 > sought.length;
  };
  const found =
    book.articles.find(({ value }) => title !== undefined && folded(value.title) === folded(title)) ??
    book.articles.find(({ id }) => hasMost(id));
  return found && { id: found.id, title: found.value.title };
}

const folded = (title: string): string => title.trim().replaceAll(/\s+/g, ' ').toLowerCase();
