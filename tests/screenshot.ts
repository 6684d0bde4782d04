/** `npm run screenshot`: plays a round on the page and writes what it looks like to `docs/screenshot.png`. */

import { openBrowser } from './fakes/browser.ts';
import { playRound } from './whole/round-on-page.ts';
import { startOnPage } from './whole/start-on-page.ts';

const app = await startOnPage(11);
const browser = await openBrowser();
const { page } = await browser.visit(app.address, {
  viewport: { width: 1360, height: 860 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
});
await playRound(page, async () => {
  const [round] = await app.services.store.unrevealedRounds();
  return round?.shown.right ?? 0;
});
await page.getByRole('button', { name: 'OK' }).click();
await page.screenshot({ path: 'docs/screenshot.png', animations: 'disabled' });
await browser.close();
await app.stop();
process.stdout.write('docs/screenshot.png is new\n');
