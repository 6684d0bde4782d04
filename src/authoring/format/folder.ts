/** Packs on disk: which folders are some, and what their files say. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Problem } from '../../core/dataset/pack.ts';
import type { PackFiles } from './book.ts';
import { LOCK_FILE } from './lock.ts';

const INFO_FILE = 'pack.yaml';

/** What `root` is, or what is in it. Throws where it cannot be read at all. */
export async function findPacks(root: string, problems: Problem[]): Promise<readonly string[]> {
  const names = await namesIn(root);
  if (names.includes(INFO_FILE)) return [root];
  const say = (file: string, expected: string) => problems.push({ file, record: '', field: '', expected });
  if (names.includes('pack.json')) say(root, OLD_FORMAT);
  const packs: string[] = [];
  for (const name of await foldersIn(root)) {
    const inside = await readdir(join(root, name));
    if (inside.includes(INFO_FILE)) packs.push(join(root, name));
    else if (inside.includes('pack.json')) say(join(root, name), OLD_FORMAT);
    else if (inside.some((file) => ['topics', 'articles.yaml', 'pack.yml'].includes(file)))
      say(join(root, name), 'a pack.yaml: without it nothing in this folder is read');
  }
  if (packs.length === 0 && problems.length === 0)
    say(root, `at least one pack: a folder with a pack.yaml; npm run pack -- new NAME makes one`);
  return packs;
}

const OLD_FORMAT =
  'a pack in YAML: this one is in JSON, as releases before 0.2 read it, and this release does not; start anew with npm run pack -- new NAME';

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

async function foldersIn(root: string): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const entry of await readdir(root, { withFileTypes: true }))
    if (await isFolder(root, entry)) folders.push(entry.name);
  return folders.toSorted();
}

/** Also one that is only linked, as packs are that a container is given. What editors keep for themselves is none. */
async function isFolder(root: string, entry: Dirent): Promise<boolean> {
  if (entry.name.startsWith('.')) return false;
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const target = await stat(join(root, entry.name)).catch(() => undefined);
  return target?.isDirectory() ?? false;
}

export async function readPackFiles(folder: string): Promise<PackFiles> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const within = relative(folder, path).replaceAll('\\', '/');
    const isOurs = (/\.ya?ml$/.test(within) && !/(?:^|\/)\./.test(within)) || within === LOCK_FILE;
    if (isOurs && !entry.isDirectory()) files.set(within, packText(await contentOf(path)));
  }
  return { folder, name: basename(resolve(folder)), files };
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Error(`${path} cannot be read`, { cause });
  }
}

/** UTF-8, or the UTF-16 that Windows shells write; a byte-order mark is nobody's text. */
export function packText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
