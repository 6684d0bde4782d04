/** `npm run screenshot`: plays a round on the page and writes what it looks like to `docs/screenshot.png`. */
import { startApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { letterOf, rightPosition } from '../src/core/quiz/question.ts';
import { systemClock } from '../src/system.ts';
import { openBrowser } from './fakes/browser.ts';
import { createRecordingLogger } from './fakes/logger.ts';
import { createSeededRandom } from './fakes/random.ts';
import { rethrow } from './fakes/rethrow.ts';
import { playRound } from './whole/round-on-page.ts';

const parsed = parseConfig({ PORT: '0', DATABASE_PATH: ':memory:' });
if (!parsed.ok) throw new Error(parsed.problems.join());
const app = await startApp({
  config: parsed.config,
  clock: systemClock,
  random: createSeededRandom(7),
  logger: createRecordingLogger(),
  onLost: rethrow,
});
const browser = await openBrowser();
const { page } = await browser.visit(app.address, {
  viewport: { width: 1360, height: 860 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
});
await playRound(page, async () => {
  const [round] = await app.services.store.unrevealedRounds();
  return letterOf(rightPosition(round ?? { order: [0] }));
});
await page.getByRole('button', { name: 'OK' }).click();
await page.screenshot({ path: 'docs/screenshot.png', animations: 'disabled' });
await browser.close();
await app.stop();
process.stdout.write('docs/screenshot.png is new\n');
