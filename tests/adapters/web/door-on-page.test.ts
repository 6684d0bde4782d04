/** The door of the page in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../fakes/browser.ts';
import { violations } from '../../fakes/violations.ts';
import { createScriptedBot } from './scripted-bot.ts';
import { type ServedPage, servePage } from './serve.ts';

const SECRET = 'a secret of twenty-six signs';

let browser: TestBrowser;
let served: ServedPage;

const open = async (secret: string, port = 0) => {
  served = await servePage({ secret, port });
  await served.platform.start(createScriptedBot());
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(() => open(SECRET));
afterEach(() => served.close());

const type = async (page: Page, secret: string) => {
  await page.getByLabel('The secret').fill(secret);
  await page.getByRole('button', { name: 'Come in' }).click();
};

describe('the door', () => {
  it('needs no script: it says what is wrong, and opens to the secret', async () => {
    const { page } = await browser.visit(served.address, { javaScriptEnabled: false });
    await type(page, 'not this one');
    await page.getByRole('alert').getByText('That is not the secret').waitFor();
    expect(page.url()).toBe(`${served.address}/door`);
    await type(page, SECRET);
    await page.waitForURL(`${served.address}/`);
    expect(await page.locator('#page').count()).toBe(1);
  });

  it('is where one types at once, and behind it the page works as ever, also after a reload', async () => {
    const { page } = await browser.visit(served.address);
    await page.keyboard.type(SECRET);
    await page.keyboard.press('Enter');
    await page.getByText('Connected').waitFor();
    await page.getByRole('button', { name: 'Ask me something' }).click();
    await page.getByText('In which year did the').first().waitFor();
    await page.reload();
    await page.getByText('Connected').waitFor();
  });

  it('keeps its pass from every script', async () => {
    const { page } = await browser.visit(served.address);
    await type(page, SECRET);
    await page.getByText('Connected').waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await page.context().cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
  });

  it('shows itself on an open page whose secret has changed', async () => {
    const { page } = await browser.visit(served.address);
    await type(page, SECRET);
    await page.getByText('Connected').waitFor();
    const { port } = served;
    await served.close();
    await open('another secret altogether', port);
    await page.getByLabel('The secret').waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 360])
      it(`is free of accessibility faults, ${colorScheme} and ${width} px wide`, async () => {
        const { page } = await browser.visit(served.address, {
          colorScheme,
          viewport: { width, height: 740 },
        });
        expect(await violations(page)).toEqual([]);
        await type(page, 'not this one');
        await page.getByRole('alert').waitFor();
        expect(await violations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
});
