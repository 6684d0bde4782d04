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
  await moderate(page, 'Reveal now');
  for (const pane of [discordPane(page), slackPane(page)])
    await pane
      .getByText(/^(?:Knew it|Nobody)/)
      .first()
      .waitFor();
}

/** One of the two buttons that act as the moderator, whoever one is. */
export const moderate = (page: Page, name: 'Post daily question' | 'Reveal now'): Promise<void> =>
  page.getByRole('region', { name: 'As the moderator' }).getByRole('button', { name }).click();

async function answerAs(page: Page, name: string, face: 'discord' | 'slack', option: number): Promise<void> {
  await page.getByRole('radio', { name }).check();
  const pane = face === 'discord' ? discordPane(page) : slackPane(page);
  const open = slackPane(page)
    .locator('[data-message]')
    .filter({ has: page.getByRole('button', { name: 'Reveal now' }) });
  // On Slack's side the options come before all other buttons.
  const button = open.last().getByRole('button').nth(option);
  // Where a letter stands on it, it is called by all of the option on both sides.
  const called = (await button.getAttribute('aria-label')) ?? (await button.textContent()) ?? '';
  await pane.getByRole('button', { name: called, exact: true }).last().click();
  await pane.getByText('Locked in').last().waitFor();
}
