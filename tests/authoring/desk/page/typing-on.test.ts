/** Somebody who types faster than the desk saves. */
import { describe, expect, it } from 'vitest';
import {
  button,
  entry,
  expectFocus,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
} from './desk-house.ts';

const house = houseForEachTest();
const TOPIC = 'topics/days-off.yaml';

describe('whoever types on while a fact is being saved', () => {
  it('loses no key, stays where the caret is, and saves the rest when it is there', async () => {
    const { page } = await house.visit();
    const slow = Promise.withResolvers<void>();
    await page.route('**/api/write', async (route) => {
      await slow.promise;
      await route.continue();
    });
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('At Finch & Daughters work ends at noon on the day of the first now.');
    for (let back = 0; back < 'now.'.length; back += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+s');
    await page.keyboard.type('s');
    slow.resolve();
    await notice(page, 'Saved.').waitFor();
    expect(await house.reads(TOPIC)).toContain('the first now.');
    const field = factForm(page).getByLabel('The fact, in your own words');
    await expectFocus(field);
    await page.keyboard.type('nowy s');
    expect(await field.inputValue()).toContain('the first snowy snow.');
    await button(page, '1 text not saved').waitFor();
    await page.keyboard.press('Control+s');
    await expectFocus(entry(page, 'the first snowy snow.'));
    expect((await house.reads(TOPIC)).match(/work ends at noon/g)).toHaveLength(1);
  });
});

describe('what was saved', () => {
  it('takes the place of its form and has the focus in one step, however late the answer comes', async () => {
    const { page } = await house.visit();
    const slow = Promise.withResolvers<void>();
    await page.route('**/api/write', async (route) => {
      const answer = await route.fetch();
      await slow.promise;
      await route.fulfill({ response: answer });
    });
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('At Finch & Daughters work ends at noon on the day of the first snow.');
    await page.evaluate(() => {
      const watching = new MutationObserver(() => {
        const saved = [...document.querySelectorAll('.entry-choose')].find(({ textContent }) =>
          textContent.includes('work ends at noon'),
        );
        if (!saved) return;
        watching.disconnect();
        Object.assign(globalThis, { hadFocus: saved === document.activeElement });
      });
      watching.observe(document.body, { childList: true, subtree: true });
    });
    const toldOf = page.waitForResponse((response) => response.url().endsWith('/api/state'));
    await page.keyboard.press('Control+s');
    await expect.poll(() => house.reads(TOPIC)).toContain('work ends at noon');
    await toldOf;
    slow.resolve();
    await expectFocus(entry(page, 'work ends at noon'));
    expect(await factForm(page).count()).toBe(0);
    expect(await page.evaluate(() => (globalThis as { hadFocus?: boolean }).hadFocus)).toBe(true);
  });
});
