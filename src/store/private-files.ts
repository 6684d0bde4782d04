/** Files with people in them are this user's alone: 0600, and 0700 for the folder. On Windows rights are not told by modes. */
import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

export const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What SQLite puts beside a file takes over the file's own rights, when it is made. */
const BESIDE = ['', '-wal', '-shm', '-journal'];

export const makeFolderOf = (file: string) => mkdir(dirname(file), { recursive: true, mode: FOLDER_MODE });

/**
 * Makes the file, empty, and says whether it did: not where there is one. Made by root, it belongs to whom the folder
 * belongs, since what an operator runs with sudo is to be the bot's afterwards.
 */
export async function makeFile(file: string): Promise<boolean> {
  try {
    const made = await open(file, 'ax', FILE_MODE);
    try {
      if (process.getuid?.() === 0) {
        const { uid, gid } = await stat(dirname(file));
        await made.chown(uid, gid);
      }
    } finally {
      await made.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes from others what an earlier release, or a copy by hand, let them read. */
export async function narrowFiles(file: string): Promise<void> {
  for (const end of BESIDE) await narrow(file + end, FILE_MODE);
  const folder = dirname(file);
  if (await isOurs(folder, file)) await narrow(folder, FOLDER_MODE);
}

/** A folder in which others keep things as well, somebody's home, say, is not ours to close. */
async function isOurs(folder: string, file: string): Promise<boolean> {
  const ours = basename(file, extname(file));
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  return entries?.every((entry) => entry.isFile() && entry.name.startsWith(ours)) ?? false;
}

/** Only the owner can; where that is somebody else, it was they who let this user in. */
async function narrow(path: string, mode: number): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    if (((await stat(path)).mode & 0o777 & ~mode) !== 0) await chmod(path, mode);
  } catch (error) {
    if (!['ENOENT', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Makes what was just written, and the name under which it lies, last through a power cut. */
export async function sync(file: string): Promise<void> {
  for (const path of [file, join(dirname(file), '.')]) {
    if (process.platform === 'win32' && path !== file) return;
    const handle = await open(path, path === file ? 'r+' : 'r');
    await handle.sync().finally(() => handle.close());
  }
}
