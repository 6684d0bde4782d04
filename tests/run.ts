/** The one test command: format, lint, types, dead code, tests, boot check. Ends with a line that counts. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const report = join(tmpdir(), `receipts-tests-${process.pid}.json`);

const steps: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  {
    name: 'format and lint',
    command: ['node_modules/.bin/biome', 'check', '--error-on-warnings', '--colors=off', '.'],
  },
  { name: 'types', command: ['node_modules/.bin/tsc', '-p', '.'] },
  { name: 'dead code and dependencies', command: [process.execPath, 'node_modules/knip/bin/knip.js'] },
  {
    name: 'tests',
    command: [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  },
  {
    name: 'boot check',
    command: [process.execPath, '--disable-warning=ExperimentalWarning', 'src/main.ts', '--check'],
  },
];

const results = steps.map(({ name, command: [program = '', ...args] }) => {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  return { name, ok: status === 0 };
});

const tests = countTests();
const failedSteps = results.filter(({ ok }) => !ok);
for (const { name } of failedSteps) process.stdout.write(`failed: ${name}\n`);
const passed = tests.passed + results.length - failedSteps.length;
const failed = tests.failed + failedSteps.length;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);

function countTests(): { passed: number; failed: number } {
  const Report = z.looseObject({ numPassedTests: z.number(), numFailedTests: z.number() });
  try {
    const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  } finally {
    rmSync(report, { force: true });
  }
}
