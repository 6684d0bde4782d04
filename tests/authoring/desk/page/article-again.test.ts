/** An author who drops an article that the pack has already. */
import { describe, it } from 'vitest';
import { ARTICLE, button, houseForEachTest, notice, paragraph } from './desk-house.ts';

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
    await notice(page, /The new text has taken the place of the old one/).waitFor();
    await paragraph(page, 1).getByText('28 days of leave a year').waitFor();
  });
});
