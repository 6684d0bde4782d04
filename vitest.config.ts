import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** Without servers, browsers and other programs, and over in moments: `npm run check` runs these. */
const PURE = [
  'tests/{boundaries,config,dataset,docs,log,package,packs,report}.test.ts',
  'tests/{core,commands,data}/**/*.test.ts',
  'tests/authoring/format/**/*.test.ts',
  'tests/adapters/*/{render,untrusted-text}.test.ts',
  'tests/pages/discord-markdown.test.ts',
  'tests/container/dockerfile.test.ts',
  'tests/chaos/calendar.test.ts',
];

/** What tries everything there is, one by one, or starts a program. */
const LONG = [
  'tests/core/{deaths,faults}.test.ts',
  'tests/core/daily/zone-oracle.test.ts',
  'tests/core/quiz/secrets/property.test.ts',
  'tests/data/{cards,fixture-pack}.test.ts',
];

/** Those that share one PostgreSQL. */
const POSTGRES = [
  'tests/main-postgres.test.ts',
  'tests/doctor/examine.test.ts',
  'tests/health.test.ts',
  'tests/queue/shared.test.ts',
  'tests/store/{copy,fronts,migrations,postgres,refusals,scope-ids,silent-line}.test.ts',
  'tests/whole/{delivered-twice,restored,upgrade}.test.ts',
];

// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  test: {
    /** Limits for what hangs, and not for a machine that has more to do. */
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    /** One more than there are cores, because many tests wait: for a program to start, for a browser, for a database. */
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['tests/chance.ts'],
    /** For the programs that tests start. */
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    /** Files share what they import: packs are read and SDKs are loaded once a worker, and not a hundred times. */
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, exclude: LONG } },
      { extends: true, test: { name: 'long', include: LONG } },
      {
        extends: true,
        test: { name: 'postgres', include: POSTGRES, globalSetup: 'tests/fakes/shared-postgres.ts' },
      },
      {
        extends: true,
        test: { name: 'real', include: ['tests/**/*.test.ts'], exclude: [...PURE, ...POSTGRES] },
      },
    ],
  },
});
