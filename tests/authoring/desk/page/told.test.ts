/** What the desk says of a pack in its author’s words: who denies whom, what is marked, and how the pack is played. */
import { describe, expect, it } from 'vitest';
import {
  button,
  entry,
  expectInSight,
  factForm,
  goTo,
  houseForEachTest,
  PACK,
  paragraph,
} from './desk-house.ts';

const house = houseForEachTest({
  ...PACK,
  'topics/shovel.yaml': `topic: The shovel
entries:
  - fact: In 2014 Nora Finch bought the golden shovel for twelve crowns.
    id: twelve
    receipt: leave#5
    denied-by: nine

  - fact: Ada Marsh says that the golden shovel was sold for nine crowns.
    id: nine
    receipt: {leave#5: Ada Marsh}
`,
});

describe('a fact that another one denies', () => {
  it('says so in the text, and so does the one that denies it', async () => {
    const { page } = await house.visit();
    await goTo(page, 5);
    await entry(page, 'Nora Finch bought').getByText('Denied by: “Ada Marsh says that').waitFor();
    await entry(page, 'Ada Marsh says').getByText('Denies: “In 2014 Nora Finch bought').waitFor();
  });

  it('needs no disagreement with it as well, as is said where one is written', async () => {
    const { page } = await house.visit();
    await button(page, 'Names and events').click();
    await page.getByRole('radio', { name: 'Disagreements' }).check();
    await button(page, 'Add a disagreement').click();
    const form = page.getByRole('form', { name: 'Add a disagreement' });
    for (const [at, word] of ['twelve', 'nine'].entries()) {
      const side = form.getByRole('group', { name: `Side ${at + 1}` });
      await side.getByLabel('Which facts say so?').fill(word);
      await side.getByRole('list', { name: 'Facts found' }).getByRole('button').click();
    }
    await form.getByText('a denial or a disagreement is enough').waitFor();
    const side = page.getByRole('region', { name: 'What there is to mend' });
    await side.getByText('a denial or a disagreement is enough').waitFor();
  });
});

describe('words that were marked', () => {
  it('are told where one types', async () => {
    const { page } = await house.visit({ viewport: { width: 1280, height: 560 } });
    await goTo(page, 5);
    await paragraph(page, 5)
      .locator('.paragraph-text')
      .evaluate((element) => {
        const range = document.createRange();
        range.setStart(element.firstChild as Node, 0);
        range.setEnd(element.firstChild as Node, 'In 2014 Nora Finch'.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      });
    await button(paragraph(page, 5), 'Write a fact').click();
    await expectInSight(factForm(page).getByText('the words that you marked: “In 2014 Nora Finch”'));
  });
});

describe('what the desk calls things', () => {
  it('is a title where a file has a short name, and the week and the help say how the pack is played', async () => {
    const { page } = await house.visit();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('On the day of the first snow, Tom Reedmoor ends work at noon, 77 times.');
    const notes = page.getByRole('region', { name: 'What there is to mend' });
    await notes.getByText('“Tom Reedmoor” stands nowhere in “Days off”').waitFor();
    await notes.getByText('does not stand in paragraph 3 of “Days off”').waitFor();
    expect(await notes.textContent()).not.toContain('.yaml');
    await button(page, 'The week').click();
    await page.getByText('npm start -- --pack FOLDER').waitFor();
    await button(page, 'Help and keys').click();
    await page.getByRole('dialog').getByText('npm start -- --pack FOLDER').waitFor();
  });
});

describe('a date', () => {
  it('is not broken at its hyphens', async () => {
    await house.puts(
      'articles.yaml',
      `${PACK['articles.yaml']}  published: 2019-06-30\n`.replace(
        'publisher: Finch',
        'author: Some Body of the Long Quay Road\n  publisher: Finch',
      ),
    );
    const { page } = await house.visit({ viewport: { width: 768, height: 900 } });
    const date = page.locator('.sheet-head').getByText('2019-06-30', { exact: true });
    await date.waitFor();
    expect(await date.evaluate((element) => element.getClientRects().length)).toBe(1);
  });
});
