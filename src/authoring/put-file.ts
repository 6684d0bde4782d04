/** A file of a pack is written whole or not at all, since it may be an author’s work. */
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** `name` is its path in the folder. Whatever stops the machine meanwhile, the old text stands there or the new one. */
export async function put(folder: string, name: string, text: string): Promise<void> {
  const named = join(folder, name);
  await mkdir(dirname(named), { recursive: true });
  // A link stays one, and what it leads to is written.
  const path = await realpath(named).catch(() => named);
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
}

export const remove = (folder: string, name: string): Promise<void> =>
  rm(join(folder, name), { force: true });

/** So that the new name outlives a loss of power; where folders cannot be opened, as on Windows, it is left to the system. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
