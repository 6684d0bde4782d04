/** What a test finds on the page, by the words that a person would use. */
import type { Page } from 'playwright-core';

export const discord = (page: Page) => page.locator('#pane-discord');
export const slack = (page: Page) => page.locator('#pane-slack');
export const messages = (page: Page, pane: 'discord' | 'slack') => page.locator(`#pane-${pane} .message`);

export const box = (page: Page) => page.getByLabel('Type a command');

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
}
