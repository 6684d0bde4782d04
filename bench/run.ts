/**
 * Measures the bot and prints what it found as Markdown. Each measure runs in a process of its own, so that
 * none of them inherits another's memory or compiled code; everything stays on this machine.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, cpus } from 'node:os';
import { measureAsking } from './asking.ts';
import { measureBoards } from './boards.ts';
import { measureEndToEnd } from './end-to-end.ts';
import { measureFlood } from './flood.ts';
import { measureFortnight } from './fortnight.ts';
import { measureLargePacks } from './large-packs.ts';
import { measureLateness } from './lateness.ts';
import { measureLevels } from './levels.ts';
import { measureLint } from './lint.ts';
import { measurePageFlood } from './page-flood.ts';
import { type Row, type Section, toMarkdown } from './report.ts';
import { measureRequests } from './requests.ts';
import { measureSearch } from './search.ts';
import { measureStartUp } from './start-up.ts';
import { measureStore } from './store.ts';
import { measureTick } from './tick.ts';

const MEASURES: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'Start-up': measureStartUp,
  'A request through the core': measureRequests,
  'A command end to end': measureEndToEnd,
  Search: measureSearch,
  Asking: measureAsking,
  'Daily questions': measureTick,
  'The store': measureStore,
  Boards: measureBoards,
  Lateness: measureLateness,
  Fortnight: measureFortnight,
  Levels: measureLevels,
  Lint: measureLint,
  'Large packs': measureLargePacks,
  'The page under a flood': measurePageFlood,
  'One person’s flood': measureFlood,
};

const [only = ''] = process.argv.slice(2);
const measure = MEASURES[only];
if (process.send && measure) {
  process.send({ title: only, rows: await measure() } satisfies Section);
  process.disconnect();
} else await measureAll(measure ? [only] : Object.keys(MEASURES));

async function measureAll(titles: readonly string[]): Promise<void> {
  const began = performance.now();
  process.stdout.write(method());
  for (const title of titles) process.stdout.write(`${toMarkdown(await inOwnProcess(title))}\n`);
  process.stdout.write(`The whole run took ${Math.round((performance.now() - began) / 1000)} s.\n`);
}

async function inOwnProcess(title: string): Promise<Section> {
  const child = fork(import.meta.filename, [title], { execArgv: process.execArgv });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${title} ended with ${code}`);
  });
  ended.catch(() => {});
  const [section] = await Promise.race([once(child, 'message'), ended]);
  return section;
}

function method(): string {
  return [
    `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'unknown make'}.`,
    '',
    'One process a measure; everything on the loopback; SQLite in a file under the folder for temporary files.',
    'Start-up: median of 5 starts, kinds in turn. Times of calls: one after the other, the first fifth left out.',
    'CPU is user and kernel time of all threads. Compare figures of one run; between runs they move with the load.',
    '',
    '',
  ].join('\n');
}
