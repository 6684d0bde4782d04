/** What a test finds on the page, by the words that a person would use. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const discord = (page: Page) => page.locator('#pane-discord');
export const slack = (page: Page) => page.locator('#pane-slack');
export const messages = (page: Page, pane: 'discord' | 'slack') => page.locator(`#pane-${pane} .message`);

/** One of the two buttons that act as the moderator, whoever one is. */
export const moderate = (page: Page, name: 'Post daily question' | 'Reveal now') =>
  page.getByRole('region', { name: 'As the moderator' }).getByRole('button', { name });

/** All of it lies in its window and on the screen. */
export const inSight = (page: Page, wanted: Locator) =>
  expect
    .poll(async () => {
      const [seen, window] = await Promise.all([
        wanted.boundingBox(),
        wanted.locator('xpath=ancestor::*[contains(@class, "scroller")]').boundingBox(),
      ]);
      if (!seen || !window) return false;
      const bottom = Math.min(window.y + window.height, page.viewportSize()?.height ?? 0);
      return seen.y >= Math.max(window.y, 0) && seen.y + seen.height <= bottom + 1;
    })
    .toBe(true);

export const box = (page: Page) => page.getByLabel('Type a command');

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
}
