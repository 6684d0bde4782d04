import { describe, expect, it } from 'vitest';
import { paragraphsOf, read } from './reading.ts';

const WRAPPED = `THE LAMP AT VARN

It was in the autumn of the year 1871 that the keeper of the light first
climbed the stairs with a can of oil in each hand; and nobody who saw
him that night believed that he would stay for thirty-one years.

"You will be gone by Easter," said the harbour-master's wife, who was
seldom wrong about people--never, she said, about keepers.

    Light over the water,
    Lamp in the tower,
    Who keeps the keeper
    Hour upon hour?

He kept few things in the lamp room, and nothing else was ever found:

- a brass telescope that had belonged to the captain of the Kestrel and
  that no longer shut
- a log of 212 ships
- one chair

* * *

The rest is told in the almanac.
`;

describe('a plain text whose lines are broken at a width', () => {
  it('becomes whole paragraphs, while headings, verses and items keep their lines', async () => {
    const { format, title, paragraphs, notes } = await read(WRAPPED, 'varn.TXT');
    expect(format).toBe('text');
    expect(title).toBe('THE LAMP AT VARN');
    expect(paragraphs).toEqual([
      'THE LAMP AT VARN',
      'It was in the autumn of the year 1871 that the keeper of the light first climbed the stairs with a can of oil in each hand; and nobody who saw him that night believed that he would stay for thirty-one years.',
      '"You will be gone by Easter," said the harbour-master\'s wife, who was seldom wrong about people--never, she said, about keepers.',
      'Light over the water,',
      'Lamp in the tower,',
      'Who keeps the keeper',
      'Hour upon hour?',
      'He kept few things in the lamp room, and nothing else was ever found:',
      '- a brass telescope that had belonged to the captain of the Kestrel and that no longer shut',
      '- a log of 212 ships',
      '- one chair',
      'The rest is told in the almanac.',
    ]);
    expect(notes).toEqual(['16 hard-wrapped lines became 12 paragraphs']);
  });

  it('is counted: 53 lines became 9 paragraphs', async () => {
    const line = 'whoever starts on a Monday gets a key and a lamp from them and\n';
    const paragraphs = [6, 6, 6, 6, 6, 6, 6, 6, 5].map((lines) => `${line.repeat(lines - 1)}signs.`);
    const { notes, paragraphs: found } = await read(paragraphs.join('\n\n'));
    expect(notes).toEqual(['53 hard-wrapped lines became 9 paragraphs']);
    expect(found[8]).toBe(`${line.repeat(4)}signs.`.replaceAll('\n', ' '));
  });

  it('may begin its paragraphs with an indent in place of a blank line', async () => {
    const text = `   The tower of Varn was built of granite in the summer of 1862, and it
stood empty for a year.
   Then came a keeper with two trunks, a dog and a letter that nobody had
ever asked him to show, which he kept in the smaller one of the trunks.
   He stayed.`;
    expect(await paragraphsOf(text)).toEqual([
      'The tower of Varn was built of granite in the summer of 1862, and it stood empty for a year.',
      'Then came a keeper with two trunks, a dog and a letter that nobody had ever asked him to show, which he kept in the smaller one of the trunks.',
      'He stayed.',
    ]);
  });

  it('gets its words together again where a program divided many', async () => {
    const text = `In the spring of that year a man came down the hill who was remem-
bered for his hat alone; he had bought the lamp, the stairs and the gar-
den, and he asked for the keys. They were given to him in an enve-
lope, and with it a letter in a woman’s hand.`;
    expect(await paragraphsOf(text)).toEqual([
      'In the spring of that year a man came down the hill who was remembered for his hat alone; he had bought the lamp, the stairs and the garden, and he asked for the keys. They were given to him in an envelope, and with it a letter in a woman’s hand.',
    ]);
  });

  it('gets a divided word together as it is written elsewhere, and keeps the hyphen of a compound', async () => {
    const text = `The lighthouse at Varn, which has been dark for nine years, is the light-
house that the council means to sell, and none other; the keeper, a well-
known man in the town and its harbour, has been asked what he thinks of
it and has not said.`;
    expect(await paragraphsOf(text)).toEqual([
      'The lighthouse at Varn, which has been dark for nine years, is the lighthouse that the council means to sell, and none other; the keeper, a well-known man in the town and its harbour, has been asked what he thinks of it and has not said.',
    ]);
  });
});

describe('a plain text with a paragraph a line', () => {
  it.each([
    [
      'long and short ones',
      [
        'The lamp',
        `It ${'burns and '.repeat(30)}smokes.`,
        'By Ada Marsh',
        `She ${'reads and '.repeat(20)}writes.`,
      ],
    ],
    [
      'sentences of much the same length',
      [
        'The tower at Varn was built in the summer of the year 1862.',
        'It burnt down in the autumn of that same year, in one night.',
        'Nobody was ever charged with it, and nobody ever asked why.',
      ],
    ],
    [
      'verses with long lines',
      [
        'O keeper of the lamp that burns above the silent harbour,',
        'And watcher of the ships that pass below it in the evening',
        'Who counts them as they go and never asks them for a reason',
        'Come down, the sea is calm tonight, and all of them are home',
      ],
    ],
    [
      'items',
      [
        '- rye flour, of which you take twelve hundred grams, sifted,',
        '- water, as warm as the hand and twice as much as you think',
        '- salt',
      ],
    ],
    [
      'columns',
      [
        'Josef Lund\t1862\t1890, when he went back to his sister',
        'Anna Lund\t1890\t1921, when the tower was given engines',
      ],
    ],
  ])('stays as it is: %s', async (_, lines) => {
    expect(await paragraphsOf(lines.join('\n'), 'a.txt')).toEqual(
      lines.map((line) => line.replaceAll('\t', ' ')),
    );
  });

  it('counts no line that only looks blank, and no trailing ones', async () => {
    expect(await paragraphsOf('\ufeffOne.  \r\n\u00a0\r\nTwo.\t\r\n \r\n\r\n', 'a.txt')).toEqual([
      'One.',
      'Two.',
    ]);
  });
});

describe('the title of a plain text', () => {
  it.each([
    ['its first line', 'The lamp at Varn\n\nIt burns.', 'The lamp at Varn'],
    ['a question', 'Who keeps the keeper?\n\nNobody does.', 'Who keeps the keeper?'],
    ['none where that is a sentence', 'It burns all night.\n\nNobody knows why.', undefined],
    ['none where that is long', `${'On '.repeat(40)}Varn\n\nIt burns.`, undefined],
    ['none where nothing follows', 'The lamp at Varn', undefined],
  ])('is %s', async (_, text, title) => {
    expect((await read(text, 'a.txt')).title).toBe(title);
  });
});
