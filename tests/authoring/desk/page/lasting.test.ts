/** What may go wrong while somebody writes. Nothing of it costs a word. */
import type { Page } from 'playwright-core';
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
  PACK,
  paragraph,
  text,
} from './desk-house.ts';

const house = houseForEachTest();
const TOPIC = 'topics/days-off.yaml';
const before = PACK[TOPIC] ?? '';

const MINE = 'Finch & Daughters grant everybody 27 days of leave a year.';
const THEIRS = 'Everybody at Finch & Daughters gets 27 days off a year.';

async function openedFact(page: Page) {
  await goTo(page, 1);
  await entry(page, '27 days of leave a year').click();
  await button(page, 'Change').click();
  const field = factForm(page).getByLabel('The fact, in your own words');
  await field.fill(MINE);
  return field;
}

const changeOnDisk = () =>
  house.puts(TOPIC, before.replace('Finch & Daughters give everybody 27 days of leave a year.', THEIRS));

describe('what an author writes', () => {
  it('stands beside what somebody else wrote meanwhile, and is kept', async () => {
    const { page } = await house.visit();
    const field = await openedFact(page);
    await changeOnDisk();
    const both = page.getByRole('alert', { name: 'Changed meanwhile' });
    await both.getByText(THEIRS).waitFor();
    await both.getByText(MINE).waitFor();
    await button(both, 'Go on editing').click();
    expect(await field.inputValue()).toBe(MINE);
    await page.keyboard.press('Control+s');
    await expectFocus(both);
    await expectInSight(both.getByRole('heading'));
    await button(both, 'Keep mine').click();
    await entry(page, MINE).waitFor();
    expect(await house.reads(TOPIC)).toContain(MINE);
    expect(await house.reads(TOPIC)).not.toContain(THEIRS);
  });

  it('gives way to theirs, and comes back with one press', async () => {
    const { page } = await house.visit();
    await openedFact(page);
    await changeOnDisk();
    await button(page, 'Take theirs').click();
    await entry(page, THEIRS).waitFor();
    await button(page, 'Undo').click();
    expect(await factForm(page).getByLabel('The fact, in your own words').inputValue()).toBe(MINE);
  });

  it('is still there where somebody took the fact out of the file', async () => {
    const { page } = await house.visit();
    await openedFact(page);
    await house.puts(
      TOPIC,
      before.replace(/ {2}# The first[\s\S]*?(?= {2}- fact: Finch & Daughters stay)/, ''),
    );
    await button(page, 'Write it anew').click();
    await entry(page, MINE).waitFor();
    expect(await house.reads(TOPIC)).toContain(MINE);
  });

  it('is saved on purpose only, also by the keyboard', async () => {
    const { page } = await house.visit();
    await openedFact(page);
    await button(page, '1 text not saved').waitFor();
    expect(await house.reads(TOPIC)).toBe(before);
    await page.keyboard.press('Control+s');
    await notice(page, 'Saved.').waitFor();
    expect(await house.reads(TOPIC)).toContain(MINE);
  });

  it('outlives a program that stops, and a page that is closed', async () => {
    const { page, complaints } = await house.visit({ viewport: { width: 1360, height: 560 } });
    const field = await openedFact(page);
    await house.restart(async () => {
      await page.getByText('Go on typing').waitFor();
      await field.fill(`${MINE} They count.`);
      await page.keyboard.press('Control+s');
      await expectInSight(factForm(page).getByText('Your text is kept here'));
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await paragraph(page, 5).scrollIntoViewIfNeeded();
      await expectInSight(page.getByText('Go on typing'));
    });
    await page.getByText('Go on typing').waitFor({ state: 'detached' });
    await factForm(page).getByText('Your text is kept here').waitFor({ state: 'detached' });
    expect(complaints.filter((one) => !/ERR_\w+/.test(one))).toEqual([]);
    await page.reload();
    await notice(page, /was not saved the last time/).waitFor();
    await button(page, '1 text not saved').click();
    expect(await field.inputValue()).toBe(`${MINE} They count.`);
    await button(factForm(page), 'Save').click();
    await entry(page, 'They count.').waitFor();
    await page.reload();
    await entry(page, 'They count.').waitFor();
    expect(await page.getByText('not saved').count()).toBe(0);
  });

  it('comes back with one press when it was thrown away', async () => {
    const { page } = await house.visit();
    const field = await openedFact(page);
    await button(factForm(page), 'Throw away').click();
    await field.waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    expect(await field.inputValue()).toBe(MINE);
  });
});

describe('a file that cannot be read', () => {
  it('is named with its line, while its last good state can be read', async () => {
    const { page } = await house.visit({ viewport: { width: 1360, height: 560 } });
    await entry(page, 'How many days of leave').waitFor();
    await house.puts(TOPIC, before.replace('fact: Finch & Daughters stay', 'fact: "Finch & Daughters stay'));
    const problems = page.getByRole('region', { name: 'Problems in the files' });
    await problems
      .getByText(/^topics\/days-off\.yaml:\d+$/)
      .first()
      .waitFor();
    await entry(page, 'How many days of leave').waitFor();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('Work ends at noon on the day of the first snow.');
    await button(factForm(page), 'Save').click();
    await expectInSight(factForm(page).getByText(/cannot be read just now/));
    expect(await house.reads(TOPIC)).not.toContain('Work ends at noon');
    await house.puts(TOPIC, before);
    await problems.waitFor({ state: 'detached' });
    await text(page)
      .getByText(/cannot be read/)
      .waitFor({ state: 'detached' });
    await button(factForm(page), 'Save').click();
    await entry(page, 'Work ends at noon').waitFor();
  });
});
