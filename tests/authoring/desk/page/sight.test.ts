/** What one looks at stays where it is, and what the desk says lies over nothing. */
import { describe, expect, it } from 'vitest';
import {
  button,
  entry,
  expectInSight,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
} from './desk-house.ts';

const house = houseForEachTest();

describe('what one looks at', () => {
  it('stays where it is when another paragraph above it closes', async () => {
    const { page } = await house.visit({ viewport: { width: 1360, height: 420 } });
    await goTo(page, 2);
    await entry(page, 'What closes the house?').waitFor();
    const fifth = paragraph(page, 5).locator('.paragraph-text');
    await fifth.scrollIntoViewIfNeeded();
    const top = () => fifth.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await fifth.click();
    await button(paragraph(page, 5), 'Write a fact').waitFor();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });
});

describe('what one types', () => {
  it('is in sight as a whole, also a date in many words where there is little room', async () => {
    const { page } = await house.visit({ viewport: { width: 768, height: 900 } });
    await goTo(page, 5);
    await button(paragraph(page, 5), 'Write a fact').click();
    await page.getByText('More about this fact').click();
    for (const label of ['When did it happen?', 'What has changed since?']) {
      const field = factForm(page).getByLabel(label);
      await field.fill('in the week after the storm that had put out the light of the harbour');
      const cut = await field.evaluate(
        (element) =>
          element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1,
      );
      expect([label, cut]).toEqual([label, false]);
    }
  });
});

describe('what the desk says', () => {
  for (const width of [768, 1360])
    it(`lies over nothing at ${width} pixels, and goes by itself unless somebody is at it`, async () => {
      const { page } = await house.visit({ viewport: { width, height: 700 } });
      await goTo(page, 2);
      await entry(page, 'Storm days come on top').click();
      await button(page, 'Change').click();
      await factForm(page).getByLabel('The fact, in your own words').fill('Storm days come on top of leave.');
      await page.clock.install();
      await button(factForm(page), 'Save').click();
      await expectInSight(notice(page, 'Saved.'));
      await button(page, 'Change').click();
      await expectInSight(button(factForm(page), 'Save'));
      const covers = await notice(page, 'Saved.').evaluate((element) => {
        const bar = element.closest('.notice')?.getBoundingClientRect();
        const side = document.querySelector('.side')?.getBoundingClientRect();
        return bar && side && bar.right > side.left && bar.bottom > side.top && bar.top < side.bottom;
      });
      expect(covers).toBe(false);
      await button(page, 'Undo').focus();
      await page.clock.fastForward(60_000);
      await expectInSight(button(page, 'Undo'));
      await factForm(page).getByLabel('The fact, in your own words').focus();
      await page.clock.fastForward(60_000);
      await notice(page, 'Saved.').waitFor({ state: 'detached' });
    });
});
