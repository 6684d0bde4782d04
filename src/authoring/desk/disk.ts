/** The files of the pack as they stand on disk, read again only where they changed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArticle } from '../article/read-article.ts';
import type { PackFiles } from '../format/book.ts';
import { readPackFiles } from '../format/folder.ts';
import { hashOf } from '../format/locking.ts';
import type { ArticleText } from '../format/reading.ts';

export interface Disk {
  readonly pack: PackFiles;
  /** Of all files in `articles`, by the id that they are named after; the same objects as long as nothing changed. */
  readonly texts: ReadonlyMap<string, ArticleText>;
}

interface KnownText {
  readonly bytes: Buffer;
  readonly text: ArticleText | undefined;
}

const TEXT_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:md|txt|html?)$/;

/** Files come and go while they are read: an editor that saves takes the old one away first. */
const TRIES = 3;

export function createDiskReader(folder: string): () => Promise<Disk> {
  const known = new Map<string, KnownText>();
  let texts: ReadonlyMap<string, ArticleText> = new Map();

  async function textIn(name: string): Promise<ArticleText | undefined> {
    const [, article = ''] = TEXT_FILE.exec(name) ?? [];
    const bytes = await readFile(join(folder, 'articles', name));
    const before = known.get(name);
    if (before?.bytes.equals(bytes)) return before.text;
    const read = await readArticle(bytes, name).catch(() => undefined);
    const text = read && {
      ...{ article, paragraphs: read.paragraphs },
      hashes: read.paragraphs.map(hashOf),
    };
    known.set(name, { bytes, text });
    return text;
  }

  async function readTexts(): Promise<ReadonlyMap<string, ArticleText>> {
    const names = await readdir(join(folder, 'articles')).catch(() => []);
    const now = new Map<string, ArticleText>();
    for (const name of names.filter((one) => TEXT_FILE.test(one)).toSorted()) {
      const text = await textIn(name);
      if (text && !now.has(text.article)) now.set(text.article, text);
    }
    const isSame = now.size === texts.size && [...now].every(([id, text]) => texts.get(id) === text);
    if (!isSame) texts = now;
    return texts;
  }

  return async () => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return { pack: await readPackFiles(folder), texts: await readTexts() };
      } catch (error) {
        if (attempt === TRIES) throw error;
        await new Promise((again) => setTimeout(again, 30 * attempt));
      }
  };
}

export const isSameDisk = (a: Disk, b: Disk): boolean =>
  a.texts === b.texts &&
  a.pack.files.size === b.pack.files.size &&
  [...a.pack.files].every(([path, text]) => b.pack.files.get(path) === text);
