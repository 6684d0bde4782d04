/** What moved in the articles, written anew where it is cited. */

import type { Book } from './book.ts';
import { keySplice, spliced, spotSplices } from './edit.ts';
import type { Followed, LeftOutMoved } from './locking.ts';

/** The files that change, by their path in the pack. */
export function followedTexts(
  { folder, book }: { readonly folder: string; readonly book: Book },
  followed: readonly Followed[],
  leftOut: readonly LeftOutMoved[],
): ReadonlyMap<string, string> {
  const texts = book.topics.flatMap(({ file }) => {
    const splices = followed
      .filter(({ entry }) => entry.file === file)
      .flatMap(({ entry, spot, now }) => (spot === now ? [] : spotSplices(entry, spot, now)));
    return splices.length === 0
      ? []
      : [[file.path.slice(folder.length + 1), spliced(file.text, splices)] as const];
  });
  return new Map([...texts, ...leftOutText(book, leftOut)]);
}

function leftOutText(book: Book, moved: readonly LeftOutMoved[]): readonly (readonly [string, string])[] {
  const [file] = book.articles.map((article) => article.file);
  if (file === undefined) return [];
  const stays = (article: string, number: number) =>
    book.articles.some(({ id, value }) => id === article && String(number) in (value['left-out'] ?? {})) &&
    !moved.some((one) => one.article === article && one.paragraph === number && one.now !== undefined);
  const splices = moved.flatMap(({ article, paragraph, now }) =>
    now === undefined || stays(article, now)
      ? []
      : keySplice(file, [article, 'left-out'], String(paragraph), String(now)),
  );
  return splices.length === 0 ? [] : [['articles.yaml', spliced(file.text, splices)]];
}
