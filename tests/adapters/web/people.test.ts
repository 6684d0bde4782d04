import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import { openBrowser, type TestBrowser, type Visitor } from '../../fakes/browser.ts';
import { createScriptedBot, factCard, questionCard } from './scripted-bot.ts';
import { type MemoryTranscript, memoryTranscript, type ServedPage, servePage } from './serve.ts';
import { discord, messages, say, slack } from './windows.ts';

let browser: TestBrowser;
let served: ServedPage;
let transcript: MemoryTranscript;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  transcript = memoryTranscript();
  served = await servePage({ transcript });
  await served.platform.start(createScriptedBot());
});
afterEach(() => served.close());

const visit = (options?: Parameters<TestBrowser['visit']>[1]): Promise<Visitor> =>
  browser.visit(served.address, options);

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
    await discord(page).getByRole('button', { name: 'D', exact: true }).click();
    await discord(page).getByText('Locked in: D').waitFor();
    expect(await page.getByText('Locked in: B').count()).toBe(0);
  });

  it('closes the newest open round as the moderator, whoever one is', async () => {
    const { page } = await visit();
    const close = page.getByRole('button', { name: 'Close the round now' });
    await page.getByRole('radio', { name: 'Dana' }).check();
    expect(await close.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Post the daily question now' }).click();
    await close.click();
    await slack(page).getByText('right answer').waitFor();
    await expect.poll(() => close.isDisabled()).toBe(true);
    expect(await messages(page, 'discord').count()).toBe(1);
  });

  it('puts a private message away', async () => {
    const { page } = await visit();
    await say(page, '/help');
    await slack(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Ask me something' }).waitFor();
    expect(await messages(page, 'discord').count()).toBe(0);
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
    expect(await page.getByLabel('Type a command').inputValue()).toBe('/fact about: Ivanka Trump');
    await page.keyboard.press('Enter');
    await discord(page).getByText('A fact about Ivanka Trump').waitFor();
    const more = discord(page).getByRole('button', { name: 'Another one' });
    for (let at = 0; at < 40 && !(await hasFocus(page, 'discord-button')); at += 1)
      await page.keyboard.press('Tab');
    expect(await outlineOf(page)).not.toBe('none');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page, 'discord').count()).toBe(2);
    expect(await more.count()).toBe(2);
    expect(await hasFocus(page, 'discord-button')).toBe(true);
  });

  it('stays at a message whose buttons disappear with the press', async () => {
    const { page } = await visit();
    await say(page, '/quiz private');
    await slack(page).getByRole('button', { name: 'A: 1969' }).focus();
    await page.keyboard.press('Enter');
    await slack(page).getByText('right answer').waitFor();
    await expect.poll(() => hasFocus(page, '#pane-slack .message')).toBe(true);
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

describe('somebody who listens to the page', () => {
  it('hears each new message once, and the result of a round, but not every count', async () => {
    const { page } = await visit();
    const heard = page.locator('[data-announcer]');
    await page.getByText('Connected').waitFor();
    const { message } = await postQuestion();
    await heard.getByText('In which year').waitFor();
    const before = await heard.textContent();
    await served.platform.edit(message, questionCard(1));
    await slack(page).getByText('1 answers locked in').waitFor();
    expect(await heard.textContent()).toBe(before);
    await served.platform.edit(message, factCard('the result'));
    await heard.getByText('A fact about the result').waitFor();
    expect(await heard.textContent()).toContain('Receipt: “How a moon museum came to be”');
  });

  it('finds landmarks, and a name on every control', async () => {
    const { page } = await visit();
    await say(page, '/quiz');
    await slack(page).getByText('moon museum').waitFor();
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, a')]
        .filter(
          (element) =>
            !(
              element.textContent?.trim() ||
              element.getAttribute('aria-label') ||
              element.closest('label') ||
              element.id === 'command'
            ),
        )
        .map(({ outerHTML }) => outerHTML),
    );
    expect(nameless).toEqual([]);
  });
});

async function postQuestion() {
  const outcome = await served.platform.post(CHANNEL, questionCard(0), 'question');
  if (outcome.status !== 'posted') throw new Error('not posted');
  return outcome;
}
