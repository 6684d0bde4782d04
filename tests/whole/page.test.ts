/** The whole bot on its page, in a real Chromium, started as `npm start` starts it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { discordPane, moderate, playRound, slackPane } from './round-on-page.ts';
import { startOnPage } from './start-on-page.ts';

let browser: TestBrowser;
let app: App;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await startOnPage(3);
});
afterEach(() => app.stop());

describe('a newcomer on the page', () => {
  it('plays a round with three players and sees the answer with its receipts in both windows', async () => {
    const { page, complaints } = await browser.visit(app.address);
    await playRound(page);
    for (const pane of [discordPane(page), slackPane(page)]) {
      const link = pane.locator('a[href^="https://"]').first();
      await link.waitFor();
      expect(await pane.getByText(/^(?:Knew it|Nobody)/).count()).toBeGreaterThan(0);
    }
    // Of the question and of the reveal nothing is said: both are seen.
    await page.getByRole('radio', { name: 'Ada' }).check();
    await expect.poll(() => page.getByText('Only you can see this').count()).toBe(0);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('posts the daily question, which comes once a day', async () => {
    const { page } = await browser.visit(app.address);
    await moderate(page, 'Post daily question');
    await discordPane(page).getByText('Daily question,').first().waitFor();
    await moderate(page, 'Post daily question');
    await slackPane(page).getByText('has been posted here already').first().waitFor();
    expect(await discordPane(page).getByText('Daily question,').count()).toBe(1);
  });

  it('asks for a fact by name and gets it with its receipt', async () => {
    const { page } = await browser.visit(app.address);
    await page.getByLabel('Type a command').fill('/fact about: Met Gala');
    await page.keyboard.press('Enter');
    for (const pane of [discordPane(page), slackPane(page)]) {
      await pane.getByText('Met Gala').first().waitFor();
      await pane.locator('a[href^="https://"]').first().waitFor();
    }
  });
});
