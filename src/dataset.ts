/** Reads the packs from disk. What is wrong with them comes back as one list, never as the first error only. */
import { readBook } from './authoring/format/book.ts';
import { findPacks, readPackFiles } from './authoring/format/folder.ts';
import { toRecords } from './authoring/format/to-records.ts';
import { buildLibrary, type Library } from './core/dataset/library.ts';
import { type Pack, type Problem, problemToText } from './core/dataset/pack.ts';
import { parsePacks } from './core/dataset/parse.ts';

export class DatasetError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one thing is' : `${problems.length} things are`;
    super(
      `${count} wrong with the dataset:\n${problems.map((problem) => `  ${problemToText(problem)}`).join('\n')}`,
    );
    this.name = 'DatasetError';
    this.problems = problems;
  }
}

/** `root` is a pack, or a folder that holds packs. Throws a DatasetError that names all that is wrong. */
export async function loadPacks(root: string): Promise<readonly Pack[]> {
  const problems: Problem[] = [];
  const folders = await findPacks(root, problems);
  const raw = [];
  for (const folder of folders) {
    const { book, problems: found } = readBook(await readPackFiles(folder));
    problems.push(...found);
    if (book) raw.push(toRecords(book, problems));
  }
  const parsed = parsePacks(raw, problems);
  if (!parsed.ok) throw new DatasetError(parsed.problems);
  return parsed.packs;
}

/** All that the bot knows. */
export const loadLibrary = async (root: string): Promise<Library> => buildLibrary(await loadPacks(root));
