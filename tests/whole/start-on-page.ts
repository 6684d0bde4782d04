/** The whole bot, for tests that look at its page. */
import type { App } from '../../src/app.ts';
import type { Clock } from '../../src/core/ports/clock.ts';
import { systemClock } from '../../src/system.ts';
import { startBot } from './start-bot.ts';

/** The same seed, the same questions. */
export const startOnPage = (
  seed: number,
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<App> => startBot(settings, { seed, clock });
