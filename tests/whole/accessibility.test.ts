/** The page by the rules of WCAG 2.2 AA, as far as a machine can check them (axe-core), with a round on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { violations } from '../fakes/violations.ts';
import { playRound } from './round-on-page.ts';
import { startOnPage } from './start-on-page.ts';

let browser: TestBrowser;
let app: App;

beforeAll(async () => {
  browser = await openBrowser();
  app = await startOnPage(5);
  const { page } = await browser.visit(app.address);
  await playRound(page);
});
afterAll(async () => {
  await app.stop();
  await browser.close();
});

describe('the page', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 360])
      it(`is free of accessibility faults, ${colorScheme} and ${width} px wide`, async () => {
        const { page } = await browser.visit(app.address, {
          colorScheme,
          reducedMotion: 'reduce',
          viewport: { width, height: 800 },
        });
        await page
          .getByText(/^(?:Knew it|Nobody)/)
          .first()
          .waitFor();
        expect(await violations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
});
