/** A newcomer's way through the page: used by its test and by the screenshot of the README. */
import type { Page } from 'playwright-core';

export const discordPane = (page: Page) => page.locator('#pane-discord');
export const slackPane = (page: Page) => page.locator('#pane-slack');

/** Asks, has three players answer, two of them `known`, and lets the moderator close the round. */
export async function playRound(page: Page, known: () => Promise<string> = async () => 'B'): Promise<void> {
  await page.getByRole('button', { name: 'Ask me something' }).click();
  await discordPane(page).getByRole('button', { name: /^A\b/ }).first().waitFor();
  const letter = await known();
  await answerAs(page, 'Bo', 'discord', letter === 'A' ? 'B' : 'A');
  await answerAs(page, 'Chidi', 'slack', letter);
  await answerAs(page, 'Dana', 'discord', letter);
  await page.getByRole('button', { name: 'Close the round now' }).click();
  for (const pane of [discordPane(page), slackPane(page)])
    await pane.getByText('The answer is').first().waitFor();
}

async function answerAs(page: Page, name: string, face: 'discord' | 'slack', letter: string): Promise<void> {
  await page.getByRole('radio', { name }).check();
  const pane = face === 'discord' ? discordPane(page) : slackPane(page);
  await pane
    .getByRole('button', { name: new RegExp(`^${letter}\\b`) })
    .first()
    .click();
  await pane.getByText('Locked in').last().waitFor();
}
