import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { box, discord, say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

describe('the box for commands', () => {
  it('gives a line back that does not work, without proposals over it, and takes the mended one', async () => {
    const { page } = await visit();
    await say(page, '/frobnicate');
    await page.getByRole('alert').getByText('There is no command /frobnicate').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('/frobnicate');
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    await say(page, '/FACT kim');
    await slack(page).getByText('A fact about kim').waitFor();
    expect(await box(page).inputValue()).toBe('');
    await expect.poll(() => page.getByText('There is no command').count()).toBe(0);
  });

  it('gives a line back that the bot itself refuses', async () => {
    const { page } = await visit();
    await say(page, '/help me out');
    await discord(page).getByText('I do not know what').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('/help me out');
  });

  it('gives a line back whose answer got lost', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    house.transcript.breakNext = true;
    await say(page, '/fact lost');
    await page.getByRole('alert').getByText('got lost on its way').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('/fact lost');
  });

  it('does not fill itself with a ready-made line that failed', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    house.transcript.breakNext = true;
    await page.getByRole('button', { name: '/fact any fact' }).click();
    await page.getByRole('alert').getByText('got lost on its way').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });

  it('says that a line is too long, and cuts nothing', async () => {
    const { page, complaints } = await visit({ viewport: { width: 360, height: 740 } });
    const long = `/fact ${'x'.repeat(700)}`;
    await say(page, long);
    await page.getByRole('alert').getByText('at most 600 characters').waitFor();
    expect(await box(page).inputValue()).toBe(long);
    expect(await box(page).getAttribute('aria-invalid')).toBe('true');
    expect(house.bot.asked).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await box(page).fill('/fact x');
    await page.getByText('at most 600 characters').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
