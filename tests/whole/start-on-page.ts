/** The whole bot as `npm start` starts it, for tests that look at its page. */
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Clock } from '../../src/core/ports/clock.ts';
import { readPacks } from '../../src/packs/read.ts';
import { systemClock } from '../../src/system.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { createSeededRandom } from '../fakes/random.ts';
import { rethrow } from '../fakes/rethrow.ts';

/** The same seed, the same questions. */
export function startOnPage(
  seed: number,
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<App> {
  const parsed = parseConfig({ PORT: '0', DATABASE_PATH: ':memory:', ...settings });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const parts = { clock, random: createSeededRandom(seed), logger: createRecordingLogger() };
  return startApp({
    config: parsed.config,
    ...parts,
    onLost: rethrow,
    onTrouble: () => undefined,
    say: () => undefined,
    readPacks: () => readPacks(parsed.config.dataPath),
  });
}
