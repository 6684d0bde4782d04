/** A letter as a mail program sends it: every line broken at a width, paragraphs apart by blank lines. */
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './reading.ts';

const OPENING =
  'Dear readers, the tram no longer runs on Tuesdays, so this letter reaches you on a Sunday, which nobody asked for and everybody will get used to.';
const BOX =
  'Last week I opened the box in which the first ten issues have been lying since 2014. Three of them were damp. One had been eaten, at the upper left corner, by something with small teeth. Bruno Okafor says that it was him.';
const TEETH =
  'It was not. He joined in 2019, and the teeth marks are older than that by at least four years.';
const TELESCOPE =
  '- a brass telescope that had belonged to the captain of the Kestrel and that no longer shut';
const HENS =
  'I never read past the second paragraph, but I always read the first one twice, and then I go and feed the hens.';
const SHORT = ['Thanks for all the pencils.', 'In the box were also:'];

type Break = (text: string, width: number, before?: string) => string;

const WIDTHS_LEFT_OPEN: Readonly<Record<string, readonly number[]>> = {
  'as far as words fit': [0],
  'to please the eye': [0, 9, 4, 14, 2, 7, 18],
};

/** Some leave room at the ends of lines, in turn. */
const breaking =
  (open: readonly number[]): Break =>
  (text, width, before = '') => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const line = lines.at(-1);
      const room = width - (open[lines.length % open.length] ?? 0);
      if (line !== undefined && `${line} ${word}`.length <= room) lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(before + word);
    }
    return lines.join('\n');
  };

const letter = (wrap: Break, width: number): string => `The Terminal Letter, issue 88

By Nora Finch, 3 March 2024

${wrap(OPENING, width)}

${SHORT[0]}

${wrap(BOX, width)}

${wrap(TEETH, width)}

${SHORT[1]}

${wrap(TELESCOPE, width).replaceAll('\n', '\n  ')}
- a log of 212 ships
- one chair

${wrap(HENS, width, '> ')}

Until Sunday,
Nora

-- \nThe Terminal Letter
Line 12, 4 Depot Street
Varn
`;

const PARAGRAPHS = [
  'The Terminal Letter, issue 88',
  'By Nora Finch, 3 March 2024',
  OPENING,
  SHORT[0],
  BOX,
  TEETH,
  SHORT[1],
  TELESCOPE,
  '- a log of 212 ships',
  '- one chair',
  `> ${HENS}`,
  'Until Sunday,',
  'Nora',
  'The Terminal Letter',
  'Line 12, 4 Depot Street',
  'Varn',
];

describe.each(Object.entries(WIDTHS_LEFT_OPEN))('a letter whose lines are broken %s', (_, open) => {
  it.each([60, 64, 68, 72, 75, 78])(
    'at %i signs has its paragraphs, items, quotation and signature',
    async (width) => {
      const text = letter(breaking(open), width);
      expect(await paragraphsOf(text, 'letter.txt')).toEqual(PARAGRAPHS);
      expect(await paragraphsOf(text.replaceAll('\n', '\r\n'), 'letter.txt')).toEqual(PARAGRAPHS);
    },
  );

  it('has them as well where addresses are longer than all its lines', async () => {
    const address = (at: number) => `https://letter.example/${'issues/'.repeat(20)}${at}`;
    const links = [1, 2, 3].map(address);
    expect(
      await paragraphsOf(`${links.join('\n\n')}\n\n${letter(breaking(open), 72)}`, 'letter.txt'),
    ).toEqual([...links, ...PARAGRAPHS]);
  });
});

describe('lines between blank ones', () => {
  it('are one paragraph where a sentence runs over them, however narrow they are', async () => {
    const text =
      'A story\n\nThe first line\nis wrapped here and\ngoes on in 2014.\n\n* one\n* two\n\nThe end, 2015.\n';
    expect(await paragraphsOf(text, 'story.txt')).toEqual([
      'A story',
      'The first line is wrapped here and goes on in 2014.',
      '* one',
      '* two',
      'The end, 2015.',
    ]);
  });

  it('are one paragraph where some are wrapped and others as long as they please', async () => {
    const long = `The lamp ${'burns and '.repeat(30)}smokes.`;
    expect(
      await paragraphsOf(`${long}\n\nIt was lit by the keeper\nof the tower in 1871.\n\n${long}`),
    ).toEqual([long, 'It was lit by the keeper of the tower in 1871.', long]);
  });

  it.each([
    ['a heading on top', 'The lamp\nIt was lit by the keeper\nof the tower in the summer.', 2],
    ['a verse', 'Light over the water,\nlamp in the tower,\nwho keeps the keeper\nhour upon hour', 4],
    ['an address', 'Varn Light\n4 Depot Street\nby the harbour\nVarn', 4],
    ['a list without marks', 'rye flour\nwater\nsalt and\nmore salt.', 4],
    ['a paragraph a line', 'It burns all night.\nNobody knows why.\nThe keeper sleeps.', 3],
    ['a by-line', 'The lamp that burns\nby Ada Marsh\nIt burns all night.', 3],
  ])('keep their ends: %s', async (_, text, count) => {
    expect(await paragraphsOf(`One lamp.\n\n${text}\n\nTwo lamps.`, 'a.txt')).toHaveLength(count + 2);
  });
});

it('a number that is greater than another is no mark of a quotation', async () => {
  expect(await paragraphsOf('>5 lamps burn in the tower and\n>9 in the harbour.', 'a.txt')).toEqual([
    '>5 lamps burn in the tower and',
    '>9 in the harbour.',
  ]);
});
