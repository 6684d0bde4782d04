/** What the desk looks like while a fact is written: for `npm run screenshot`, to `docs/desk.png`. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from './authoring/desk/page/open-desk.ts';
import type { TestBrowser } from './fakes/browser.ts';

/** On a copy of the handbook, since the desk keeps files of its own in the folder. */
export async function shootDesk(browser: TestBrowser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-desk-'));
  await cp('examples/handbook', folder, { recursive: true });
  const desk = await openDesk(folder);
  const { page } = await browser.visit(desk.address, {
    ...{ viewport: { width: 1360, height: 860 }, colorScheme: 'light' },
  });
  await page.getByRole('navigation', { name: 'Articles' }).getByText('In the workshop').click();
  const paragraph = page.locator('[data-paragraph="7"]');
  await page.getByRole('button', { name: 'Paragraph 7', exact: true }).click();
  await paragraph.getByRole('button', { name: 'Write a fact' }).click();
  await page.keyboard.type(
    'Number 7 reported a stunning four months of fog after it had fallen off a ferry.',
  );
  await page.locator('mark').waitFor();
  await page.evaluate(() => document.querySelector('[data-paragraph="6"]')?.scrollIntoView());
  await page.mouse.move(0, 0);
  await page.screenshot({ path: 'docs/desk.png', animations: 'disabled' });
  await desk.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
}
