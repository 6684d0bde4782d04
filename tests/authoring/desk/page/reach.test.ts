/** With a keyboard alone, with a screen reader, in the dark and in forced colours. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../../../fakes/violations.ts';
import { button, card, entry, expectFocus, goTo, houseForEachTest, notice, paragraph } from './desk-house.ts';

const house = houseForEachTest();

/** Each view of the desk, with what it can show open. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a fact': (page) => card(page, 'Fact on Discord').waitFor(),
  'a fact that is being written': async (page) => {
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('Finch & Daughters built a stunning snowman.');
    await page.getByText('More about this fact').click();
    await page.locator('mark').waitFor();
  },
  'a question that is being written': async (page) => {
    await entry(page, 'How many days of leave').click();
    await button(page, 'Change').click();
    await page.getByLabel('Other facts that it tells').fill('storm');
    await page.getByRole('list', { name: 'Facts found' }).waitFor();
  },
  proposals: async (page) => {
    await button(page, 'Propose facts for this article').click();
    await page.locator('.entry', { hasText: 'Proposal' }).first().waitFor();
  },
  'a paragraph that is left out': async (page) => {
    await goTo(page, 4);
    await button(paragraph(page, 4), 'Leave it out').click();
    await page.getByRole('form', { name: 'Leave the paragraph out' }).waitFor();
  },
  'a new article': async (page) => {
    await button(page, 'Add an article').click();
    await page.getByLabel('Or paste its text').fill('The bell is rung when a station reports from Bhutan.');
    await button(page, 'Take this text').click();
    await page.getByLabel('Who published it?').waitFor();
  },
  'a name that is being written': async (page) => {
    await button(page, 'Names and events').click();
    await button(page, 'Add a name').click();
    await page.getByRole('form', { name: 'Add a name' }).waitFor();
    await page.getByRole('region', { name: 'What there is to mend' }).waitFor();
  },
  'an event that is being written': async (page) => {
    await button(page, 'Names and events').click();
    await page.getByRole('radio', { name: 'Events' }).check();
    await button(page, 'Add an event').click();
    await page.getByLabel('Whom or what is it about').fill('Tess Barrow');
    await button(page, 'List it').waitFor();
  },
  'a disagreement that is being written': async (page) => {
    await button(page, 'Names and events').click();
    await page.getByRole('radio', { name: 'Disagreements' }).check();
    await button(page, 'Add a disagreement').click();
    await page.getByLabel('Which facts say so?').first().fill('storm');
    await page.getByRole('list', { name: 'Facts found' }).waitFor();
  },
  'a topic that cannot be deleted': async (page) => {
    await button(page, 'Names and events').click();
    await page.getByRole('radio', { name: 'Topics' }).check();
    await page.locator('.lists .entry-choose').first().click();
    await button(page, 'Delete').click();
    await page.getByText('stand in this topic').waitFor();
  },
  'the week': async (page) => {
    await button(page, 'The week').click();
    await page.locator('.day').first().waitFor();
  },
  'what there is to mend': async (page) => {
    await page.getByRole('button', { name: /^To mend/ }).click();
    await page.getByRole('heading', { name: 'To mend' }).waitFor();
  },
  help: async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
  },
};

describe('the desk', () => {
  for (const [name, open] of Object.entries(VIEWS))
    it(`is free of accessibility faults with ${name}`, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await house.visit({
          colorScheme,
          viewport: { width: colorScheme === 'light' ? 1440 : 768, height: 900 },
        });
        await entry(page, '27 days of leave a year').waitFor();
        await open(page);
        expect(await violations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    });

  it('names both versions, a broken file and a lost connection without faults', async () => {
    const { page } = await house.visit();
    await entry(page, '27 days of leave a year').click();
    await button(page, 'Change').click();
    await page.getByLabel('The fact, in your own words').fill('Everybody has 27 days.');
    const file = await house.reads('topics/days-off.yaml');
    await house.puts('topics/days-off.yaml', file.replace('give everybody 27', 'offer everybody 27'));
    await page.getByRole('alert', { name: 'Changed meanwhile' }).waitFor();
    await house.puts('articles.yaml', 'leave: [');
    await page.getByRole('region', { name: 'Problems in the files' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is written at with the keyboard alone', async () => {
    const { page } = await house.visit();
    const press = (keys: string) => page.keyboard.press(keys);
    await goTo(page, 1);
    await press('ArrowDown');
    await press('ArrowDown');
    await expect.poll(() => paragraph(page, 3).getByRole('button', { name: 'Write a fact' }).count()).toBe(1);
    await press('f');
    await page.keyboard.type('On the day of the first snow, work at Finch & Daughters ends at noon.');
    await press('Control+s');
    await expectFocus(entry(page, 'work at Finch & Daughters ends at noon'));
    await press('q');
    await page.keyboard.type('When does work end on the day of the first snow?');
    await press('Tab');
    await page.keyboard.type('At noon');
    await press('Tab');
    await page.keyboard.type('At ten');
    await press('Control+s');
    const question = entry(page, 'When does work end');
    await expectFocus(question);
    await press('n');
    await question.waitFor({ state: 'detached' });
    await notice(page, 'Undo').waitFor();
    await press('?');
    const help = page.getByRole('dialog', { name: 'Help' });
    await help.waitFor();
    await press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  it('says in forced colours which paragraph and which article one is at', async () => {
    const { page } = await house.visit({ forcedColors: 'active' });
    await goTo(page, 2);
    const colours = (number: number) =>
      page
        .getByRole('button', { name: `Paragraph ${number}`, exact: true })
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colours(2)).not.toBe(await colours(1));
  });

  it('is heard: each card has its words, and what was done is said once', async () => {
    const { page } = await house.visit();
    await entry(page, 'How many days of leave').click();
    const spoken = card(page, 'Question on Discord').locator('.unseen').last();
    await expect.poll(() => spoken.textContent()).toContain('How many days of leave does everybody have?');
    expect(await page.getByRole('status').count()).toBeGreaterThan(0);
    // The buttons of the platforms are pictures here.
    expect(await card(page, 'Question on Discord').locator('> [inert] discord-button').count()).toBe(4);
  });
});
