/** The whole bot as `npm start` starts it, in this process: what a test does not say is in memory, stands still or is quiet. */
import { type App, type AppParts, startApp } from '../../src/app.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { readPacks } from '../../src/packs/read.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { createSeededRandom } from '../fakes/random.ts';
import { rethrow } from '../fakes/rethrow.ts';

interface Parts extends Partial<Omit<AppParts, 'config' | 'random' | 'readPacks'>> {
  /** The same seed, the same questions. */
  readonly seed?: number;
  /** Platforms that run in this process. */
  readonly platforms?: Partial<Pick<Config, 'discord' | 'slack'>>;
}

export function startBot(
  settings: Readonly<Record<string, string>>,
  { seed = 1, platforms, ...parts }: Parts = {},
): Promise<App> {
  const parsed = parseConfig({ PORT: '0', DATABASE_PATH: ':memory:', ...settings });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return startApp({
    clock: createFakeClock('2026-11-23T08:00:00Z'),
    random: createSeededRandom(seed),
    logger: createRecordingLogger(),
    onLost: rethrow,
    onTrouble: () => undefined,
    say: () => undefined,
    readPacks: () => readPacks(parsed.config.dataPath),
    ...parts,
    config: { ...parsed.config, ...platforms },
  });
}
