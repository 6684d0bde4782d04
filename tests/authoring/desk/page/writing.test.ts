import { describe, expect, it } from 'vitest';
import {
  button,
  card,
  entry,
  expectFocus,
  expectInSight,
  factForm,
  goTo,
  houseForEachTest,
  notice,
  PACK,
  paragraph,
  questionForm,
  text,
} from './desk-house.ts';

const house = houseForEachTest();

describe('at the desk an author', () => {
  it('sees each question before and after its answer, on both platforms, as it is typed', async () => {
    const { page } = await house.visit();
    await entry(page, 'How many days of leave').click();
    await button(page, 'Change').click();
    await questionForm(page).getByLabel('The question').fill('How long may everybody stay away?');
    for (const face of ['Discord', 'Slack'])
      await card(page, `Question on ${face}`)
        .getByText('How long may everybody stay away?')
        .first()
        .waitFor();
    await page.getByRole('radio', { name: 'Answer' }).check();
    for (const face of ['Discord', 'Slack'])
      await card(page, `Answer on ${face}`).getByText('They may be taken by the hour.').first().waitFor();
  });

  it('takes the words that were marked as the receipt', async () => {
    const { page } = await house.visit();
    await goTo(page, 3);
    await paragraph(page, 3)
      .locator('.paragraph-text')
      .evaluate((element) => {
        const [node] = element.childNodes;
        const at = element.textContent?.indexOf('The best snowman') ?? 0;
        if (node) getSelection()?.setBaseAndExtent(node, at, node, at + 'The best snowman'.length);
      });
    await button(paragraph(page, 3), 'Write a fact').click();
    await factForm(page).locator('.receipt').getByText('“The best snowman”').waitFor();
    await page.keyboard.type('At Finch & Daughters the golden shovel goes to the best snowman.');
    await button(factForm(page), 'Save').click();
    await entry(page, 'the golden shovel goes').waitFor();
    expect(await house.reads('topics/days-off.yaml')).toContain('leave#"The best snowman"');
  });

  it('reads what the rules find, sees the words marked, and keeps them for a reason', async () => {
    const { page } = await house.visit({ viewport: { width: 1360, height: 480 } });
    await goTo(page, 3);
    await button(paragraph(page, 3), 'Write a fact').click();
    await page.keyboard.type('Finch & Daughters built a stunning snowman last winter.');
    const notes = page.getByRole('region', { name: 'What there is to mend' });
    const found = notes.locator('.note', { hasText: 'stunning' }).first();
    await found.waitFor();
    expect(await factForm(page).locator('mark').allTextContents()).toContain('stunning');
    await button(found, 'Keep it, because …').click();
    await expectInSight(notes.getByLabel('Keep it, because'));
    await page.keyboard.type('The article itself says so.');
    await button(notes, 'Keep it').click();
    await notes.getByText('Kept, because: The article itself says so.').waitFor();
    await button(factForm(page), 'Save').click();
    await entry(page, 'a stunning snowman').waitFor();
    expect(await house.reads('topics/days-off.yaml')).toContain('The article itself says so.');
  });

  it('accepts a draft, or throws it away and takes that back', async () => {
    const { page } = await house.visit();
    await goTo(page, 2);
    await entry(page, 'Storm days come on top').click();
    await button(page, 'Throw away').click();
    await notice(page, 'Undo').waitFor();
    await entry(page, 'Storm days come on top').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await entry(page, 'Storm days come on top').click();
    await button(page, 'Accept').click();
    await notice(page, 'Accepted.').waitFor();
    const file = await house.reads('topics/days-off.yaml');
    expect(file).toContain('Storm days come on top');
    expect(file).not.toContain('draft: true');
    expect(file).toContain('# The first thing people ask.');
  });

  it('is proposed facts and questions, which stand in no file before they are accepted', async () => {
    const { page } = await house.visit();
    await button(page, 'Propose facts for this article').click();
    const proposal = page.locator('.entry', { hasText: 'Proposal' }).first();
    await proposal.waitFor();
    expect(await house.reads('topics/days-off.yaml')).toBe(PACK['topics/days-off.yaml']);
    await button(proposal, 'Throw away').click();
    await notice(page, 'The proposal is thrown away.').waitFor();
    await button(page, 'Undo').click();
    await button(proposal, 'Accept').click();
    await entry(page, 'Nora Finch bought').waitFor();
    await proposal.waitFor({ state: 'detached' });
    expect(await house.reads('topics/days-off.yaml')).not.toMatch(/Nora Finch bought[\s\S]*draft/);
    await button(page, 'Propose questions on this fact').click();
    const question = page.locator('.entry.question', { hasText: 'Proposal' }).first();
    await question.waitFor();
    await card(page, 'Question on Slack').waitFor();
    await button(question, 'Change').click();
    expect(await questionForm(page).getByLabel('The question').inputValue()).not.toBe('');
    expect(await page.getByText('1 text not saved').count()).toBe(0);
    await button(questionForm(page), 'Close').click();
    await entry(page, 'Proposal').first().click();
    await button(page, 'Change').click();
    await button(questionForm(page), 'Keep as a draft').waitFor();
    await page.keyboard.press('Control+s');
    await notice(page, 'Saved.').waitFor();
    expect((await house.reads('topics/days-off.yaml')).match(/draft: true/g)).toHaveLength(1);
  });

  it('never asks a question again, and takes that back', async () => {
    const { page } = await house.visit();
    await entry(page, 'How many days of leave').click();
    await button(page, 'Never ask this').click();
    await entry(page, 'How many days of leave').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await entry(page, 'How many days of leave').waitFor();
    expect(await house.reads('topics/days-off.yaml')).toContain('How many days of leave');
    const lock = JSON.parse(await house.reads('pack.lock.json'));
    await house.puts('pack.lock.json', JSON.stringify({ ...lock, released: ['how-many'] }));
    await button(page, 'Never ask this').click();
    await text(page).getByText('Never asked: How many days of leave').waitFor();
    await button(text(page), 'Ask it again').click();
    await entry(page, 'How many days of leave').waitFor();
  });

  it('finds the paragraphs that nobody has used, and leaves one out with a reason', async () => {
    const { page } = await house.visit();
    await page.getByRole('button', { name: 'Show only paragraphs that nobody used' }).click();
    await paragraph(page, 1).waitFor({ state: 'detached' });
    expect(await text(page).locator('[data-paragraph]').count()).toBe(3);
    await goTo(page, 4);
    await button(paragraph(page, 4), 'Leave it out').click();
    const form = page.getByRole('form', { name: 'Leave the paragraph out' });
    await button(form, 'Leave it out').click();
    await form.getByText('To leave it out, choose a reason, and say what it is.').waitFor();
    const reason = form.getByLabel('Why does no fact rest on it?');
    await expectFocus(reason);
    expect(await house.reads('articles.yaml')).toBe(PACK['articles.yaml']);
    await reason.selectOption('boilerplate');
    await form.getByLabel('What is it?').fill('Whom to write to.');
    await button(form, 'Leave it out').click();
    await paragraph(page, 4)
      .getByText(/Left out: it is standard text.*Whom to write to/)
      .waitFor();
    expect(await house.reads('articles.yaml')).toMatch(
      /# The one we all know\.[\s\S]*boilerplate: Whom to write to\./,
    );
    await button(paragraph(page, 4), 'Use it after all').click();
    await button(paragraph(page, 4), 'Leave it out').waitFor();
  });

  it('keeps half a question as a draft, so that the pack can be played all the same', async () => {
    const { page } = await house.visit();
    await goTo(page, 1);
    await entry(page, '27 days of leave a year').click();
    await button(page, 'Write a question').click();
    await page.keyboard.type('What may be taken by the hour?');
    const form = questionForm(page);
    await form.getByLabel('The right answer').fill('A day of leave');
    await page.keyboard.press('Control+s');
    await entry(page, 'What may be taken by the hour?').getByText('Draft').waitFor();
  });

  it('looks at the week, and never asks what should not be asked', async () => {
    const { page } = await house.visit();
    await button(page, 'The week').click();
    const week = page.getByRole('region', { name: 'The week' });
    const days = week.locator('.day');
    await days.nth(1).waitFor();
    const closing = days.filter({ hasText: 'What closes the house?' }).first();
    await closing.getByRole('button', { name: 'Show the answer' }).click();
    await closing.getByText('From 90 kilometres an hour').first().waitFor();
    await closing.getByRole('button', { name: 'Never ask this' }).click();
    await expect.poll(() => days.filter({ hasText: 'What closes the house?' }).count()).toBe(0);
  });

  it('changes what the pack and an article are called', async () => {
    const { page } = await house.visit();
    await page.getByRole('button', { name: /Finch handbook/ }).click();
    await page.getByLabel('What is it called?').fill('The Finch book');
    await button(page.getByRole('dialog'), 'Save').click();
    await page.getByRole('button', { name: /The Finch book/ }).waitFor();
    await button(page, 'About the article').click();
    await page.getByLabel('Who wrote it?').fill('Tess Barrow');
    await button(page.getByRole('form', { name: 'About the article' }), 'Save').click();
    await text(page).getByText('Tess Barrow').waitFor();
    expect(await house.reads('articles.yaml')).toContain('author: Tess Barrow');
  });
});
