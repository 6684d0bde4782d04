/** What a fresh machine installs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LockEntry, lockedNodes, readLock, tidyLock } from './lock.ts';

const lock = readLock();
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const dependencies: Readonly<Record<string, string>> = {
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
};

const Installed = z.looseObject({
  license: z.string().optional(),
  engines: z.looseObject({ node: z.string().optional() }).optional(),
});

/** What the packages say themselves; those of other platforms are not here. */
const installed = (isMeant: (entry: LockEntry) => boolean) =>
  Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && isMeant(entry) && existsSync(path))
    .map(([path]) => ({
      path,
      ...Installed.parse(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))),
    }));

describe('the lock file', () => {
  it('lists the optional packages of every platform: npm install drops those it cannot see, and npm ci then refuses', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(Object(entry.optionalDependencies)).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that each machine uses its own', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('knows the hash of all that production runs, the Node for each platform included', () => {
    const unknown = Object.entries(lock.packages).filter(
      ([path, entry]) => path !== '' && !entry.dev && entry.integrity === undefined,
    );
    expect(unknown.map(([path]) => path).filter((path) => existsSync(path))).toEqual([]);
    expect(lockedNodes(lock).filter((path) => lock.packages[path]?.integrity === undefined)).toEqual([]);
  });

  it('is as `npm run lock` leaves it: any Node from 20 up may install, and only an old one fetches another', () => {
    expect(tidyLock(lock)).toEqual(lock);
  });
});

describe('what is installed', () => {
  it('asks for no other Node than the one that runs it', () => {
    const unhappy = installed(() => true)
      .filter((each) => each.engines?.node && !semver.satisfies(process.versions.node, each.engines.node))
      .map(({ path }) => path);
    expect(unhappy).toEqual([]);
  });

  it('is, as far as it goes to production, under licences that let anybody use it', () => {
    const free = /^\(?(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|OFL-1\.1)(?: OR [\w.-]+)*\)?$/;
    const others = installed((entry) => !entry.dev)
      .filter(({ license = 'none' }) => !free.test(license))
      .map(({ path, license }) => `${path}: ${license}`);
    expect(others).toEqual([]);
  });
});

describe('the manifest', () => {
  it('names exact versions', () => {
    const inexact = Object.values(dependencies).filter(
      (version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(inexact).toEqual([]);
  });

  it('gives every dependency its reason', () => {
    const reasons = readFileSync('docs/dependencies.md', 'utf8');
    const names = Object.keys(dependencies);
    expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([]);
  });
});
