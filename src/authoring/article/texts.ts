/** The texts of articles, from a folder that has them by their ids. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../format/locking.ts';
import type { ArticleText } from '../format/reading.ts';
import { readArticle } from './read-article.ts';

const TEXT_FILE = /^(.*)\.(?:md|txt|html?)$/;

/** Those of these articles that are there; undefined where there is no such folder. */
export async function readTexts(
  folder: string,
  articles: readonly string[],
): Promise<readonly ArticleText[] | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return undefined;
  const files = new Map(
    names.flatMap(
      (name) =>
        TEXT_FILE.exec(name)
          ?.slice(1, 2)
          .map((id) => [id, name] as const) ?? [],
    ),
  );
  const texts: ArticleText[] = [];
  for (const article of articles) {
    const name = files.get(article);
    if (name === undefined) continue;
    const { paragraphs } = await readArticle(await readFile(join(folder, name)), name);
    texts.push({ article, paragraphs, hashes: paragraphs.map(hashOf) });
  }
  return texts;
}
