import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { questionCard } from './scripted-bot.ts';
import { box, discord, messages, moderate, say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

describe('several players on one page', () => {
  it('answers as one player, then as another; each sees only the own confirmation', async () => {
    const { page } = await visit();
    await say(page, '/quiz');
    await page.getByRole('radio', { name: 'Bo' }).check();
    await slack(page).getByRole('button', { name: 'B: 1984' }).click();
    await discord(page).getByText('Locked in: B').waitFor();
    await discord(page).getByText('Only you can see this').waitFor();
    await slack(page).getByText('Only you can see this').waitFor();
    await page.getByRole('radio', { name: 'Chidi' }).check();
    await page.getByText('Locked in: B').first().waitFor({ state: 'detached' });
    await discord(page).getByRole('button', { name: 'D: 2023' }).click();
    await discord(page).getByText('Locked in: D').waitFor();
    expect(await page.getByText('Locked in: B').count()).toBe(0);
  });

  it('closes the newest open round as the moderator, whoever one is', async () => {
    const { page } = await visit();
    const close = moderate(page, 'Reveal now');
    await page.getByRole('radio', { name: 'Dana' }).check();
    expect(await close.isDisabled()).toBe(true);
    await moderate(page, 'Post daily question').click();
    await close.click();
    await slack(page).getByText('The museum opened').waitFor();
    await expect.poll(() => close.isDisabled()).toBe(true);
    expect(await messages(page, 'discord').count()).toBe(1);
  });

  it('learns as another player what the moderator was told, and can put it away', async () => {
    const { page } = await visit();
    const post = moderate(page, 'Post daily question');
    house.bot.whispersNext('Nothing to post today.');
    await post.click();
    await slack(page).getByText('Nothing to post today.').waitFor();
    expect(await page.getByText('To Ada, the moderator').count()).toBe(0);
    await page.getByRole('radio', { name: 'Bo' }).check();
    house.bot.whispersNext('Nothing to post this week.');
    await post.click();
    const notice = page
      .locator('.slip .notice')
      .getByText('To Ada, the moderator: Nothing to post this week.');
    await notice.waitFor();
    await page.locator('[data-announcer]').getByText('To Ada, the moderator').waitFor();
    expect(await messages(page, 'slack').count()).toBe(0);
    await page.getByRole('button', { name: 'OK' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('remembers over a reload whom one has chosen to be', async () => {
    const { page } = await visit();
    await page.getByRole('radio', { name: 'Chidi' }).check();
    await page.reload();
    await expect.poll(() => page.getByRole('radio', { name: 'Chidi' }).isChecked()).toBe(true);
    await say(page, '/help');
    await slack(page).getByText('Only you can see this').waitFor();
    expect(house.bot.asked.at(-1)?.origin.player.user).toContain('chidi');
  });

  it('puts a private message away', async () => {
    const { page } = await visit();
    await say(page, '/help');
    await slack(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Ask me something' }).waitFor();
    await expect.poll(() => messages(page, 'discord').count()).toBe(0);
  });

  it('shows in one browser what somebody does in another', async () => {
    const [ada, bo] = [await visit(), await visit()];
    await bo.page.getByRole('radio', { name: 'Bo' }).check();
    await say(ada.page, '/quiz private');
    await slack(ada.page).getByText('moon museum').waitFor();
    await say(ada.page, '/fact');
    await slack(bo.page).getByText('A fact about anything').waitFor();
    expect(await messages(bo.page, 'slack').count()).toBe(1);
  });
});

describe('somebody who uses only the keyboard', () => {
  it('picks a proposal, sends it, answers in a window and keeps their place', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    for (let at = 0; at < 20 && (await focused(page)) !== 'command'; at += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('/fact iv');
    await page.getByRole('option', { name: 'Ivanka Trump' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => box(page).inputValue()).toBe('/fact about: Ivanka Trump');
    await page.keyboard.press('Enter');
    await discord(page).getByText('A fact about Ivanka Trump').waitFor();
    const more = discord(page).getByRole('button', { name: 'Another one' });
    for (let at = 0; at < 40 && !(await hasFocus(page, 'discord-button')); at += 1)
      await page.keyboard.press('Tab');
    expect(await outlineOf(page)).not.toBe('none');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page, 'discord').count()).toBe(2);
    await expect.poll(() => more.count()).toBe(2);
    expect(await hasFocus(page, 'discord-button')).toBe(true);
  });

  it('stays at a message whose buttons disappear with the press', async () => {
    const { page } = await visit();
    await say(page, '/quiz private');
    await slack(page).getByRole('button', { name: 'A: 1969' }).focus();
    await page.keyboard.press('Enter');
    await slack(page).getByText('The museum opened').waitFor();
    await expect.poll(() => hasFocus(page, '#pane-slack .message')).toBe(true);
  });

  it.each([360, 1280])('is at the new question after asking for one, at %d pixels', async (width) => {
    const { page } = await visit({ viewport: { width, height: 740 } });
    await page.getByRole('button', { name: 'Ask me something' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(page, '#pane-discord .message')).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Question 1 of 3/,
    );
  });

  it('is at the result after closing the round, and may press that button at any time', async () => {
    const { page } = await visit();
    const close = moderate(page, 'Reveal now');
    await page.getByText('Connected').waitFor();
    await close.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('No question is open right now.').waitFor();
    await house.post(questionCard(0));
    await discord(page).getByText('moon museum').waitFor();
    await page.keyboard.press('Enter');
    await slack(page).getByText('The museum opened').waitFor();
    await expect.poll(() => hasFocus(page, '#pane-discord .message')).toBe(true);
  });

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
  const hasFocus = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const outlineOf = (page: Page) =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return inner ? getComputedStyle(inner).outlineStyle : 'none';
    });
});
