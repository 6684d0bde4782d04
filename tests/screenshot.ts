/**
 * `npm run screenshot`: plays on the page and writes what a reveal and an open question look like to `docs/screenshot.png`,
 * and what the desk looks like to `docs/desk.png`.
 */
import { shootDesk } from './desk-screenshot.ts';
import { openBrowser } from './fakes/browser.ts';
import { discordPane, playRound } from './whole/round-on-page.ts';
import { startOnPage } from './whole/start-on-page.ts';

const app = await startOnPage(5);
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
// As somebody who has been told nothing in private.
await page.getByRole('radio', { name: 'Ada' }).check();
await page.getByRole('button', { name: 'Ask me something' }).click();
await discordPane(page).getByRole('button', { name: 'Reveal now' }).waitFor();
await page.mouse.move(0, 0);
const hidden = await page.locator('.message').evaluateAll((all) =>
  all.map((one) => {
    const window = one.closest('.scroller')?.getBoundingClientRect() ?? new DOMRect();
    const { top, bottom } = one.getBoundingClientRect();
    return Math.round(Math.max(window.top - top, bottom - window.bottom));
  }),
);
await page.screenshot({ path: 'docs/screenshot.png', animations: 'disabled' });
await app.stop();
await shootDesk(browser);
await browser.close();
const most = Math.max(...hidden);
if (most > 0) throw new Error(`${most} px of a message are out of sight: both are to be seen whole`);
process.stdout.write('docs/screenshot.png and docs/desk.png are new\n');
