import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { factCard, questionCard } from './scripted-bot.ts';
import { say, slack } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

describe('somebody who listens to the page', () => {
  it('hears each new message once, and the result of a round, but not every count', async () => {
    const { page } = await visit();
    const heard = page.locator('[data-announcer]');
    await page.getByText('Connected').waitFor();
    const message = await house.post(questionCard(0));
    await heard.getByText('In which year').waitFor();
    const before = await heard.textContent();
    await house.edit(message, questionCard(1));
    await slack(page).getByText('1 answers locked in').waitFor();
    expect(await heard.textContent()).toBe(before);
    await house.edit(message, factCard('the result'));
    await heard.getByText('A fact about the result').waitFor();
    await expect.poll(() => heard.textContent()).toContain('Receipt: “How a moon museum came to be”');
  });

  it('hears the question and then the whisper about it; neither takes the other’s place', async () => {
    const { page } = await visit();
    const heard = page.locator('[data-announcer]');
    await page.getByText('Connected').waitFor();
    await say(page, '/help');
    await house.post(questionCard(0));
    await expect
      .poll(() => heard.textContent())
      .toMatch(/In which year did the \*moon museum\* open\?.*Only for you: Try/s);
    await page.getByRole('radio', { name: 'Bo' }).check();
    await expect.poll(() => heard.textContent()).not.toContain('Only for you');
    expect(await heard.textContent()).toContain('In which year');
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
