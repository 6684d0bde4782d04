/**
 * Reads packs in a process of their own. Of a large pack that takes seconds and several times the memory in which it is
 * kept: the bot answers meanwhile, and the memory is gone when that process is.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { BrokenPack, LoadedPack } from './dataset.ts';
import { othersTurn } from './unhurried.ts';
import { type Line, packFrom } from './wire.ts';

const PROGRAM = fileURLToPath(new URL('./reader.ts', import.meta.url));

/** With a new space of its usual size it takes half as much memory again, and no less time. */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];

/** All that reading files takes of the environment; the bot’s tokens and passwords are none of the reader’s business. */
const ENVIRONMENT = ['PATH', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot'];

/** Set for the reader, not by it: so its first file comes from the cache too, and nothing is loaded to strip its types. */
function compileCache(): { readonly NODE_COMPILE_CACHE?: string } {
  const directory = getCompileCacheDir();
  return directory === undefined ? {} : { NODE_COMPILE_CACHE: dirname(directory) };
}

/** A signal to all that runs in a terminal or service is the bot’s to answer; where the bot ends, so does the reader. */
const ALONE = { detached: true, windowsHide: true };

/** Where packs lie unless `DATA_PATH` says otherwise. */
export const DEFAULT_DATA_PATH = 'data';

export interface Apart {
  /** `DATA_PATH`. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Given back where they say the same. */
  readonly known?: readonly LoadedPack[];
}

/** Rejects with a sentence where nothing can be read. */
export async function readPacksApart({
  root,
  environment,
  known = [],
}: Apart): Promise<readonly (LoadedPack | BrokenPack)[]> {
  const env = Object.fromEntries(ENVIRONMENT.map((name) => [name, environment[name]]));
  const child = spawn(process.execPath, [...FLAGS, PROGRAM, root], {
    env: { ...env, ...compileCache() },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...ALONE,
  });
  const end = () => child.kill();
  process.once('exit', end);
  const closed = once(child, 'close').finally(() => process.off('exit', end));
  // Where there is no room for another process, it has no streams either.
  const said = once(child, 'spawn').then(() => buffer(child.stdout));
  const [content, [code, signal]] = await Promise.all([said, closed]);
  if (code !== 0)
    throw new Error(`the packs could not be read: the program that reads them ended with ${signal ?? code}`);
  return packsIn(content, known);
}

async function packsIn(
  said: Buffer,
  known: readonly LoadedPack[],
): Promise<readonly (LoadedPack | BrokenPack)[]> {
  const lines = said.toString().split('\n');
  const packs: (LoadedPack | BrokenPack)[] = [];
  for (let at = 0; at < lines.length - 1; at += 1) {
    const line: Line = JSON.parse(lines[at] ?? '');
    if ('failed' in line) throw new Error(line.failed);
    if ('broken' in line) {
      packs.push(line.broken);
      continue;
    }
    at += 1;
    const { folder, version } = line.whole;
    const same = known.find((one) => one.folder === folder && one.version === version);
    packs.push(same ?? packFrom(line.whole, lines[at] ?? ''));
    await othersTurn();
  }
  return packs;
}
