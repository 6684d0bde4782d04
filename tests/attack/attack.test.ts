/** What `npm run attack` does for minutes, in seconds: fewer payloads, smaller floods, and all the findings. */
import { expect, it } from 'vitest';
import { findings } from './findings/list.ts';
import { readOptions } from './options.ts';
import { runAttack } from './run.ts';

/** Only a limit: on a machine that does nothing else it takes less than half a minute. */
const WITHIN_MS = 900_000;

it('an attack does no harm: nothing ends, nothing is left unanswered, and nothing that was found works again', {
  timeout: WITHIN_MS,
}, async () => {
  const options = readOptions(['--payloads', '200', '--short'], () => undefined);
  const { figures, problems } = await runAttack(options);
  expect(problems).toEqual([]);
  expect(figures).toMatchObject({
    ...{ crashes: 0, unhandled: 0 },
    discord: { sent: 200, unanswered: 0, over_limits: 0 },
    slack: { sent: 200, unanswered: 0, over_limits: 0 },
    page: { sent: 200, unanswered: 0, over_limits: 0 },
    findings: Object.fromEntries(findings.map(({ name }) => [name, { tries: expect.any(Number), bad: 0 }])),
  });
});

it('every finding that was reported is among those that are tried', () => {
  const names = findings.map(({ name }) => name);
  const reported = [
    ...['H1', 'H1b', 'H2', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6'],
    ...Array.from({ length: 11 }, (_, at) => `L${at + 1}`),
  ];
  expect(names).toEqual(expect.arrayContaining(reported));
  expect(new Set(names).size).toBe(names.length);
});
