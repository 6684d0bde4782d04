import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { factCard, questionCard } from './scripted-bot.ts';
import { discord, say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

const isPlaying = async (page: Page, name: string) => {
  await page.getByText('Connected').waitFor();
  await expect.poll(() => page.getByRole('radio', { name }).isChecked()).toBe(true);
};

/** Whoever comes before this one is connected would be the same person: who is free is known by who is connected. */
const arrive = async (name: string) => {
  const { page } = await visit();
  await isPlaying(page, name);
  return page;
};

const isFree = (person: string) =>
  expect.poll(async () => (await fetch(house.served.address)).text()).toContain(`data-free="${person}"`);

describe('several visitors', () => {
  it('are each the next free person, and after a reload the same', async () => {
    const [first, second] = [await arrive('Ada'), await arrive('Bo')];
    await first.close();
    await second.reload();
    await isPlaying(second, 'Bo');
    await isFree('ada');
    await arrive('Ada');
  });

  it('read that somebody else plays the same person, as long as that is so', async () => {
    const [first, second] = [await arrive('Ada'), await arrive('Bo')];
    await second.getByRole('radio', { name: 'Ada' }).check();
    const shared = (page: Page) => page.getByRole('status').getByText('Someone else plays Ada too.');
    for (const page of [first, second]) await shared(page).waitFor();
    await second.close();
    await shared(first).waitFor({ state: 'detached' });
  });

  it('see who typed what in both windows, and nothing of what is answered in private', async () => {
    const [ada, bo] = [await arrive('Ada'), await arrive('Bo')];
    await say(bo, '/help');
    await slack(bo).getByText('Only you can see this').waitFor();
    await say(bo, '/fact kim');
    for (const pane of [discord(ada), slack(ada)])
      await expect.poll(() => pane.getByText('Bo used /fact kim').count()).toBe(1);
    expect(await ada.getByText('/help', { exact: true }).count()).toBe(1);
    await house.served.close();
    await house.reopen();
    await ada.reload();
    await discord(ada).getByText('Bo used /fact kim').waitFor();
  });
});

describe('somebody with other eyes', () => {
  it('sees in forced colours who they are, and where to send', async () => {
    const { page } = await visit({ forcedColors: 'active' });
    await page.getByText('Connected').waitFor();
    const grounds = await page
      .locator('.person-name')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(grounds.filter((ground) => ground === grounds[0])).toHaveLength(1);
    const send = page.getByRole('button', { name: 'Send' });
    expect(await send.evaluate((button) => getComputedStyle(button).borderTopStyle)).toBe('solid');
  });

  it('hears when a question closes, and of a receipt that it is a link', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    await house.post(questionCard(0), 'question');
    await house.post(factCard('the moon'), 'fact');
    const heard = page.locator('[data-announcer]');
    await heard.getByText(/closes in \d+ seconds/).waitFor();
    await heard.getByText('A fact about the moon').waitFor();
    const words = await heard.textContent();
    expect(words).toContain('quoting a curator link');
    expect(words).not.toMatch(/https?:|UTC/);
  });

  it('reaches “Ask me something” with the third Tab, also where there are messages already', async () => {
    await house.post(factCard('the moon'), 'fact');
    const { page } = await visit();
    await discord(page).getByText('A fact about the moon').waitFor();
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ask me something');
  });
});

describe('the examples', () => {
  it('ask about what the bot knows', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '/fact Moon Museum' }).click();
    await slack(page).getByText('A fact about Moon Museum').waitFor();
  });

  it('name one of several packs, and the list of them', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '/quiz pack: Moon' }).waitFor();
    await page.getByRole('button', { name: '/packs' }).waitFor();
  });
});
