import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { factCard, questionCard, resultCard } from './scripted-bot.ts';
import { discord, inSight, messages, moderate, say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

const scroller = (pane: Locator) => pane.locator('.scroller');
const fromEnd = (pane: Locator) =>
  scroller(pane).evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight));

async function postFacts(first: number, last: number): Promise<void> {
  for (let at = first; at <= last; at += 1) await house.post(factCard(`fact ${at}`), `fact-${at}`);
}

/** Until nothing moves any more: the web components draw themselves a little later. */
const atEnd = (pane: Locator) => expect.poll(() => fromEnd(pane)).toBeLessThanOrEqual(1);

describe('a window with more messages than it shows at first', () => {
  it('follows the end, one message after the other', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    for (let at = 1; at <= 40; at += 1) {
      await postFacts(at, at);
      // One at a time, as in a conversation: each is drawn before the next one comes.
      if (at > 27) await slack(page).getByText(`A fact about fact ${at}:`).waitFor();
    }
    for (const pane of [discord(page), slack(page)]) {
      await pane.getByText('A fact about fact 40:').waitFor();
      await atEnd(pane);
    }
    await expect.poll(() => messages(page, 'slack').count()).toBe(30);
  });

  it('leaves a reader of older messages alone until they come back or say something themselves', async () => {
    await postFacts(1, 36);
    const { page } = await visit();
    const pane = slack(page);
    await pane.getByText('A fact about fact 36:').waitFor();
    await atEnd(pane);
    await scroller(pane).hover();
    await page.mouse.wheel(0, -2500);
    await expect.poll(() => fromEnd(pane)).toBeGreaterThan(2000);
    await postFacts(37, 39);
    await discord(page).getByText('A fact about fact 39:').waitFor();
    await atEnd(discord(page));
    expect(await fromEnd(pane)).toBeGreaterThan(2000);
    await say(page, '/fact mine');
    await pane.getByText('A fact about mine').waitFor();
    await atEnd(pane);
    await scroller(pane).press('Home');
    await expect.poll(() => scroller(pane).evaluate((box) => box.scrollTop)).toBeLessThan(10);
    // What comes while the browser still scrolls belongs to the end as well.
    await scroller(pane).press('End');
    await postFacts(40, 41);
    await pane.getByText('A fact about fact 41:').waitFor();
    await atEnd(pane);
  });
});

describe('a question that becomes its result', () => {
  const heading = (pane: Locator) => pane.getByText('Question 1 of 3').first();

  it.each([
    [360, 'no-preference'],
    [768, 'reduce'],
    [1280, 'no-preference'],
  ] as const)(
    'is brought into sight at %d pixels, and so are the standings and the next question',
    async (width, reducedMotion) => {
      const { page } = await visit({ viewport: { width, height: 740 }, reducedMotion });
      await page.getByText('Connected').waitFor();
      await house.post(questionCard(0), 'question');
      await postFacts(1, 6);
      await page.locator('.pane:visible').getByText('A fact about fact 6:').first().waitFor();
      await moderate(page, 'Reveal now').click();
      const panes = width < 1024 ? [discord(page)] : [discord(page), slack(page)];
      for (const pane of panes) {
        await pane.getByText('The museum opened').waitFor();
        await inSight(page, heading(pane));
      }
      await house.post(factCard('the standings'), 'standings');
      for (const pane of panes) await inSight(page, pane.getByText('A fact about the standings'));
      await house.post(questionCard(0), 'next');
      for (const pane of panes) await atEnd(pane);
      if (width >= 1024) return;
      await page.getByRole('tab', { name: 'Slack' }).click();
      await atEnd(slack(page));
    },
  );

  it('is brought into sight also when it is older than what is shown', async () => {
    const question = await house.post(questionCard(0), 'question');
    await postFacts(1, 35);
    const { page } = await visit();
    await slack(page).getByText('A fact about fact 35:').waitFor();
    expect(await slack(page).getByText('Question 1 of 3').count()).toBe(0);
    await house.edit(question, resultCard);
    for (const pane of [discord(page), slack(page)]) await inSight(page, heading(pane));
  });

  it('does not take a phone’s page away from somebody who is typing', async () => {
    const question = await house.post(questionCard(0), 'question');
    const { page } = await visit({ viewport: { width: 360, height: 740 } });
    await page.getByText('Connected').waitFor();
    await page.getByLabel('Type a command').fill('/fa');
    const before = await page.evaluate(() => scrollY);
    await house.edit(question, resultCard);
    await discord(page).getByText('The museum opened').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });
});
