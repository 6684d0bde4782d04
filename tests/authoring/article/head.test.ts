/** What stands on top of a Markdown text, and the dates that people type. */
import { describe, expect, it, test } from 'vitest';
import { typedDate } from '../../../src/authoring/article/published.ts';
import { paragraphsOf, read } from './reading.ts';

const under = (line: string) => read(`# Ten years\n\n${line}\n\nThe lamp burns.`, 'letter.md');

describe('the line under a title', () => {
  it.each([
    ['By Nora Finch, 3 May 2021', 'Nora Finch', '2021-05-03'],
    ['*Published 3 May 2021 by Nora Finch*', 'Nora Finch', '2021-05-03'],
    ['*By Nora Finch, May 3, 2021*', 'Nora Finch', '2021-05-03'],
    ['Published on May 3rd, 2021 by **Nora Finch**', 'Nora Finch', '2021-05-03'],
    ['By Nora Finch | 2021-05-03', 'Nora Finch', '2021-05-03'],
    ['by Nora Finch – May 2021', 'Nora Finch', '2021-05'],
    ['Written by Ada Marsh and Tom Reed', 'Ada Marsh and Tom Reed', undefined],
    ['By Wen de la Caldry · 2021', 'Wen de la Caldry', '2021'],
    ['3 May 2021', undefined, '2021-05-03'],
    ['Posted on 3 May 2021.', undefined, '2021-05-03'],
  ])('that says by whom or when is read and is no paragraph: “%s”', async (line, author, published) => {
    const found = await under(line);
    expect([found.author, found.published, found.notes]).toEqual([author, published, []]);
    expect(found.paragraphs).toEqual(['The lamp burns.']);
  });

  it.each([
    'By the river stands a lamp.',
    'By 2021 it was out.',
    'Nora Finch lit it on 3 May 2021.',
    'Paris, 3 May 2021',
    'By Nora Finch, 3 May 2021 and 4 May 2021',
    '1997',
  ])('that says more, or may be about something else, is a paragraph: “%s”', async (line) => {
    const { author, published, paragraphs } = await under(line);
    expect([author, published]).toEqual([undefined, undefined]);
    expect(paragraphs).toEqual([line, 'The lamp burns.']);
  });

  it('gives way to the front matter', async () => {
    const text = '---\nauthor: Ida Marsh\n---\n# Ten years\n\nBy Nora Finch, 3 May 2021\n\nThe lamp burns.';
    const { author, published, paragraphs } = await read(text, 'a.md');
    expect([author, published, paragraphs]).toEqual(['Ida Marsh', '2021-05-03', ['The lamp burns.']]);
  });

  it('is a by-line only there', async () => {
    const text = '# Ten years\n\nThe lamp burns.\n\nBy Nora Finch, 3 May 2021';
    expect(await paragraphsOf(text, 'a.md')).toEqual(['The lamp burns.', 'By Nora Finch, 3 May 2021']);
  });
});

describe('the title of a Markdown text', () => {
  it('is no paragraph, while other headings are', async () => {
    const text = '# Ten years\n\nThe lamp burns.\n\n# Twenty\n\n## Years\n\nIt smokes.';
    const paragraphs = ['The lamp burns.', 'Twenty', 'Years', 'It smokes.'];
    expect(await paragraphsOf(text, 'a.md')).toEqual(paragraphs);
    expect(await paragraphsOf(`---\ntitle: Ten years\n---\n${text}`, 'a.md')).toEqual(paragraphs);
  });

  it('is another where the front matter says so, and then the heading is a paragraph', async () => {
    const { title, paragraphs } = await read('---\ntitle: Lamps\n---\n# Ten years\n\nIt burns.', 'a.md');
    expect([title, paragraphs]).toEqual(['Lamps', ['Ten years', 'It burns.']]);
  });

  it('is all there is of a text that has nothing else', async () => {
    expect(await paragraphsOf('# Ten years', 'a.md')).toEqual(['Ten years']);
  });
});

describe('a date that somebody types', () => {
  test.each([
    ['3 March 2024', '2024-03-03'],
    ['March 3, 2024', '2024-03-03'],
    ['Sunday, 3rd of March 2024', '2024-03-03'],
    ['3 Mar. 2024', '2024-03-03'],
    ['March 2024', '2024-03'],
    ['2024', '2024'],
    [' 2024-03-03 ', '2024-03-03'],
    ['2024/3/3', '2024-03-03'],
    ['3.4.2024', '2024-04-03'],
    ['13/4/2024', '2024-04-13'],
  ])('“%s” is %s', (words, date) => {
    expect(typedDate(words)).toBe(date);
  });

  test.each([
    ['3/4/2024', 'it is in March or in April'],
    ['3 March 24', 'the century is anybody’s guess'],
    ['30 February 2024', 'the calendar has none'],
    ['3 March 2024 or so', 'more is said than a date'],
    ['March', 'the year is missing'],
    ['yesterday', 'it is no date'],
    ['', 'there is nothing'],
  ])('“%s” is none: %s', (words) => {
    expect(typedDate(words)).toBeUndefined();
  });
});
