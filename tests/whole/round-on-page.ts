/** A newcomer's way through the page: used by its test and by the screenshot of the README. */
import type { Page } from 'playwright-core';

export const discordPane = (page: Page) => page.locator('#pane-discord');
export const slackPane = (page: Page) => page.locator('#pane-slack');

/** Asks, has three players answer, two of them `known`, and lets the moderator close the round. */
export async function playRound(page: Page, known: () => Promise<number> = async () => 1): Promise<void> {
  await page.getByRole('button', { name: 'Ask me something' }).click();
  await discordPane(page).getByRole('button', { name: 'Reveal now' }).first().waitFor();
  const option = await known();
  await answerAs(page, 'Bo', 'discord', option === 0 ? 1 : 0);
  await answerAs(page, 'Chidi', 'slack', option);
  await answerAs(page, 'Dana', 'discord', option);
  await page.getByRole('button', { name: 'Close the round now' }).click();
  for (const pane of [discordPane(page), slackPane(page)])
    await pane
      .getByText(/^(?:Knew it|Nobody)/)
      .first()
      .waitFor();
}

async function answerAs(page: Page, name: string, face: 'discord' | 'slack', option: number): Promise<void> {
  await page.getByRole('radio', { name }).check();
  const pane = face === 'discord' ? discordPane(page) : slackPane(page);
  const open = slackPane(page)
    .locator('[data-message]')
    .filter({ has: page.getByRole('button', { name: 'Reveal now' }) });
  // On Slack's side the options come before all other buttons.
  const label = await open.last().getByRole('button').nth(option).textContent();
  await pane
    .getByRole('button', { name: label ?? '', exact: true })
    .last()
    .click();
  await pane.getByText('Locked in').last().waitFor();
}
