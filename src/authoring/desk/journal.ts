/**
 * What was there before: each write keeps the texts that it replaces, in the folder `.desk` of the pack, which git does
 * not see. From it a write is undone, and a question that is asked no more can be asked again.
 */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { put } from '../put-file.ts';
import type { KeptId, NeverAsked } from './changes/change.ts';

export interface Kept {
  /** By its path in the pack; null where there was no such file, or is none any more. */
  readonly files: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly said: string;
  /** Entries whose id is the program’s, as the lock knew them. */
  readonly ids: readonly KeptId[];
}

export interface Journal {
  /** Under which name it can be undone. Whole on disk when this resolves. */
  keep(kept: Kept): Promise<string>;
  find(name: string): Promise<Kept | undefined>;
  /** It was undone. */
  forget(name: string): Promise<void>;
  keepNever(never: NeverAsked): Promise<void>;
  never(id: string): Promise<NeverAsked | undefined>;
  /** All that can be asked again, by id. */
  allNever(): Promise<ReadonlyMap<string, NeverAsked>>;
  forgetNever(id: string): Promise<void>;
}

/** So many writes, and no more bytes than this, are kept. */
const MOST_WRITES = 200;
const MOST_BYTES = 40_000_000;
const MOST_NEVER = 500;

const FOLDER = '.desk';

/** Makes sure that git does not see what the desk keeps. */
export const hideFromGit = (folder: string): Promise<void> => put(join(folder, FOLDER), '.gitignore', README);

const README = `# What the desk (npm run pack -- watch) keeps, so that nothing is lost: the texts that it replaced, newest last.
# All of it may be deleted.
*
`;

const KeptIdJson = z.strictObject({ kind: z.enum(['fact', 'question']), id: z.string(), text: z.string() });

const WriteJson = z.strictObject({
  at: z.string(),
  said: z.string(),
  ids: z.array(KeptIdJson),
  files: z.array(
    z.strictObject({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});

const NeverJson = z.strictObject({
  ...{ id: z.string(), question: z.string(), topic: z.string(), source: z.string() },
  under: z.string().optional(),
});

export function createJournal(folder: string, now: () => number): Journal {
  const root = join(folder, FOLDER);
  let last = '';

  /** In the order in which they were kept, also where two are of one millisecond. */
  function nextName(): string {
    const stamp = new Date(now()).toISOString().replaceAll(/[:.]/g, '-');
    const again = last.startsWith(stamp) ? Number(last.slice(stamp.length + 1)) + 1 : 0;
    last = `${stamp}-${String(again).padStart(3, '0')}`;
    return last;
  }

  async function namesIn(sub: string): Promise<readonly string[]> {
    const names = await readdir(join(root, sub)).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).toSorted();
  }

  const read = async <Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> => {
    const text = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return schema.safeParse(JSON.parse(text)).data;
    } catch {
      return undefined;
    }
  };

  async function prune(): Promise<void> {
    const names = await namesIn('writes');
    let bytes = 0;
    for (const [age, name] of names.toReversed().entries()) {
      const path = join(root, 'writes', name);
      bytes += (await stat(path).catch(() => undefined))?.size ?? 0;
      if (age >= MOST_WRITES || (age > 0 && bytes > MOST_BYTES)) await rm(path, { force: true });
    }
    const never = await namesIn('never');
    for (const name of never.slice(0, Math.max(0, never.length - MOST_NEVER)))
      await rm(join(root, 'never', name), { force: true });
  }

  return {
    async keep(kept) {
      await hideFromGit(folder);
      const name = nextName();
      await put(
        root,
        `writes/${name}.json`,
        `${JSON.stringify({ at: new Date(now()).toISOString(), ...kept }, null, 1)}\n`,
      );
      await prune();
      return name;
    },
    async find(name) {
      if (!/^[\dTZ-]+$/.test(name)) return undefined;
      const kept = await read(`writes/${name}.json`, WriteJson);
      return kept && { files: kept.files, said: kept.said, ids: kept.ids };
    },
    forget: (name) => rm(join(root, 'writes', `${name}.json`), { force: true }),
    async keepNever(never) {
      await hideFromGit(folder);
      await put(root, `never/${fileOf(never.id)}`, `${JSON.stringify(never, null, 1)}\n`);
    },
    async never(id) {
      const kept = await read(`never/${fileOf(id)}`, NeverJson);
      return kept && { ...kept, under: kept.under };
    },
    async allNever() {
      const all = new Map<string, NeverAsked>();
      for (const name of await namesIn('never')) {
        const kept = await read(`never/${name}`, NeverJson);
        if (kept) all.set(kept.id, { ...kept, under: kept.under });
      }
      return all;
    },
    forgetNever: (id) => rm(join(root, 'never', fileOf(id)), { force: true }),
  };
}

/** Ids have small letters, digits and hyphens only. */
const fileOf = (id: string): string => `${id.replaceAll(/[^a-z0-9-]/g, '_')}.json`;
