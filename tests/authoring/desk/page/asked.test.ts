/** What a form still asks of its author: said beside it, and asked again before it is saved. */
import { describe, expect, it } from 'vitest';
import { button, expectFocus, factForm, goTo, houseForEachTest, notice, paragraph } from './desk-house.ts';

const house = houseForEachTest();

describe('a name that is listed nowhere yet', () => {
  it('is asked for behind the last field, at the side and when it is saved, and is never lost', async () => {
    const { page } = await house.visit();
    await button(page, 'Names and events').click();
    await page.getByRole('radio', { name: 'Events' }).check();
    await button(page, 'Add an event').click();
    const form = page.getByRole('form', { name: 'Add an event' });
    await form.getByLabel('What happened').fill('The golden shovel is sold');
    await form.getByLabel('When did it happen?').fill('2014');
    await form.getByLabel('Whom or what is it about').focus();
    await page.keyboard.type('Quay Guild');
    await page.keyboard.press('Tab');
    await page.keyboard.type('the sale');
    expect(await form.getByLabel('What else is it called?').inputValue()).toBe('the sale');
    const side = page.getByRole('region', { name: 'What there is to mend' });
    await side.getByText('“Quay Guild” is not listed yet').waitFor();
    expect(await side.getByText('Nothing to mend').count()).toBe(0);

    await page.keyboard.press('Control+s');
    await form.getByRole('alert').getByText('“Quay Guild” is not listed yet').waitFor();
    await expectFocus(form.getByLabel('What else is it called?'));
    await form.getByLabel('“Quay Guild” is not listed yet').selectOption('organisations');
    await button(form, 'List it').click();
    await form.getByLabel('“Quay Guild” is not listed yet').waitFor({ state: 'detached' });
    await button(form, 'Save').click();
    await page.locator('.lists .entry-choose', { hasText: 'The golden shovel is sold' }).waitFor();
    expect(await house.reads('names.yaml')).toContain('organisations:\n  - Quay Guild\n');
    expect(await house.reads('events.yaml')).toContain('about: Quay Guild\n');
  });

  it('may stay so: whoever saves again means it', async () => {
    const { page } = await house.visit();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('At Finch & Daughters work ends at noon on the day of the first snow.');
    await page.getByText('More about this fact').click();
    await factForm(page).getByLabel('Whom or what is it about').fill('Snow');
    await button(factForm(page), 'A new event').click();
    await factForm(page).getByLabel('What happened?').fill('It snows');
    await page.keyboard.press('Control+s');
    await factForm(page).getByText('The event “It snows” is not added yet.').waitFor();
    await page.keyboard.press('Control+s');
    await notice(page, 'Saved.').waitFor();
    expect(await house.reads('topics/days-off.yaml')).toContain('about: Snow\n');
  });
});

describe('what takes long', () => {
  it('is said where one looks, and no longer than it takes', async () => {
    const { page } = await house.visit();
    const slow = Promise.withResolvers<void>();
    await page.route('**/api/proposals*', async (route) => {
      await slow.promise;
      await route.continue();
    });
    await button(page, 'Propose facts for this article').click();
    await page.getByRole('banner').getByText('Looking for proposals …').waitFor();
    expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
    slow.resolve();
    await page.getByText('Looking for proposals …').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('main').getAttribute('aria-busy')).toBe('false');
  });
});

describe('“Saved.”', () => {
  it('is not said beside what is not saved, and what was saved can be taken back all the same', async () => {
    const { page } = await house.visit();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('At Finch & Daughters work ends at noon on the day of the first snow.');
    await page.keyboard.press('Control+s');
    await notice(page, 'Saved.').waitFor();
    await page.keyboard.press('q');
    await page.keyboard.type('When does work end');
    await page.getByText('Not saved yet').waitFor();
    await notice(page, 'Saved.').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await notice(page, /^Taken back/).waitFor();
  });
});
