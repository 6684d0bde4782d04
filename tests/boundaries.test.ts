import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Rule {
  readonly folder: string;
  /** A folder in it with a rule of its own. */
  readonly besides?: string;
  readonly may: readonly RegExp[];
}

/** Who may import what: the dependency rule of `docs/architecture.md`, executed. Anything not listed is forbidden. */
const RULES: readonly Rule[] = [
  { folder: 'src/core', may: [/^src\/core\//, /^(?:zod|temporal-polyfill|minisearch)$/] },
  { folder: 'commands', may: [/^src\/core\//, /^commands\//] },
  {
    folder: 'src/adapters/discord',
    may: [/^src\/core\//, /^src\/adapters\/discord\//, /^(?:discord\.js|zod|node:\w+)$/],
  },
  {
    folder: 'src/adapters/slack',
    may: [/^src\/core\//, /^src\/adapters\/slack\//, /^(?:@slack\/[\w-]+|zod|node:\w+)$/],
  },
  {
    folder: 'src/adapters/web',
    may: [
      /^src\/core\//,
      /^src\/adapters\/web\//,
      /^src\/pages\//,
      /^(?:hono|react|react-dom|@hono\/node-server|zod)(?:\/|$)/,
      /^node:/,
    ],
  },
  {
    folder: 'src/pages',
    may: [
      /^src\/core\/(?:ports\/(?:logger|clock)|dates|rate)\.ts$/,
      /^src\/pages\//,
      /^(?:hono|esbuild|react|@skyra\/discord-components-core|zod)(?:\/|$)/,
      /^node:/,
    ],
  },
  {
    folder: 'src/authoring/desk',
    may: [
      /^src\/(?:core|authoring|pages)\//,
      /^src\/packs\/dataset\.ts$/,
      /^(?:yaml|zod|hono|@hono\/node-server|react|react-dom)(?:\/|$)/,
      /^node:/,
    ],
  },
  {
    folder: 'src/authoring/format',
    may: [
      /^src\/core\//,
      /^src\/authoring\/format\//,
      /^(?:yaml|zod|node:(?:crypto|path|util|fs\/promises|fs))$/,
    ],
  },
  {
    folder: 'src/authoring',
    besides: 'src/authoring/desk',
    may: [
      /^src\/(?:core|authoring)\//,
      /^src\/packs\/dataset\.ts$/,
      /^(?:yaml|zod|csv-parse|gift-pegjs|linkedom|fflate|@mozilla\/readability|mdast-util-[\w-]+)(?:\/|$)/,
      /^node:/,
    ],
  },
  {
    folder: 'src/store',
    may: [/^src\/core\//, /^src\/store\//, /^src\/postgres\//, /^(?:kysely|pg|zod|node:)/],
  },
  { folder: 'src/postgres', may: [/^src\/core\/errors\.ts$/, /^src\/postgres\//, /^pg$/] },
  {
    folder: 'src/queue',
    may: [/^src\/core\//, /^src\/queue\//, /^src\/postgres\//, /^(?:node-cron|pg-boss)$/],
  },
];

/**
 * The desk's cards are those that people will get, so somebody has to hand it the renderers of the adapters. That is the
 * program that starts it, as `main.ts` hands them to the page of the bot: one file, and nothing else of authoring.
 */
const HANDS_IN = new Map([['src/authoring/cli/verbs/watch.ts', 'src/faces.ts']]);

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name));

/** Types count as well: a core that names an SDK's type is not neutral. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return name.startsWith('.') ? relative('.', resolve(dirname(file), name)) : name;
  });
}

describe('the walls of the house', () => {
  for (const { folder, besides, may } of RULES)
    it(`${folder} imports only what it may`, () => {
      const held = files(folder).filter((file) => !besides || !file.startsWith(`${besides}/`));
      const broken = held.flatMap((file) =>
        importsOf(file)
          .filter((name) => !may.some((rule) => rule.test(name)) && HANDS_IN.get(file) !== name)
          .map((name) => `${file} imports ${name}`),
      );
      expect(broken).toEqual([]);
    });

  it('what helps authors never enters the running bot, which only reads what they wrote', () => {
    const running = ['src/core', 'commands', 'src/adapters', 'src/store', 'src/queue'].flatMap(files);
    const program = ['src/main.ts', 'src/app.ts', 'src/faces.ts', 'src/roster.ts', 'src/health.ts'];
    const helped = [...running, ...program].filter((file) =>
      importsOf(file).some((name) => name.startsWith('src/authoring')),
    );
    expect(helped).toEqual([]);
    const read = importsOf('src/packs/read.ts').filter((name) => name.startsWith('src/authoring'));
    expect(read.filter((name) => !name.startsWith('src/authoring/format/'))).toEqual([]);
  });

  it('no files import each other in a circle, types included', () => {
    const graph = new Map([...files('src'), ...files('commands')].map((file) => [file, importsOf(file)]));
    const done = new Set<string>();
    const circleFrom = (file: string, way: readonly string[]): readonly string[] => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (done.has(file)) return [];
      done.add(file);
      for (const next of graph.get(file) ?? []) {
        const circle = circleFrom(next, [...way, file]);
        if (circle.length > 0) return circle;
      }
      return [];
    };
    expect(
      [...graph.keys()].map((file) => circleFrom(file, [])).find(({ length }) => length > 0),
    ).toBeUndefined();
  });

  it('a command does not know another command; only the registry sees them all', () => {
    const broken = files('commands')
      .filter((file) => !file.endsWith('registry.ts'))
      .flatMap((file) => importsOf(file).filter((name) => name.startsWith('commands/')));
    expect(broken).toEqual([]);
  });

  it('the core and the commands do not know which platforms there are', () => {
    const naming = [...files('src/core'), ...files('commands')].filter((file) =>
      /discord|slack/i.test(readFileSync(file, 'utf8')),
    );
    expect(naming).toEqual([]);
  });

  it('the core has no clock, no chance, no process and no files of its own', () => {
    const forbidden = /\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|from 'node:/;
    expect(files('src/core').filter((file) => forbidden.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('the environment is read in programs only, never in the parts they are made of', () => {
    const readers = files('src').filter((file) => /(?<!')process\.env/.test(readFileSync(file, 'utf8')));
    const programs = ['src/main.ts', 'src/authoring/cli/pack.ts'];
    expect(readers.filter((file) => !programs.includes(file) && !file.startsWith('src/cli/'))).toEqual([]);
  });

  it('every adapter and every database passes the suite that specifies its port', () => {
    const adapters = readdirSync('src/adapters').map((name) => `tests/adapters/${name}/contract.test.ts`);
    const unspecified = adapters.filter((file) => !readFileSync(file, 'utf8').includes('platformContract('));
    const stores = ['tests/store/sqlite.test.ts', 'tests/store/postgres.test.ts'];
    expect([
      ...unspecified,
      ...stores.filter((file) => !readFileSync(file, 'utf8').includes('storeContract(')),
    ]).toEqual([]);
  });

  it('packs are data and hold no code', () => {
    const names = ['data', 'examples'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[^/]\.\w+$/.test(name)),
    );
    expect(names.filter((name) => !/\.(?:json|yaml|md|txt)$/.test(name))).toEqual([]);
  });

  it('the registry lists every command in the folder', () => {
    const inFolder = files('commands')
      .map((file) => file.replace(/^commands\/|\.ts$/g, ''))
      .filter((name) => name !== 'registry');
    const listed = importsOf('commands/registry.ts').filter((name) => name.startsWith('commands/'));
    expect(listed.map((file) => file.replace(/^commands\/|\.ts$/g, '')).toSorted()).toEqual(
      inFolder.toSorted(),
    );
  });
});
