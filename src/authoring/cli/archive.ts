/** A pack as one file: what may be handed on of it, and what may be taken from a stranger. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Book } from '../format/book.ts';
import { CallError } from './verb.ts';

/** A pack of 3,000 facts has two megabytes; what is larger is none, or means harm. */
const MOST_BYTES = 30_000_000;
const MOST_FILES = 600;

const OF_A_PACK =
  /^(?:(?:pack|articles|names|events|disagreements)\.yaml|topics\/[\p{L}\p{N}][\p{L}\p{N} _.-]*\.yaml|pack\.lock\.json|articles\/[a-z0-9-]+\.(?:md|txt))$/u;

/** `files` by their path in the pack; texts that are not ours stay here. */
export function packed(book: Book, files: ReadonlyMap<string, string>): Uint8Array {
  const ours = new Set(book.articles.filter(({ value }) => value.ours).map(({ id }) => id));
  const shared = [...files].filter(([path]) => {
    const [, article] = /^articles\/(.*)\.\w+$/.exec(path) ?? [];
    return OF_A_PACK.test(path) && (article === undefined || ours.has(article));
  });
  // The same pack gives the same file, whenever it is shared.
  const mtime = new Date(Date.UTC(2000, 0, 1));
  return zipSync(Object.fromEntries(shared.map(([path, text]) => [path, [strToU8(text), { mtime }]])));
}

/** Throws a CallError for what is no shared pack, before anything of it is unpacked in full. */
export function unpacked(bytes: Uint8Array): ReadonlyMap<string, string> {
  let size = 0;
  let count = 0;
  const strange: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > MOST_BYTES || count > MOST_FILES)
          throw new CallError('it is far larger than a pack: nothing was installed');
        if (!OF_A_PACK.test(name)) strange.push(name);
        return strange.length === 0;
      },
    });
    if (strange.length > 0)
      throw new CallError(`it holds “${strange[0]}”, which no pack has: nothing was installed`);
    return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError('it is no file that `npm run pack -- share` made: nothing was installed');
  }
}
