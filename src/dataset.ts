/** Reads the packs from disk. What is wrong with one comes back as a list, and never stops the others. */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type Book, type PackFiles, readingBook } from './authoring/format/book.ts';
import { type FoundPack, findPacks, readPackFiles, UnreadableFile } from './authoring/format/folder.ts';
import { makingRecords } from './authoring/format/to-records.ts';
import { buildLibrary, type Library } from './core/dataset/library.ts';
import { type Pack, type Problem, problemToText } from './core/dataset/pack.ts';
import { type Parsed, parsing } from './core/dataset/parse.ts';
import { idTaken } from './core/dataset/references.ts';
import type { Steps } from './core/steps.ts';
import { unhurried } from './unhurried.ts';

/** No pack could be read: all that is wrong with them. */
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

export interface LoadedPack {
  readonly folder: string;
  readonly pack: Pack;
  /** The same wherever the pack says the same. */
  readonly version: string;
}

/** A folder that was to be a pack, and all that is wrong with it. */
export interface BrokenPack {
  readonly folder: string;
  /** What it calls itself, or else its folder’s name. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface Dataset {
  readonly packs: readonly LoadedPack[];
  readonly broken: readonly BrokenPack[];
}

/**
 * `root` is a pack, or a folder that holds packs. A pack that is broken now is taken as it was in `before`. Throws a
 * DatasetError where no pack is left, and another error where `root` cannot be read at all.
 */
export async function readDataset(root: string, before: readonly LoadedPack[] = []): Promise<Dataset> {
  const packs: LoadedPack[] = [];
  const broken: BrokenPack[] = [];
  for (const found of await findPacks(root)) {
    const read = await readPack(found);
    const last = before.find(({ folder }) => folder === found.folder);
    if ('problems' in read) broken.push(read);
    const now = 'pack' in read && !(last && last.version === read.version) ? read : last;
    const namesakeOf = (pack: LoadedPack) => packs.find((one) => one.pack.info.id === pack.pack.info.id);
    const namesake = now && namesakeOf(now);
    if (namesake) broken.push(secondOf(now, namesake));
    const pack = namesake ? last : now;
    if (pack && !namesakeOf(pack)) packs.push(pack);
  }
  if (packs.length === 0) throw new DatasetError(broken.flatMap(({ problems }) => problems));
  return { packs, broken };
}

async function readPack({ folder, problems: found }: FoundPack): Promise<LoadedPack | BrokenPack> {
  const name = basename(resolve(folder));
  if (found.length > 0) return { folder, name, problems: found };
  try {
    const { book, parsed } = await unhurried(reading(await readPackFiles(folder)));
    if (!book) return { folder, name, problems: parsed.ok ? [] : parsed.problems };
    const [pack] = parsed.packs;
    return parsed.ok && pack
      ? loadedFrom(folder, withoutPlaces(pack))
      : { folder, name: book.info.value.title, problems: parsed.ok ? [] : parsed.problems };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const expected = 'a file that may be read by whoever runs the bot';
    return { folder, name, problems: [{ file: error.path, record: '', field: '', expected }] };
  }
}

function* reading(files: PackFiles): Steps<{ readonly book: Book | undefined; readonly parsed: Parsed }> {
  const { book, problems } = yield* readingBook(files);
  const all = [...problems];
  const records = book ? [yield* makingRecords(book, all)] : [];
  return { book, parsed: yield* parsing(records, all) };
}

/** Its version is found once somebody asks: at the start nobody does, and of a large pack it takes a while. */
function loadedFrom(folder: string, pack: Pack): LoadedPack {
  let version: string | undefined;
  return {
    ...{ folder, pack },
    get version() {
      version ??= versionOf(pack);
      return version;
    },
  };
}

/** Nobody is told any more where something stands, and all that was written would be kept for it. */
const withoutPlaces = (pack: Pack): Pack => ({
  ...pack,
  origin: new Map([...pack.origin].filter(([record]) => record === pack.info)),
});

const secondOf = ({ folder, pack }: LoadedPack, other: LoadedPack): BrokenPack => ({
  ...{ folder, name: pack.info.title },
  problems: [idTaken(pack, other.pack)],
});

/** Of what it says, and neither of its comments nor of where it lies. */
function versionOf({ origin: _, info, ...records }: Pack): string {
  const hash = createHash('sha256').update(JSON.stringify(info));
  for (const [kind, all] of Object.entries(records)) {
    hash.update(kind);
    for (const record of all) hash.update(JSON.stringify(record));
  }
  return hash.digest('hex').slice(0, VERSION_LENGTH);
}

/** One for all that was read, whatever the order. */
export function datasetVersion({ packs }: Dataset): string {
  const lines = packs.map(({ pack, version }) => `${pack.info.id} ${version}\n`).toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, VERSION_LENGTH);
}

const VERSION_LENGTH = 12;

/** The packs that are whole. */
export const loadPacks = async (root: string): Promise<readonly Pack[]> =>
  (await readDataset(root)).packs.map(({ pack }) => pack);

export const loadLibrary = async (root: string): Promise<Library> => buildLibrary(await loadPacks(root));
