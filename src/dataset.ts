/** Reads the packs from disk. What is wrong with them comes back as one list, never as the first error only. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildLibrary, type Library } from './core/dataset/library.ts';
import { type Pack, type Problem, problemToText } from './core/dataset/pack.ts';
import { parsePacks, type RawPack, type RawRecord } from './core/dataset/parse.ts';

interface RawFile {
  readonly path: string;
  readonly kind: string;
  readonly json: unknown;
}

/** Which file or folder of a pack holds which kind of record. */
const KINDS = [
  'pack',
  'articles',
  'entities',
  'events',
  'claims',
  'disagreements',
  'questions',
  'left-out',
  'released',
] as const;

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

/** Holds the JSON Schemas that editors use: the one folder beside the packs that may have JSON files. */
const SCHEMA_FOLDER = 'schema';

/** Every folder in `root` with a `pack.json` is a pack. Throws a DatasetError that names all that is wrong. */
export async function loadPacks(root: string): Promise<readonly Pack[]> {
  const folders = await foldersIn(root);
  if ((await readdir(root)).includes('pack.json')) throw new DatasetError([isAPack(root)]);
  const raw: RawPack[] = [];
  const problems: Problem[] = [];
  for (const name of folders) {
    const folder = join(root, name);
    const names = await readdir(folder);
    if (names.some((file) => file === 'pack.json' || file === 'claims' || file === 'claims.json'))
      raw.push(rawPack(await readFiles(folder, problems)));
    else if (name !== SCHEMA_FOLDER && (await hasJson(folder))) problems.push(notAPack(folder));
  }
  if (raw.length === 0 && problems.length === 0)
    problems.push({
      file: root,
      record: '',
      field: '',
      expected: 'at least one pack: a folder with a pack.json',
    });
  const parsed = parsePacks(raw, problems);
  if (!parsed.ok) throw new DatasetError(parsed.problems);
  return parsed.packs;
}

function rawPack(files: readonly RawFile[]): RawPack {
  const place = (file: string) => ({ file, positionOf: () => undefined });
  const list = (kind: string, name: string): RawRecord[] =>
    files
      .filter((file) => file.kind === kind)
      .flatMap(({ path, json }) =>
        ((json as Record<string, unknown[]>)[name] ?? []).map((value) => ({ value, place: place(path) })),
      );
  const file = files.find(({ kind }) => kind === 'pack');
  const { topics = [], $schema, description, ...info } = (file?.json ?? {}) as Record<string, unknown>;
  void [$schema, description];
  return {
    info: { value: info, place: place(file?.path ?? 'pack.json') },
    records: {
      topics: (topics as unknown[]).map((value) => ({ value, place: place(file?.path ?? '') })),
      articles: list('articles', 'articles'),
      entities: list('entities', 'entities'),
      events: list('events', 'events'),
      claims: list('claims', 'claims'),
      disagreements: list('disagreements', 'disagreements'),
      questions: list('questions', 'questions'),
      leftOut: list('left-out', 'leftOut'),
      released: list('released', 'released'),
    },
  };
}

/** All that the bot knows. */
export const loadLibrary = async (root: string): Promise<Library> => buildLibrary(await loadPacks(root));

async function foldersIn(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    const folders: string[] = [];
    for (const entry of entries) if (await isFolder(root, entry)) folders.push(entry.name);
    return folders.toSorted();
  } catch (cause) {
    throw new Error(
      `the dataset folder ${root} cannot be read: set DATA_PATH to the folder that holds the packs`,
      { cause },
    );
  }
}

/** Also one that is only linked, as packs are that a container is given. What editors keep for themselves is none. */
async function isFolder(root: string, entry: Dirent): Promise<boolean> {
  if (entry.name.startsWith('.')) return false;
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const target = await stat(join(root, entry.name)).catch(() => undefined);
  return target?.isDirectory() ?? false;
}

async function hasJson(folder: string): Promise<boolean> {
  const names = await readdir(folder, { recursive: true });
  return names.some((name) => name.endsWith('.json'));
}

/** Skipping it in silence would hide a pack whose `pack.json` was forgotten. */
const notAPack = (folder: string): Problem => ({
  file: folder,
  record: '',
  field: '',
  expected: 'a pack.json: this folder has JSON files, but without it nothing in them is read',
});

const isAPack = (root: string): Problem => ({
  file: root,
  record: '',
  field: '',
  expected: 'the folder that holds packs, but this is one itself: set DATA_PATH to the folder above it',
});

async function readFiles(folder: string, problems: Problem[]): Promise<RawFile[]> {
  const files: RawFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter(({ name }) => name.endsWith('.json')).toSorted(byPath)) {
    const path = join(entry.parentPath, entry.name);
    const within = relative(folder, path).replaceAll('\\', '/');
    const kind = KINDS.find((name) => within === `${name}.json` || within.startsWith(`${name}/`));
    const json = await readJson(path);
    if (kind === undefined)
      problems.push({
        file: path,
        record: '',
        field: '',
        expected: `one of ${KINDS.join(', ')} as its name or folder`,
      });
    else if ('problem' in json) problems.push({ file: path, record: '', field: '', expected: json.problem });
    else files.push({ path, kind, json: json.value });
  }
  return files;
}

const byPath = (a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number =>
  join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;

async function readJson(path: string): Promise<{ readonly value: unknown } | { readonly problem: string }> {
  try {
    return { value: JSON.parse(textOf(await readFile(path))) };
  } catch (error) {
    return { problem: `JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** UTF-8, or the UTF-16 that Windows shells write; a byte-order mark is nobody's text. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
