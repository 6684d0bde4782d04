/**
 * Measures the bot and prints what it found as Markdown. Each measure runs in a process of its own, so that
 * none of them inherits another's memory or compiled code; everything stays on this machine.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, totalmem } from 'node:os';
import { measureStartUp } from './start-up.ts';
import { type Row, toMarkdown } from './report.ts';

const MEASURES: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'Start-up (median of 5)': measureStartUp,
};

const [only] = process.argv.slice(2);
if (process.send && only !== undefined) {
  process.send(await MEASURES[only]?.());
  process.disconnect();
} else {
  const began = performance.now();
  process.stdout.write(about());
  for (const title of Object.keys(MEASURES))
    process.stdout.write(toMarkdown({ title, rows: await inOwnProcess(title) }));
  process.stdout.write(`The whole run took ${Math.round((performance.now() - began) / 1000)} s.\n`);
}
