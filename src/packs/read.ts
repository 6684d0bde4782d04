/** Reads the packs from disk. What is wrong with one never stops the others. */
import { basename, resolve } from 'node:path';
import { type PackFiles, readBook } from '../authoring/format/book.ts';
import { type FoundPack, findPacks, readPackFiles, UnreadableFile } from '../authoring/format/folder.ts';
import { toRecords } from '../authoring/format/to-records.ts';
import { buildLibrary, type Library } from '../core/dataset/library.ts';
import type { Pack, Problem } from '../core/dataset/pack.ts';
import { parsePacks } from '../core/dataset/parse.ts';
import { type BrokenPack, datasetOf, type LoadedPack, saidBy, versionOf, type WholePack } from './dataset.ts';

/**
 * `root` is a pack, or a folder that holds packs; they come in the order of their folders. Throws where `root` cannot be
 * read at all.
 */
export async function* eachPack(root: string): AsyncGenerator<WholePack | BrokenPack, void> {
  for (const found of await findPacks(root)) yield await readPack(found);
}

/** The same, all together. */
export async function readPacks(root: string): Promise<readonly (LoadedPack | BrokenPack)[]> {
  const all: (LoadedPack | BrokenPack)[] = [];
  for await (const one of eachPack(root))
    all.push('pack' in one ? { ...one, version: versionOf(saidBy(one.pack)) } : one);
  return all;
}

/** Those that are whole. Throws a DatasetError where none is. */
export const loadPacks = async (root: string): Promise<readonly Pack[]> =>
  datasetOf(await readPacks(root)).packs.map(({ pack }) => pack);

export const loadLibrary = async (root: string): Promise<Library> => buildLibrary(await loadPacks(root));

async function readPack({ folder, problems }: FoundPack): Promise<WholePack | BrokenPack> {
  const name = basename(resolve(folder));
  if (problems.length > 0) return { folder, name, problems };
  try {
    return packIn(await readPackFiles(folder));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const expected = 'a file that may be read by whoever runs the bot';
    return { folder, name, problems: [{ file: error.path, record: '', field: '', expected }] };
  }
}

function packIn(files: PackFiles): WholePack | BrokenPack {
  const { folder, name } = files;
  const { book, problems: told } = readBook(files);
  const problems: Problem[] = [...told];
  if (!book) return { folder, name, problems };
  const parsed = parsePacks([toRecords(book, problems)], problems);
  const [pack] = parsed.packs;
  if (parsed.ok && pack) return { folder, pack: withoutPlaces(pack) };
  return { folder, name: book.info.value.title, problems: parsed.ok ? [] : parsed.problems };
}

/** Nobody is told any more where something stands, and all that was written would be kept for it. */
const withoutPlaces = (pack: Pack): Pack => ({
  ...pack,
  origin: new Map([...pack.origin].filter(([record]) => record === pack.info)),
});
