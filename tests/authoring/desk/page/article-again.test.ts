/** An author who drops an article that the pack has already. */
import { describe, expect, it } from 'vitest';
import { violations } from '../../../fakes/violations.ts';
import {
  ARTICLE,
  button,
  entry,
  expectFocus,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
  text,
} from './desk-house.ts';

const house = houseForEachTest({
  'pack.yaml': 'format: 1\ntitle: Finch handbook\n',
  'articles.yaml': 'leave:\n  title: Days off\n  publisher: Finch & Daughters\n  ours: true\n',
  'articles/leave.md': ARTICLE,
});

describe('an article that is there already', () => {
  it('is asked about, and becomes the new text of the one that there is', async () => {
    const { page } = await house.visit();
    await paragraph(page, 1).getByText('27 days of leave a year').waitFor();
    await button(page, 'Add an article').click();
    await page.getByLabel('A file with an article').setInputFiles({
      ...{ name: 'leave-2026.md', mimeType: 'text/markdown' },
      buffer: Buffer.from(ARTICLE.replace('27 days of leave a year', '28 days of leave a year')),
    });
    await page.getByText('This looks like a new text of “Days off”').waitFor();
    await button(page, 'It is its new text').click();
    await button(page, 'Replace the text').click();
    await notice(page, /The new text has taken the place of the old one/).waitFor();
    await paragraph(page, 1).getByText('28 days of leave a year').waitFor();
  });
});

describe('a new text of an article', () => {
  const NEW = ARTICLE.replace('Storm days', 'It is cold here.\n\nStorm days').replace('27 days', '30 days');

  it('is put in beside the title, and asks before anything is replaced', async () => {
    const { page } = await house.visit();
    await goTo(page, 1);
    await button(paragraph(page, 1), 'Write a fact').click();
    await page.keyboard.type('Finch & Daughters give everybody 27 days of leave a year.');
    await page.keyboard.press('Control+s');
    await expectFocus(entry(page, 'give everybody 27 days'));
    const drop = async () => {
      await button(text(page), 'Put in a new text').click();
      await page.getByLabel('A file with an article').setInputFiles({
        ...{ name: 'leave.md', mimeType: 'text/markdown', buffer: Buffer.from(NEW) },
      });
    };
    await drop();
    const ask = page.getByRole('region', { name: 'Replace the text?' });
    await ask.getByText('It has 5 paragraphs now, and would have 6.').waitFor();
    await ask.getByText('1 fact rests on a paragraph that says something else.').waitFor();
    await ask.getByText('New: Everybody at Finch & Daughters has 30 days of leave a year.').waitFor();
    expect(await ask.locator('mark').allTextContents()).toEqual(['30 ']);
    await ask.getByText('“Undo” cannot take this back.').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(ask, 'Leave it as it is').click();
    await ask.waitFor({ state: 'detached' });
    expect(await house.reads('articles/leave.md')).toBe(ARTICLE);
    await drop();
    await button(ask, 'Replace the text').click();
    await notice(page, /1 fact to be read again/).waitFor();
    const again = page.getByRole('region', { name: 'To be read again' });
    expect(await again.locator('mark').allTextContents()).toEqual(['30 ']);
    await button(again, 'Change the fact').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Finch & Daughters give everybody 30 days of leave a year.');
    await page.keyboard.press('Control+s');
    await again.waitFor({ state: 'detached' });
    expect(await house.reads('articles/leave.md')).toBe(NEW);
  });
});
