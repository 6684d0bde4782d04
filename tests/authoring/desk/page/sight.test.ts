/** What one looks at stays where it is, and what the desk says lies over nothing. */
import { describe, expect, it } from 'vitest';
import { button, entry, goTo, houseForEachTest, paragraph } from './desk-house.ts';

const house = houseForEachTest();

describe('what one looks at', () => {
  it('stays where it is when another paragraph above it closes', async () => {
    const { page } = await house.visit({ viewport: { width: 1360, height: 420 } });
    await goTo(page, 2);
    await entry(page, 'What closes the house?').waitFor();
    const fifth = paragraph(page, 5).locator('.paragraph-text');
    await fifth.scrollIntoViewIfNeeded();
    const top = () => fifth.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await fifth.click();
    await button(paragraph(page, 5), 'Write a fact').waitFor();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });
});
