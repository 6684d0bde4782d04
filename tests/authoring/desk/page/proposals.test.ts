/** Going through what the program proposes, from paragraph to paragraph. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  ARTICLE,
  button,
  card,
  entry,
  expectFocus,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
  text,
} from './desk-house.ts';

const house = houseForEachTest({
  'pack.yaml': 'format: 1\ntitle: Finch handbook\n',
  'articles.yaml': 'leave:\n  title: Days off\n  publisher: Finch & Daughters\n  ours: true\n',
  'articles/leave.md': `${ARTICLE}\nIt was made by Ada Marsh in 1931 for the old harbour.\n`,
});

const IN_ORDER = ['Everybody at Finch', 'When the wind', 'In 2014 Nora Finch', 'It was made by Ada Marsh'];

async function proposed(page: Page): Promise<void> {
  await button(page, 'Propose facts for this article').click();
  await expectFocus(entry(page, IN_ORDER[0] ?? ''));
}

describe('proposals', () => {
  it('are marked at each paragraph, also in words, wherever one is', async () => {
    const { page } = await house.visit();
    await proposed(page);
    for (const number of [2, 5, 6]) await paragraph(page, number).getByText('1 proposal').waitFor();
    expect(await paragraph(page, 3).getByText('proposal').count()).toBe(0);
    const said = page.getByRole('button', { name: 'Paragraph 5', exact: true });
    expect(await said.evaluate((element) => element.getAttribute('aria-describedby'))).toContain('said-5');
    await text(page).getByText('4 proposals to read.').waitFor();
  });

  it('are gone through with a key or a press, across paragraphs, and round again', async () => {
    const { page } = await house.visit();
    await proposed(page);
    for (const words of IN_ORDER.slice(1)) {
      await page.keyboard.press('p');
      await expectFocus(entry(page, words));
    }
    await page.keyboard.press('p');
    await expectFocus(entry(page, IN_ORDER[0] ?? ''));
    await page.keyboard.press('Shift+P');
    await expectFocus(entry(page, IN_ORDER[3] ?? ''));
    await page.getByRole('button', { name: 'Previous proposal' }).click();
    await expectFocus(entry(page, IN_ORDER[2] ?? ''));
    await goTo(page, 1);
    await button(page, 'Go to the next one').click();
    await expectFocus(entry(page, IN_ORDER[0] ?? ''));
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('The next or the last proposal').waitFor();
  });

  it('give way to the next one when they are accepted or thrown away', async () => {
    const { page } = await house.visit();
    await proposed(page);
    await page.keyboard.press('Delete');
    await expectFocus(entry(page, IN_ORDER[1] ?? ''));
    await button(page, 'Undo').click();
    await expectFocus(entry(page, IN_ORDER[0] ?? ''));
    await button(page, 'Throw away').click();
    await expectFocus(entry(page, IN_ORDER[1] ?? ''));
    await page.keyboard.press('p');
    await expectFocus(entry(page, IN_ORDER[2] ?? ''));
    await page.keyboard.press('a');
    await expectFocus(entry(page, IN_ORDER[3] ?? ''));
    await notice(page, 'Saved.').waitFor();
    expect(await house.reads('topics/days-off.yaml')).toContain('Nora Finch bought the golden shovel');
  });

  it('outlive a reload, until they are accepted or thrown away, and are proposed once', async () => {
    const { page } = await house.visit();
    await proposed(page);
    await page.keyboard.press('Delete');
    await page.reload();
    await text(page).getByText('3 proposals to read.').waitFor();
    await page.keyboard.press('p');
    await expectFocus(entry(page, IN_ORDER[1] ?? ''));
    await button(page, 'Propose facts for this article').click();
    await text(page).getByText('4 proposals to read.').waitFor();
    await expectFocus(entry(page, IN_ORDER[0] ?? ''));
  });

  it('of a paragraph that is left out are neither shown nor counted, until it is used after all', async () => {
    const { page } = await house.visit();
    await proposed(page);
    await goTo(page, 6);
    await button(paragraph(page, 6), 'Leave it out').click();
    const form = page.getByRole('form', { name: 'Leave the paragraph out' });
    await form.getByText('Needed, in a few words').waitFor();
    await form.getByLabel('Why').selectOption({ label: 'Nothing worth telling, or about something else' });
    await form.getByLabel('What is it?').fill('The harbour');
    await button(form, 'Leave it out').click();
    await text(page).getByText('3 proposals to read.').waitFor();
    expect(await entry(page, IN_ORDER[3] ?? '').count()).toBe(0);
    await button(page, 'Use it after all').click();
    await text(page).getByText('4 proposals to read.').waitFor();
    await entry(page, IN_ORDER[3] ?? '').waitFor();
  });

  it('say what there is to do apart from their text, in the list as in the form', async () => {
    const { page } = await house.visit();
    await proposed(page);
    await page.keyboard.press('Shift+P');
    const last = entry(page, IN_ORDER[3] ?? '');
    await expectFocus(last);
    expect(await last.locator('.fact-text').textContent()).toBe(
      'It was made by Ada Marsh in 1931 for the old harbour.',
    );
    expect(await last.locator('.advice').textContent()).toBe('Say who or what “It” is.');
    expect(await button(page, 'Accept').count()).toBe(0);
    await card(page, 'Fact on Discord').getByText('It was made by Ada Marsh').first().waitFor();
    expect(await card(page, 'Fact on Discord').textContent()).not.toContain('Say who');
    await button(page, 'Change').click();
    await factForm(page).getByText('Say who or what “It” is.').waitFor();
    await page.reload();
    await text(page).getByText('4 proposals to read.').waitFor();
  });
});
