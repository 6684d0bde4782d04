/** An attack: payloads in great numbers first, then everything that was found once, on a fresh bot. */
import { type Barrage, bombard } from './barrage.ts';
import { findings } from './findings/list.ts';
import type { Scene, Tried } from './findings/scene.ts';
import type { AttackOptions } from './options.ts';
import { openTarget, withFolder } from './target.ts';

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
    ...faces.flatMap(([face, { unanswered, overLimits }]) => [
      ...unanswered.map((what) => `unanswered on ${face}: ${what}`),
      ...overLimits.map((what) => `over the limits of ${face}: ${what}`),
    ]),
    ...tried.results.flatMap(({ name, bad }) => bad.map((what) => `${name}: ${what}`)),
    ...faults,
  ];
  const figures = {
    seed: options.seed,
    seconds: Math.round((performance.now() - began) / 1_000),
    crashes: faults.filter((line) => line.startsWith('crashed')).length,
    unhandled: faults.filter((line) => line.startsWith('unhandled')).length,
    ...Object.fromEntries(faces.map(([face, tally]) => [face, countsOf(tally)])),
    findings: Object.fromEntries(
      tried.results.map(({ name, tries, bad }) => [name, { tries, bad: bad.length }]),
    ),
  };
  return { figures, problems };
}

const countsOf = ({ unanswered, overLimits, ...tally }: NonNullable<Barrage['faces']['page']>) => ({
  ...tally,
  unanswered: unanswered.length,
  over_limits: overLimits.length,
});

interface Result extends Tried {
  readonly name: string;
}

interface AllTried {
  readonly results: readonly Result[];
  readonly faults: readonly string[];
}

async function tryFindings({ only, isShort, log }: AttackOptions): Promise<AllTried> {
  const chosen = findings.filter(({ name }) => only.length === 0 || only.includes(name));
  return withFolder(async (folder) => {
    const target = await openTarget(folder);
    let met = 0;
    const next = () => {
      met += 1;
      return String(met).padStart(5, '0');
    };
    const scene: Scene = {
      target,
      many: (whole, short) => (isShort ? short : whole),
      stranger: () => `4242424242420${next()}`,
      place: () => ({ guild: `8888888888880${next()}`, channel: `9999999999990${next()}` }),
    };
    const results: Result[] = [];
    for (const { name, what, try: run } of chosen) {
      const began = performance.now();
      const { tries, bad } = await run(scene).catch((error: Error) => ({
        tries: 1,
        bad: [String(error.stack)],
      }));
      results.push({ name, tries, bad });
      log(`${name}, ${what}: ${tries} tries, ${bad.length} bad, ${Math.round(performance.now() - began)} ms`);
    }
    return { results, faults: await target.end() };
  });
}
