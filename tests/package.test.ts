/** What a fresh machine installs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const lock = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the lock file', () => {
  it('lists the optional packages of every platform: npm install drops those it cannot see, and npm ci then refuses', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(path === '' ? {} : (entry.optionalDependencies ?? {})).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that each machine uses its own', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe('the manifest', () => {
  it('names exact versions', () => {
    const versions: readonly string[] = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('gives every dependency its reason', () => {
    const reasons = readFileSync('docs/dependencies.md', 'utf8');
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([]);
  });
});
