/** `/mydata show` on the page: two files to save, from the page itself, under its content security policy. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { box, discord, say } from '../adapters/web/windows.ts';
import { openBrowser } from '../fakes/browser.ts';
import { startOnPage } from './start-on-page.ts';

it('saves what is stored about a visitor, to read and for a program', async () => {
  const app = await startOnPage(5);
  const browser = await openBrowser();
  const { page, complaints } = await browser.visit(app.address);
  await box(page).waitFor();
  await say(page, '/quiz');
  await discord(page).getByRole('button', { name: 'Reveal now' }).waitFor();
  await say(page, '/mydata show');
  const saved = async (name: RegExp) => {
    const link = discord(page).getByRole('link', { name });
    await link.and(page.locator('[href^="blob:"]')).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const text = await saved(/Save your-data\.txt/);
  expect(text.name).toBe('your-data.txt');
  expect(text.text).toContain('Quizzes that you started (1)');
  const json = await saved(/Save your-data\.json/);
  expect(JSON.parse(json.text)).toMatchObject({ about: { platform: 'web', user: 'ada' } });
  expect(complaints).toEqual([]);
  const picture = process.env.PICTURE;
  if (picture) await page.screenshot({ path: picture, animations: 'disabled' });
  await browser.close();
  await app.stop();
});
