/** A phone, and a window at 200 % zoom: what comes is seen, and what one needs is at hand. */
import { describe, expect, it } from 'vitest';
import { houseForEachTest, visitorsTo } from './house.ts';
import { factCard, questionCard, resultCard } from './scripted-bot.ts';
import { discord, inSight, moderate, say } from './windows.ts';

const house = houseForEachTest();
const visit = visitorsTo(house);

const SCREENS = [
  { width: 360, height: 740 },
  { width: 680, height: 430 },
] as const;

describe.each(SCREENS)('on a screen of $width by $height', (viewport) => {
  it('the top of a question is in sight as soon as it is asked', async () => {
    const { page } = await visit({ viewport });
    await page.getByRole('button', { name: 'Ask me something' }).click();
    await inSight(page, discord(page).getByText('Question 1 of 3'));
    await inSight(page, discord(page).getByText('In which year did the'));
  });

  it('a private answer is in sight to whoever pressed for it, and a reveal after it from its top', async () => {
    const { page } = await visit({ viewport });
    const question = await house.post(questionCard(0), 'question');
    await discord(page).getByRole('button', { name: 'B: 1984' }).click();
    await inSight(page, discord(page).getByText('Locked in: B'));
    await house.edit(question, resultCard);
    await discord(page).getByText('The museum opened').waitFor();
    await inSight(page, discord(page).getByText('Question 1 of 3'));
    await house.post(factCard('the winner'), 'standings');
    await inSight(page, discord(page).getByText('A fact about the winner'));
  });

  it('one changes the person beside the messages, without a scroll', async () => {
    const { page } = await visit({ viewport, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Ask me something' }).click();
    await inSight(page, discord(page).getByText('Question 1 of 3'));
    for (const name of ['Bo', 'Chidi']) {
      const where = await page.getByRole('radio', { name }).boundingBox();
      expect(where?.y).toBeGreaterThanOrEqual(0);
      expect((where?.y ?? 0) + (where?.height ?? 0)).toBeLessThan(viewport.height / 3);
      const before = await page.evaluate(() => scrollY);
      await page.getByRole('radio', { name }).check();
      await discord(page).getByText('In which year did the').waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(before);
    }
  });
});

describe('a notice of what went wrong', () => {
  it.each([...SCREENS, { width: 1280, height: 800 }])(
    'covers no message at $width by $height, and goes when it is read',
    async (viewport) => {
      const { page } = await visit({ viewport });
      await say(page, '/fact');
      const again = discord(page).getByRole('button', { name: 'Another one' });
      await again.waitFor();
      house.transcript.breakNext = true;
      await again.click();
      const notice = page.getByRole('alert').getByText('got lost on its way');
      await notice.waitFor();
      const [said, shown] = await Promise.all([
        page.locator('.notice').boundingBox(),
        page.locator('.pane:visible .scroller').first().boundingBox(),
      ]);
      expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(shown?.y ?? 0);
      await page.getByRole('button', { name: 'OK' }).click();
      await notice.waitFor({ state: 'detached' });
    },
  );

  it('is none where all went well', async () => {
    const { page } = await visit();
    await page.getByText('Connected').waitFor();
    await house.post(questionCard(0));
    await moderate(page, 'Reveal now').click();
    await discord(page).getByText('The museum opened').waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
  });
});
