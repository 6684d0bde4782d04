/** Where one is in the text, and how one gets about in lists. */
import { describe, expect, it } from 'vitest';
import {
  button,
  entry,
  expectFocus,
  expectInSight,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
} from './desk-house.ts';

const house = houseForEachTest();
const TOPIC = 'topics/days-off.yaml';

describe('the place in the text', () => {
  it('is the same after one looked at the week and at what there is to mend', async () => {
    const { page } = await house.visit({ viewport: { width: 1360, height: 420 } });
    await goTo(page, 5);
    await button(paragraph(page, 5), 'Write a fact').click();
    await page.keyboard.type('Nora Finch bought it.');
    await button(paragraph(page, 5), 'Leave it out').click();
    await page.getByText('More about this fact').scrollIntoViewIfNeeded();
    await page.getByText('More about this fact').click();
    const when = factForm(page).getByLabel('When did it happen?');
    await when.scrollIntoViewIfNeeded();
    const top = () => when.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    for (const view of [/^The week/, /^To mend/]) {
      await page.getByRole('button', { name: view }).click();
      await when.waitFor({ state: 'hidden' });
    }
    await page.getByRole('heading', { name: 'To mend' }).waitFor();
    await button(page, 'Write').click();
    await expectInSight(when);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await page.getByRole('form', { name: 'Leave the paragraph out' }).waitFor();
  });
});

describe('lists', () => {
  it('of facts and questions are gone through with the arrows, and opened with Enter', async () => {
    const { page } = await house.visit();
    await goTo(page, 2);
    await entry(page, 'stay closed when the wind').focus();
    await page.keyboard.press('ArrowDown');
    await expectFocus(entry(page, 'What closes the house?'));
    await page.keyboard.press('ArrowDown');
    await expectFocus(entry(page, 'Storm days come on top'));
    await page.keyboard.press('Enter');
    await button(page, 'Accept').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await button(page, 'Never ask this').waitFor();
  });

  it('of facts that were found are gone through from the field', async () => {
    const { page } = await house.visit();
    await entry(page, 'How many days of leave').click();
    await button(page, 'Change').click();
    await page.getByLabel('Other facts that it tells').fill('storm');
    await page.getByRole('list', { name: 'Facts found' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await button(page, 'Take out').waitFor();
    await expectFocus(page.getByLabel('Other facts that it tells'));
  });

  it('of what there is to mend begin with where one is', async () => {
    const file = await house.reads(TOPIC);
    await house.puts(TOPIC, file.replace('when the wind on', 'when a stunning wind on'));
    const { page } = await house.visit();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('Finch & Daughters built a stunning snowman.');
    await page.locator('mark').waitFor();
    await page.getByRole('button', { name: /^To mend/ }).click();
    const first = page.getByRole('region', { name: 'To mend' }).getByRole('region').first();
    await first.getByRole('heading', { name: 'Where you are' }).waitFor();
    await first
      .getByText(/stunning/)
      .first()
      .waitFor();
    const links = page.locator('.mend .to-field');
    await links.nth(1).waitFor();
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    await expectFocus(links.nth(1));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expectFocus(factForm(page).getByLabel('The fact, in your own words'));
  });
});

describe('at the fact that denies', () => {
  it('its author says what it denies, which is written at the other one', async () => {
    const { page } = await house.visit();
    await goTo(page, 5);
    await button(paragraph(page, 5), 'Write a fact').click();
    await page.keyboard.type('The golden shovel has been with Nora Finch since 2014.');
    await page.getByText('More about this fact').click();
    await factForm(page).getByLabel('Does it deny another fact?').fill('27 days');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await expectFocus(entry(page, 'The golden shovel has been'));
    expect(await house.reads(TOPIC)).toMatch(/denied-by: the-golden-shovel/);
    await button(page, 'Change').click();
    await factForm(page).getByText('Finch & Daughters give everybody 27 days').waitFor();
    await button(factForm(page), 'Close').click();
    await button(page, 'Undo').click();
    await notice(page, /^Taken back/).waitFor();
    expect(await house.reads(TOPIC)).not.toMatch(/denied-by|golden shovel/);
  });
});

describe('a fact with a question that is asked', () => {
  it('is not kept as a draft, and says which question stands in the way', async () => {
    const { page } = await house.visit();
    await goTo(page, 1);
    await entry(page, '27 days of leave a year').click();
    await button(page, 'Change').click();
    await button(factForm(page), 'Keep as a draft').click();
    await factForm(page)
      .getByText(/“How many days of leave does everybody have\?” rests on this fact.*Never ask this/)
      .waitFor();
  });
});
