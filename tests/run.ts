/**
 * The test command. `npm test` does everything; `npm run check` leaves out what starts servers, browsers and other
 * programs. The last line counts each test once.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { count, type Report, readReport } from './report.ts';

const report = join(tmpdir(), `receipts-tests-${process.pid}.json`);

const only = process.argv[2] === 'check' ? ['--project=pure'] : [];

const lint = {
  name: 'format and lint',
  command: ['node_modules/.bin/biome', 'check', '--error-on-warnings', '--colors=off', '.'],
};
const types = { name: 'types', command: ['node_modules/.bin/tsc', '-p', '.'] };
const unused = {
  name: 'dead code and dependencies',
  command: [process.execPath, 'node_modules/knip/bin/knip.js'],
};
const tests = {
  name: 'tests',
  command: [
    ...[process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...only],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ],
};
const boot = {
  name: 'boot check',
  command: [process.execPath, '--disable-warning=ExperimentalWarning', 'src/main.ts', '--check'],
};

const steps = only.length > 0 ? [lint, types, tests] : [lint, types, unused, tests, boot];

const failed = steps.filter(({ name, command: [program = '', ...args] }) => {
  process.stdout.write(`\n— ${name}\n`);
  return spawnSync(program, args, { stdio: 'inherit' }).status !== 0;
});

const found = takeReport();
process.stdout.write('\n');
for (const { file, why } of found?.skipped ?? [])
  process.stdout.write(`skipped: ${relative('.', file)}: ${why}\n`);
const { lines, isGood } = count(
  failed.map(({ name }) => name),
  found,
);
for (const line of lines) process.stdout.write(`${line}\n`);
process.exit(isGood ? 0 : 1);

/** Undefined where the tests ended before they could write one. */
function takeReport(): Report | undefined {
  try {
    return readReport(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return undefined;
  } finally {
    rmSync(report, { force: true });
  }
}
