/** Packs as folders on disk: where they are, and what their files say. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '../../core/dataset/pack.ts';
import type { PackFiles } from './book.ts';
import { LOCK_FILE } from './lock.ts';

const INFO_FILE = 'pack.yaml';

/** A folder that is a pack, or that somebody takes for one. */
export interface FoundPack {
  readonly folder: string;
  /** Why it cannot be read as one; empty for a pack, whatever is wrong within it. */
  readonly problems: readonly Problem[];
}

/** What `root` is, or what is in it, in the order of names. Throws where it cannot be read at all. */
export async function findPacks(root: string): Promise<readonly FoundPack[]> {
  const itself = whatIs(root, await namesIn(root));
  if (itself) return [itself];
  const found: FoundPack[] = [];
  for (const name of (await readdir(root)).toSorted())
    if (!isSkipped(name)) found.push(...(await lookAt(join(root, name))));
  return found.length > 0 ? eachOnce(found, await realpath(root)) : [notA(root, NO_PACK)];
}

/** Of several that lead to one folder, that folder is the pack where it lies here itself; or else the first link is. */
async function eachOnce(found: readonly FoundPack[], root: string): Promise<readonly FoundPack[]> {
  const led = await Promise.all(
    found.map(async (pack) => ({ pack, real: await realpath(pack.folder).catch(() => pack.folder) })),
  );
  return led.map(({ pack, real }) => {
    const same = led.filter((other) => other.real === real).map((other) => other.pack);
    const itself = same.find(({ folder }) => join(root, basename(folder)) === real) ?? same[0] ?? pack;
    return pack === itself ? pack : notA(pack.folder, readAlready(itself.folder));
  });
}

const OLD_FORMAT =
  'a pack in YAML: this one is in JSON, as releases before 0.2 read it, and this release does not; start anew with npm run pack -- new NAME';
const NO_INFO = 'a pack.yaml: without it nothing in this folder is read';
const NO_PACK = 'at least one pack: a folder with a pack.yaml; npm run pack -- new NAME makes one';
const NO_TARGET = 'a folder: this link leads nowhere';
const readAlready = (folder: string) => `another pack: this link leads to ${folder}, which is read already`;
const UNREADABLE = 'a folder that may be read by whoever runs the bot';

/** What editors and package managers keep for themselves is none of ours, beside packs or in one. */
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

async function namesIn(root: string): Promise<readonly string[]> {
  try {
    return await readdir(root);
  } catch (cause) {
    throw new Error(
      `the dataset folder ${root} cannot be read: set DATA_PATH, or --pack, to a pack or to the folder that holds packs`,
      { cause },
    );
  }
}

/** Also a folder that is only linked, as packs are that a container is given. */
async function lookAt(path: string): Promise<readonly FoundPack[]> {
  const entry = await stat(path).catch(() => undefined);
  if (!entry) return [notA(path, NO_TARGET)];
  if (!entry.isDirectory()) return [];
  const inside = await readdir(path).catch(() => undefined);
  return [inside ? whatIs(path, inside) : notA(path, UNREADABLE)].filter((found) => found !== undefined);
}

function whatIs(folder: string, inside: readonly string[]): FoundPack | undefined {
  if (inside.includes(INFO_FILE)) return { folder, problems: [] };
  if (inside.includes('pack.json')) return notA(folder, OLD_FORMAT);
  return inside.some((file) => ['topics', 'articles.yaml', 'pack.yml'].includes(file))
    ? notA(folder, NO_INFO)
    : undefined;
}

const notA = (folder: string, expected: string): FoundPack => ({
  folder,
  problems: [{ file: folder, record: '', field: '', expected }],
});

/** A file of a pack that whoever runs the program may not read, or that is not there where a link leads. */
export class UnreadableFile extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read`, { cause });
    this.name = 'UnreadableFile';
    this.path = path;
  }
}

/** Throws an UnreadableFile. */
export async function readPackFiles(folder: string): Promise<PackFiles> {
  const files = new Map<string, string>();
  for (const within of await filesIn(folder, '', new Set()))
    if (/\.ya?ml$/.test(within) || within === LOCK_FILE)
      files.set(within, packText(await contentOf(join(folder, within))));
  return { folder, name: basename(resolve(folder)), files };
}

/** Paths with `/`, from the pack’s folder on. `around`: the folders that lie around this one, lest a link leads back to one. */
async function filesIn(
  folder: string,
  within: string,
  around: ReadonlySet<string>,
): Promise<readonly string[]> {
  const here = join(folder, within);
  const real = await realpath(here).catch(unreadable(here));
  if (around.has(real)) return [];
  const files: string[] = [];
  for (const entry of await readdir(here, { withFileTypes: true }).catch(unreadable(here))) {
    if (isSkipped(entry.name)) continue;
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    // A link that leads nowhere is a file that cannot be read.
    const target = entry.isSymbolicLink() ? await stat(join(folder, path)).catch(() => undefined) : entry;
    if (target?.isDirectory()) files.push(...(await filesIn(folder, path, new Set([...around, real]))));
    else if (target === undefined || target.isFile()) files.push(path);
  }
  return files;
}

const contentOf = (path: string): Promise<Uint8Array> => readFile(path).catch(unreadable(path));

const unreadable =
  (path: string) =>
  (cause: unknown): never => {
    throw new UnreadableFile(path, cause);
  };

/** UTF-8, or the UTF-16 that Windows shells write; a byte-order mark is nobody's text. */
export function packText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
