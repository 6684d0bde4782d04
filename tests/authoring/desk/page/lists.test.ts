/** Whom and what facts are about, and where they differ: listed without a file in sight. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  button,
  card,
  entry,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  PACK,
  paragraph,
} from './desk-house.ts';

const TOPIC = `topic: The shovel
entries:
  # From the handbook.
  - fact: In 2014 Nora Finch bought the golden shovel for twelve crowns.
    id: twelve
    receipt: leave#5
    about: Nora Finch (actor) # who else

  - fact: The golden shovel was sold for nine crowns.
    id: nine
    receipt: gazette#1
`;

const house = houseForEachTest({
  ...PACK,
  'articles.yaml': `${PACK['articles.yaml']}gazette:
  title: A shovel is sold
  publisher: Quay Gazette
`,
  'articles/gazette.txt': 'The golden shovel went for nine crowns, said the house.\n',
  'topics/shovel.yaml': TOPIC,
});

const form = (page: Page, name: string): Locator => page.getByRole('form', { name, exact: true });

async function listOf(page: Page, name: string): Promise<void> {
  if ((await page.getByRole('radio', { name }).count()) === 0) await button(page, 'Names and events').click();
  await page.getByRole('radio', { name }).check();
}

const item = (page: Page, words: string): Locator => page.locator('.lists .entry-choose', { hasText: words });

describe('an editor', () => {
  it('lists a person, an event and a disagreement of two articles, and sees its card before it is saved', async () => {
    const { page, complaints } = await house.visit();
    await listOf(page, 'Names');
    await button(page, 'Add a name').click();
    await page.keyboard.type('Nora Finch');
    await form(page, 'Add a name').getByLabel('What else is it called?').fill('Nora\nthe buyer');
    await button(form(page, 'Add a name'), 'Save').click();
    await item(page, 'Nora Finch').getByText('1 fact').waitFor();
    expect(await house.reads('names.yaml')).toBe(
      '# yaml-language-server: $schema=.schema/names.json\npeople:\n  - Nora Finch:\n      - Nora\n      - the buyer\n',
    );

    await listOf(page, 'Events');
    await button(page, 'Add an event').click();
    await page.keyboard.type('The golden shovel is sold');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2014');
    await page.keyboard.press('Control+s');
    await item(page, 'The golden shovel is sold').waitFor();
    expect(await house.reads('events.yaml')).toContain('- event: The golden shovel is sold\n  when: 2014\n');

    await listOf(page, 'Disagreements');
    await button(page, 'Add a disagreement').click();
    await page.keyboard.type('The price of the shovel');
    const disagreement = form(page, 'Add a disagreement');
    const side = (number: number) => disagreement.getByRole('group', { name: `Side ${number}` });
    const sides = [
      ['Twelve crowns (Finch & Daughters).', 'twelve'],
      ['Nine crowns (Quay Gazette).', 'nine'],
    ] as const;
    for (const [at, [says, word]] of sides.entries()) {
      await side(at + 1)
        .getByLabel('What does it say?')
        .fill(says);
      await side(at + 1)
        .getByLabel('Which facts say so?')
        .fill(word);
      await side(at + 1)
        .getByRole('list', { name: 'Facts found' })
        .getByRole('button')
        .click();
    }
    for (const face of ['Discord', 'Slack']) {
      const shown = card(page, `Both sides on ${face}`);
      await shown.getByText('Articles differ: The price of the shovel').first().waitFor();
      await shown.getByText('Nine crowns (Quay Gazette).').first().waitFor();
    }
    await button(disagreement, 'Save').click();
    await item(page, 'The price of the shovel').getByText('Between 2 facts').waitFor();
    expect(await house.reads('disagreements.yaml')).toContain(`- on: The price of the shovel
  sides:
    - says: Twelve crowns (Finch & Daughters).
      facts: twelve
    - says: Nine crowns (Quay Gazette).
      facts: nine
`);
    expect(complaints).toEqual([]);
  });

  it('calls a person otherwise, and what names that person follows; one “Undo” takes all of it back', async () => {
    await house.puts('names.yaml', 'people:\n  - Nora Finch # the buyer\n');
    const { page } = await house.visit();
    await listOf(page, 'Names');
    await item(page, 'Nora Finch').click();
    await button(page, 'Change').click();
    await form(page, 'Change a name').getByLabel('The name').fill('Nora Finch-Gull');
    await button(form(page, 'Change a name'), 'Save').click();
    await notice(page, /“Nora Finch” stays as another name/).waitFor();
    expect(await house.reads('topics/shovel.yaml')).toBe(TOPIC.replace('Nora Finch (', 'Nora Finch-Gull ('));
    await button(page, 'Undo').click();
    await notice(page, /^Taken back/).waitFor();
    expect(await house.reads('topics/shovel.yaml')).toBe(TOPIC);
    expect(await house.reads('names.yaml')).toBe('people:\n  - Nora Finch # the buyer\n');
  });

  it('is told which facts name what is to be deleted, and may have it taken out of them', async () => {
    await house.puts('names.yaml', 'people:\n  - Nora Finch\n  - Tess Barrow\n');
    const { page } = await house.visit();
    await listOf(page, 'Names');
    await item(page, 'Nora Finch').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await button(page, 'Delete').click();
    await item(page, 'Tess Barrow').waitFor({ state: 'detached' });
    await item(page, 'Nora Finch').click();
    await button(page, 'Delete').click();
    await page.getByRole('listitem').getByText('bought the golden shovel for twelve crowns').waitFor();
    await button(page, 'Take it out of these, and delete it').click();
    await item(page, 'Nora Finch').waitFor({ state: 'detached' });
    expect(await house.reads('topics/shovel.yaml')).not.toContain('about');
  });

  it('lists whom a fact is about, and makes the event that it is part of, without leaving it', async () => {
    const { page } = await house.visit();
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('On the day of the first snow, work at Finch & Daughters ends at noon.');
    const fact = factForm(page);
    await page.getByText('More about this fact').click();
    await fact.getByLabel('Whom or what is it about').fill('Golden Shovel (work)');
    await fact.getByLabel('“Golden Shovel” is not listed yet').selectOption('works');
    await button(fact, 'List it').click();
    await fact.getByLabel('“Golden Shovel” is not listed yet').waitFor({ state: 'detached' });
    await button(fact, 'A new event').click();
    await fact.getByLabel('What happened?').fill('The first snow falls');
    await fact.getByLabel('And when?').fill('5/6/2020');
    await button(fact, 'Add the event').click();
    await fact.getByText('is not a date like 2018').waitFor();
    await fact.getByLabel('And when?').fill('each winter');
    await button(fact, 'Add the event').click();
    await fact.locator('.picked').getByText('The first snow falls').waitFor();
    await button(fact, 'Save').click();
    await entry(page, 'On the day of the first snow').waitFor();
    expect(await house.reads('names.yaml')).toContain('works:\n  - Golden Shovel\n');
    expect(await house.reads('topics/shovel.yaml')).toContain(
      '    about: Golden Shovel (work)\n    events: the-first-snow-falls\n',
    );
  });

  it('loses nothing: what is typed outlives the tab, and another version is shown beside it', async () => {
    await house.puts('names.yaml', 'people:\n  - Nora Finch\n');
    const { page } = await house.visit();
    await listOf(page, 'Names');
    await item(page, 'Nora Finch').click();
    await button(page, 'Change').click();
    await form(page, 'Change a name').getByLabel('What else is it called?').fill('the buyer');
    await page.reload();
    await button(page, '1 text not saved').click();
    expect(await form(page, 'Change a name').getByLabel('What else is it called?').inputValue()).toBe(
      'the buyer',
    );
    await house.puts('names.yaml', 'people:\n  - Nora Finch: [Nora]\n');
    const both = page.getByRole('alert', { name: 'Changed meanwhile' });
    await both.getByRole('row', { name: /What else it is called the buyer Nora/ }).waitFor();
    await button(both, 'Keep mine').click();
    await notice(page, 'Saved.').waitFor();
    expect(await house.reads('names.yaml')).toBe('people:\n  - Nora Finch: [the buyer]\n');
  });

  it('finds a topic by what is to be mended, and calls it otherwise', async () => {
    const { page } = await house.visit();
    await page.getByRole('button', { name: /^To mend/ }).click();
    await page.locator('.mend').getByRole('button', { name: 'The shovel' }).click();
    await page
      .getByRole('region', { name: 'What there is to mend' })
      .getByText('whoever chooses this topic')
      .waitFor();
    await page.keyboard.press('c');
    await form(page, 'Change a topic').getByLabel('The topic').fill('The golden shovel');
    await page.keyboard.press('Control+s');
    await item(page, 'The golden shovel').waitFor();
    expect(await house.reads('topics/shovel.yaml')).toBe(TOPIC.replace('The shovel', 'The golden shovel'));
  });
});
