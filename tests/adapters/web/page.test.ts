import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { box, discord, messages, say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

describe('somebody who opens the page', () => {
  it('reads what it is and gets a first question from one button', async () => {
    const { page, complaints } = await visit();
    await page.getByRole('heading', { level: 1, name: 'Receipts' }).waitFor();
    await page.getByText('Every fact shows its receipt.').waitFor();
    await page.getByText('This one knows <b>one</b> museum.').waitFor();
    const lead = page.getByText('Know it, then prove it.');
    await lead.waitFor();
    await page.getByRole('button', { name: 'Ask me something' }).click();
    await discord(page).getByText('In which year did the *moon museum* open?').waitFor();
    await slack(page).getByText('In which year did the *moon museum* open?').waitFor();
    await lead.waitFor({ state: 'detached' });
    // And another one from the same, also at a second start with what the first one kept.
    await page.getByRole('button', { name: 'Ask me something' }).click();
    await expect.poll(() => messages(page, 'slack').count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  it('types a command and sees the fact with its receipts in both windows', async () => {
    const { page, complaints } = await visit();
    await say(page, '/fact about: Ivanka Trump');
    for (const pane of [discord(page), slack(page)]) {
      await pane.getByText('A fact about Ivanka Trump').waitFor();
      const receipt = pane.getByRole('link', { name: 'How a moon museum came to be' });
      expect(await receipt.getAttribute('href')).toBe('https://news.example/moon?page=1&part=2');
    }
    expect(complaints).toEqual([]);
  });

  it('presses a button in the Discord window, then one in the Slack window', async () => {
    const { page } = await visit();
    await say(page, '/fact');
    await discord(page).getByRole('button', { name: 'Another one' }).click();
    await expect.poll(() => messages(page, 'discord').count()).toBe(2);
    await slack(page).getByRole('button', { name: 'Another one' }).last().click();
    await expect.poll(() => messages(page, 'slack').count()).toBe(3);
    await expect.poll(() => messages(page, 'discord').count()).toBe(3);
  });

  it('is told why something did not work', async () => {
    const { page } = await visit();
    await say(page, '/frobnicate');
    await page.getByRole('alert').getByText('There is no command /frobnicate').waitFor();
    await say(page, '/fact');
    await page.getByText('There is no command /frobnicate').waitFor({ state: 'detached' });
  });

  it('sees the exact payload of each platform', async () => {
    const { page } = await visit();
    await say(page, '/fact');
    await discord(page).getByRole('button', { name: 'Show payload' }).click();
    await slack(page).getByRole('button', { name: 'Show payload' }).click();
    const [embed, blocks] = await Promise.all([
      discord(page).locator('pre').textContent(),
      slack(page).locator('pre').textContent(),
    ]);
    expect(JSON.parse(embed ?? '')).toMatchObject({
      content: expect.stringContaining('Reported'),
      allowed_mentions: { parse: [] },
    });
    expect(JSON.parse(blocks ?? '')).toMatchObject({
      blocks: [{ type: 'context' }, { type: 'header' }, { type: 'rich_text' }, {}, {}, { type: 'actions' }],
    });
  });
});

describe('the page on any screen', () => {
  it.each([360, 768, 1280])(
    'has nothing to scroll sideways at %d pixels, with the longest messages open',
    async (width) => {
      const { page } = await visit({ viewport: { width, height: 740 } });
      await say(page, `/fact about: ${'Rhabarberbarbara'.repeat(3)}`);
      const pane = page.locator('.pane:visible').first();
      await pane.getByText('A fact about').waitFor();
      await pane.getByRole('button', { name: 'Show payload' }).click();
      await pane.locator('pre').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const scrollers = await page
        .locator('.scroller:visible')
        .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
      expect(scrollers.every((overflow) => overflow <= 0)).toBe(true);
    },
  );

  it('shows one window at a time on a phone, and the other behind its tab', async () => {
    const { page } = await visit({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await say(page, '/fact');
    await discord(page).getByText('A fact about anything').waitFor();
    expect(await slack(page).isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'Discord' }).focus();
    await page.keyboard.press('ArrowRight');
    await slack(page).getByText('A fact about anything').waitFor();
    expect(await discord(page).isVisible()).toBe(false);
    await slack(page).getByRole('button', { name: 'Another one' }).tap();
    await expect.poll(() => messages(page, 'slack').count()).toBe(2);
  });

  it('follows the system’s light or dark colours until somebody chooses, and remembers the choice', async () => {
    const { page } = await visit({ colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.getByText('Connected').waitFor();
    const dark = await ground();
    const toggle = page.getByRole('button', { name: 'Dark colours' });
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.click();
    await expect.poll(ground).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Dark colours', pressed: false }).waitFor();
  });
});

describe('when the connection breaks', () => {
  it('says so, comes back after a restart of the server, and still has the messages of everyone', async () => {
    const { page } = await visit();
    await say(page, '/fact');
    await say(page, '/help');
    await expect.poll(() => messages(page, 'slack').count()).toBe(2);
    await house.served.close();
    await page.getByRole('alert').getByText('Reconnecting…').waitFor();
    await house.reopen();
    await page.getByRole('alert').getByText('Reconnecting…').waitFor({ state: 'detached' });
    await expect.poll(() => messages(page, 'slack').count()).toBe(1);
    await discord(page).getByRole('button', { name: 'Another one' }).click();
    await expect.poll(() => messages(page, 'slack').count()).toBe(2);
  });

  it('keeps what could not be sent in the box, and drops the notice once it is connected again', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    await house.served.close();
    await page.getByRole('alert').getByText('Reconnecting…').waitFor();
    await say(page, '/fact kept');
    const notice = page.getByText('That was not sent. Try again when the page is connected.');
    await notice.waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('/fact kept');
    await house.reopen();
    await notice.waitFor({ state: 'detached' });
    expect(await box(page).inputValue()).toBe('/fact kept');
    await box(page).press('Enter');
    await slack(page).getByText('A fact about kept').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });
});

describe('text of a user or a pack', () => {
  it('is shown as text, whatever it contains', async () => {
    const { page, complaints } = await visit();
    const nasty = '<img src=x onerror=alert(1)> **b** <@ada> <!channel> javascript:alert(1)';
    await say(page, `/fact ${nasty}`);
    // In the answer, and above it as what was typed.
    for (const pane of [slack(page), discord(page)])
      await expect.poll(() => pane.getByText(nasty).count()).toBe(2);
    expect(await page.locator('.messages img[src="x"], .messages script').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
