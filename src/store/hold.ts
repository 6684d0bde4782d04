/**
 * One bot on one SQLite file. The lock is the kernel's, on an empty file beside the database that SQLite knows how to
 * lock on every system: it ends with its process, however that ends, and leaves nothing that could be out of date.
 * Who holds it is written beside, for people to read.
 */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { Fault } from '../core/errors.ts';
import { FILE_MODE, makeFile } from './private-files.ts';
import { resultCode } from './trouble.ts';

export interface Hold {
  release(): void;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Throws a Fault that names who holds the file. All symbolic links to a file mean the same lock; a second hard link is
 * refused, because SQLite keeps what is not yet in the file beside each name.
 */
export async function holdFile(path: string): Promise<Hold> {
  const found = await stat(path).catch(() => undefined);
  // What is wrong with it, a folder of that name, say, is told when it is opened.
  if (!found?.isFile()) return { release: () => undefined };
  const file = await realpath(path);
  if (found.nlink > 1) throw new Fault('STORE', secondName(path));
  await makeFile(`${file}.lock`);
  const owner = `${file}.owner`;
  const lock = tryToLock(`${file}.lock`, path);
  if (!lock) throw new Fault('STORE', inUse(path, await whoHolds(owner)));
  const me: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  try {
    // Never into what lies there: in a folder that others can write to it may be a link of theirs to a file of ours.
    rmSync(owner, { force: true });
    writeFileSync(owner, JSON.stringify(me), { mode: FILE_MODE, flag: 'wx' });
  } catch {
    // On a full disk the lock holds all the same; only its owner's name is not told.
  }
  return {
    release: () => {
      if (!held.delete(lock)) return;
      rmSync(owner, { force: true });
      lock.close();
    },
  };
}

/** Whatever nothing points to is collected in time, and a lock would end with that. */
const held = new Set<DatabaseSync>();

function tryToLock(lockFile: string, path: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
    held.add(lock);
    return lock;
  } catch (error) {
    lock.close();
    if (resultCode(error) === 5) return undefined;
    const message = `The database ${path} cannot be locked, so that a second bot could damage it. Put it on a disk of this machine.`;
    throw new Fault('STORE', message, error);
  }
}

const NAMED_WITHIN_MS = 1_000;
const AGAIN_AFTER_MS = 20;

/** Who has just got the lock writes its name a moment later; until then there may be that of one who was killed. */
async function whoHolds(file: string): Promise<Owner | undefined> {
  const giveUpAt = performance.now() + NAMED_WITHIN_MS;
  while (performance.now() < giveUpAt) {
    const owner = readOwner(file);
    if (owner && isThere(owner)) return owner;
    await setTimeout(AGAIN_AFTER_MS);
  }
  return undefined;
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Nobody can tell of a process of another machine, or another container. */
function isThere({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const spoken = (owner: Owner | undefined): string =>
  owner ? `process ${owner.pid} on ${owner.host}, since ${owner.since}` : 'another process';

const inUse = (path: string, owner: Owner | undefined): string =>
  `The database ${path} is in use by ${spoken(owner)}. Stop that one, or choose another file; several processes share the work on a PostgreSQL (set DATABASE_URL, see docs/postgresql.md).`;

const secondName = (path: string): string =>
  `The file of the database ${path} has a second name (a hard link): whoever opened it by that one would damage it. Take that name away, or copy the file, and delete the original, then start again.`;

/**
 * Who runs a bot on this file, in words; undefined where nobody does. A lock that nobody holds is looked at for less than a
 * millisecond, as a reader, so that only a bot that starts at that very moment would meet it.
 */
export async function whoRuns(file: string): Promise<string | undefined> {
  if (!existsSync(`${file}.lock`)) return undefined;
  const lock = new DatabaseSync(`${file}.lock`, { readOnly: true, timeout: 0 });
  try {
    lock.prepare('select count(*) from sqlite_schema').get();
    return undefined;
  } catch (error) {
    if (resultCode(error) !== 5) throw error;
    return spoken(await whoHolds(`${file}.owner`));
  } finally {
    lock.close();
  }
}
