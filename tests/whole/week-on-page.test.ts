/** The week of daily questions on the page, in a real Chromium: what the moderator sees of it, and what she presses. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL } from '../../src/adapters/web/people.ts';
import type { App } from '../../src/app.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { violations } from '../fakes/violations.ts';
import { discordPane, slackPane } from './round-on-page.ts';
import { startOnPage } from './start-on-page.ts';

let browser: TestBrowser;
let clock: FakeClock;
let app: App;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  // A Monday, an hour before the question.
  clock = createFakeClock('2026-11-23T08:00:00Z');
  app = await startOnPage(3, {}, clock);
});
afterEach(() => app.stop());

const DAYS = [
  'Today',
  ...['Tuesday 24 November', 'Wednesday 25 November', 'Thursday 26 November', 'Friday 27 November'],
  ...['Saturday 28 November', 'Sunday 29 November'],
];

/** Minute by minute, as the program does. */
async function until(time: string): Promise<void> {
  while (clock.now() < Date.parse(`2026-11-23T${time}:00Z`)) {
    await clock.advance(60_000);
    await app.tick();
    await clock.advance(0);
  }
}

const planned = async () =>
  (await app.services.store.planOf(CHANNEL)).map((id) => {
    const question = app.services.library.question(id);
    if (!question) throw new Error(`nobody knows ${id}`);
    return question;
  });

describe('the moderator', () => {
  it('looks a week ahead without an answer, skips a question, takes that back, and has another one asked today', async () => {
    const { page, complaints } = await browser.visit(app.address);
    const say = async (line: string) => {
      await page.getByLabel('Type a command').fill(line);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('radio', { name: 'Ada' }).check();
    await say('/daily set 09:00 UTC');
    await discordPane(page).getByText('The daily question is set').waitFor();
    await say('/daily next 7');
    const weeks = [discordPane(page), slackPane(page)].map((pane) => pane.locator('[data-message]').last());
    const [discord, slack] = weeks;
    if (!discord || !slack) throw new Error('there are two windows');
    const shows = async (text: string) => {
      for (const week of weeks) await week.getByText(text).first().waitFor();
    };
    await shows('The next 7 daily questions');

    const [first, second, third] = await planned();
    for (const week of weeks) {
      const text = await week.textContent();
      for (const [at, { prompt, payoff }] of (await planned()).entries()) {
        expect(text).toContain(`${at + 1} · ${DAYS[at]}`);
        expect(text).toContain(prompt);
        expect(text).not.toContain(payoff);
      }
    }

    await slack.getByRole('button', { name: 'Skip 3' }).click();
    await shows(`Left out in this channel: ${third?.prompt}`);
    expect(await planned()).not.toContain(third);
    await discord.getByRole('button', { name: 'Undo' }).click();
    await shows(`It may be asked here again: ${third?.prompt}`);
    expect((await planned()).slice(0, 3)).toEqual([first, second, third]);
    await discord.getByRole('button', { name: 'Ask 3 today' }).click();
    await shows(`It comes today, at 09:00 (UTC): ${third?.prompt}`);
    expect((await planned()).slice(0, 3)).toEqual([third, first, second]);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });

    // Whoever does not manage the channel sees nothing of it before its time.
    await page.getByRole('radio', { name: 'Bo' }).check();
    await expect.poll(() => page.getByText(third?.prompt ?? '').count()).toBe(0);
    await until('09:01');
    for (const pane of [discordPane(page), slackPane(page)]) {
      const posted = pane.locator('[data-message]').last();
      await posted.getByText('Daily question, 23 November 2026').waitFor();
      await posted.getByText(third?.prompt ?? '').waitFor();
    }
    expect(complaints).toEqual([]);
  });
});
