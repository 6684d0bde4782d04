/** A folder of packs, for tests that change what lies in it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface PacksOnDisk {
  readonly root: string;
  put(files: Files, folder?: string): Promise<void>;
  at(...path: string[]): string;
}

/** A new one for each test; its files are gone afterwards. */
export function packsForEachTest(): PacksOnDisk {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'receipts-packs-'));
  });
  afterEach(() => rm(root, { recursive: true }));
  return {
    get root() {
      return root;
    },
    at: (...path) => join(root, ...path),
    put: async (files, folder = 'harbour') => {
      for (const [name, content] of Object.entries(files)) {
        const path = join(root, folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
    },
  };
}
