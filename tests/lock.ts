/**
 * `npm run lock` after each `npm install`. npm copies what a package asks of Node into the lock, and asks it of the Node
 * that installs. Ours is not run by that one: under an old Node it is run by the locked one (ADR 32).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import semver from 'semver';
import { z } from 'zod';

/** Records, since a schema of objects would put the fields in another order than npm. */
const Entry = z.record(z.string(), z.json());
const Lock = z.looseObject({ packages: z.record(z.string(), Entry) });

export type LockEntry = z.infer<typeof Entry>;
export type Lock = z.infer<typeof Lock>;

/** What may install; `engines` in `package.json`. */
const INSTALLS = '>=20';

/** An optional package whose `engines` do not fit is not fetched: a machine whose own Node will do brings it along. */
const TOO_OLD = '<24';

export const readLock = (): Lock => Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

/** The Node of each platform, for machines whose own is too old. */
export const lockedNodes = (lock: Lock): string[] =>
  Object.keys(Object(lock.packages['']?.optionalDependencies)).map((name) => `node_modules/${name}`);

export function tidyLock(lock: Lock): Lock {
  const nodes = lockedNodes(lock);
  const tidied = Object.entries(lock.packages).map(([path, entry]) => [
    path,
    nodes.includes(path) ? onlyForOldNodes(entry) : forAnyNode(entry),
  ]);
  return { ...lock, packages: Object.fromEntries(tidied) };
}

/** Those for Linux are built against glibc, and do not say so themselves. */
const onlyForOldNodes = (entry: LockEntry): LockEntry => ({
  ...entry,
  engines: { node: TOO_OLD },
  ...([entry.os].flat().includes('linux') && { libc: ['glibc'] }),
});

function forAnyNode({ engines, ...entry }: LockEntry): LockEntry {
  const asked = z.looseObject({ node: z.string() }).safeParse(engines).data;
  const isMet = asked === undefined || semver.subset(INSTALLS, asked.node);
  return isMet && engines !== undefined ? { ...entry, engines } : entry;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href)
  writeFileSync('package-lock.json', `${JSON.stringify(tidyLock(readLock()), null, 2)}\n`);
