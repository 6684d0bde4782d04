/** Somebody who has an article and nothing else, from the empty page to an answer in a channel. */
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../../../fakes/browser.ts';
import { discordPane } from '../../../whole/round-on-page.ts';
import { startOnPage } from '../../../whole/start-on-page.ts';
import {
  ARTICLE,
  button,
  card,
  entry,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  paragraph,
  questionForm,
} from './desk-house.ts';

const house = houseForEachTest({ 'pack.yaml': 'format: 1\ntitle: Finch handbook\n' });

describe('a newcomer with one article', () => {
  it('makes a pack of it without touching a file, and answers its question on the bot’s page', async () => {
    const { page, complaints } = await house.visit();
    await page.getByRole('heading', { name: 'Drop an article here' }).waitFor();
    await button(page, 'To mend').click();
    await page.getByText('Nothing yet: begin with an article and a fact.').waitFor();
    await button(page, 'Write').click();
    await page.getByLabel('A file with an article').setInputFiles({
      ...{ name: 'leave.md', mimeType: 'text/markdown', buffer: Buffer.from(ARTICLE) },
    });
    const about = page.getByRole('form', { name: 'About the article' });
    expect(await about.getByLabel('Its title').inputValue()).toBe('Days off');
    await about.getByLabel('Who published it?').fill('Finch & Daughters');
    await about.getByLabel('It is our own text').check();
    await button(about, 'Take it in').click();

    await paragraph(page, 1).getByText('27 days of leave a year').waitFor();
    await goTo(page, 1);
    await button(page, 'Write a fact').click();
    await page.keyboard.type('Finch & Daughters give everybody 27 days of leave a year.');
    await card(page, 'Fact on Discord').getByText('give everybody 27 days').first().waitFor();
    await card(page, 'Fact on Slack').getByText('give everybody 27 days').first().waitFor();
    await button(factForm(page), 'Save').click();
    await entry(page, 'give everybody 27 days').waitFor();

    await button(page, 'Write a question').click();
    await page.keyboard.type('How many days of leave does everybody have?');
    const form = questionForm(page);
    await form.getByLabel('The right answer').fill('27');
    for (const [at, wrong] of ['22', '25', '30'].entries())
      await form.getByLabel(`Wrong answer ${at + 1}`).fill(wrong);
    await form.getByLabel('The pay-off').fill('They may be taken by the hour.');
    await button(form, 'Save').click();
    await entry(page, 'How many days of leave').waitFor();
    expect(complaints).toEqual([]);

    const app = await startOnPage(1, { DATA_PATH: house.folder });
    const browser = await openBrowser();
    try {
      const { page: channel } = await browser.visit(app.address);
      await button(channel, 'Ask me something').click();
      const pane = discordPane(channel);
      await pane.getByText('How many days of leave does everybody have?').waitFor();
      await channel.getByRole('radio', { name: 'Bo' }).check();
      await pane.getByRole('button', { name: /27/ }).click();
      await pane.getByText('Locked in').waitFor();
      await channel
        .getByRole('region', { name: 'As the moderator' })
        .getByRole('button', { name: 'Reveal now' })
        .click();
      await pane.getByText('Knew it').first().waitFor();
      await pane.getByText('They may be taken by the hour.').first().waitFor();
      await pane.getByText('Finch & Daughters').first().waitFor();
    } finally {
      await browser.close();
      await app.stop();
    }
  });

  it('drops a file anywhere on the page, or pastes a text', async () => {
    const { page } = await house.visit();
    await page.getByRole('heading', { name: 'Drop an article here' }).waitFor();
    const dropped = await page.evaluateHandle((words) => {
      const data = new DataTransfer();
      data.items.add(new File([words], 'leave.md', { type: 'text/markdown' }));
      return data;
    }, ARTICLE);
    await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
    await page.getByLabel('Who published it?').fill('Finch & Daughters');
    await button(page, 'Take it in').click();
    await notice(page, /paragraphs taken in/).waitFor();

    await button(page, 'Add an article').click();
    const dialog = page.getByRole('dialog', { name: 'Add an article' });
    await dialog.getByLabel('Or paste its text').fill('The bell is rung when a station reports from Bhutan.');
    await button(dialog, 'Take this text').click();
    await dialog.getByLabel('Its title').fill('The bell');
    await dialog.getByLabel('Who published it?').fill('Finch & Daughters');
    await button(dialog, 'Take it in').click();
    await page.getByRole('heading', { name: 'The bell' }).waitFor();
    await page.getByRole('navigation', { name: 'Articles' }).getByText('Days off').waitFor();
  });
});
