import { describe, expect, it } from 'vitest';
import { playersIn, withNames } from '../../../src/adapters/slack/names.ts';
import { renderCard } from '../../../src/adapters/slack/render.ts';
import {
  type CitedCard,
  type PlainBlock,
  plainCard,
  type ShownReceipt,
  say,
} from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { decodeToken } from '../../../src/core/requests/token.ts';
import { checkMessage } from '../../fakes/slack/check-message.ts';

const receipt: ShownReceipt = {
  title: 'A *bold* title & more',
  publisher: 'The Paper',
  author: 'A. Writer',
  date: '18 October 2023',
  passages: [{ paragraphs: [7], attribution: ['a witness', 'The Agency'] }],
  url: 'https://paper.example/story?a=1&b=2',
  language: 'en',
};

const draw = (...blocks: PlainBlock[]) => renderCard(plainCard('neutral', ...blocks)).blocks;
const sectionOf = (block: unknown) => (block as { elements: [{ elements: unknown[] }] }).elements[0].elements;
const wordsOf = (block: unknown) =>
  sectionOf(block)
    .map((element) => (element as { text?: string }).text ?? '')
    .join('');

const revealed: CitedCard = {
  kind: 'cited',
  tone: 'right',
  lead: [
    { type: 'heading', text: 'The answer' },
    {
      type: 'options',
      options: [
        { letter: 'A', text: 'Four', mark: 'right', share: { count: 3, percent: 75 } },
        { letter: 'B', text: 'Five', mark: 'wrong', share: { count: 1, percent: 25 } },
      ],
    },
  ],
  receipts: [receipt],
  tail: [{ type: 'divider' }, { type: 'note', text: ['Next question tomorrow'] }],
};

describe('a question', () => {
  const options = [
    { letter: 'A', text: 'Four', mark: 'open' },
    { letter: 'B', text: 'Five', mark: 'open' },
  ] as const;

  it('shows one line for each option', () => {
    const [block] = draw({ type: 'options', options });
    expect(wordsOf(block)).toBe('A. Four\nB. Five');
  });

  it('has buttons that carry their token, their own id and what a screen reader says', () => {
    const token = { do: 'answer', round: 'r-1', option: 0 } as const;
    const choice = { label: 'A', token, style: 'primary', spoken: 'Answer A: Four' } as const;
    const [first, second] = draw(
      { type: 'choices', choices: [choice] },
      { type: 'choices', choices: [{ label: 'Stop', token: { do: 'stop', quiz: 'q-1' }, style: 'danger' }] },
    );
    expect(first).toMatchObject({
      type: 'actions',
      elements: [
        { text: { type: 'plain_text', text: 'A' }, style: 'primary', accessibility_label: 'Answer A: Four' },
      ],
    });
    const button = (first as unknown as { elements: [{ value: string; action_id: string }] }).elements[0];
    expect(decodeToken(button.value)).toEqual(token);
    expect(second).not.toMatchObject({ elements: [{ action_id: button.action_id }] });
  });

  it('gives all of itself to a screen reader, which hears the text only', () => {
    const { text } = renderCard(
      plainCard('question', { type: 'text', text: ['How many?'] }, { type: 'options', options }),
    );
    expect(text).toBe('How many?\nA. Four\nB. Five');
  });
});

describe('a reveal', () => {
  const { blocks, text } = renderCard(revealed);

  it('marks the right option with a sign, in words to who listens, and tells how many chose each', () => {
    expect(wordsOf(blocks[1])).toBe('████████░░ 3 · ✅ A. Four\n███░░░░░░░ 1 · B. Five');
  });

  it('shows its receipt with a link, the paragraph and whom it comes from', () => {
    expect(sectionOf(blocks[2])).toContainEqual({ type: 'link', url: receipt.url, text: receipt.title });
    expect(wordsOf(blocks[2])).toBe(
      '🧾 A *bold* title & more — The Paper, A. Writer, 18 October 2023, ¶\u00a07, quoting The Agency, quoting a witness',
    );
  });

  it('names the language of a receipt that is not in English', () => {
    const foreign = renderCard({
      ...revealed,
      receipts: [{ ...receipt, author: null, language: 'de' }],
    });
    expect(wordsOf(foreign.blocks[2])).toMatch(/— The Paper, 18 October 2023, in German, ¶\u00a07/);
  });

  it('carries its receipt in the text too, escaped', () => {
    expect(text).toContain('A *bold* title &amp; more');
    expect(text).toContain('https://paper.example/story?a=1&amp;b=2');
  });

  it('unfolds no previews of the articles', () => {
    expect(renderCard(revealed)).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });
});

describe('text', () => {
  it('keeps bold, italic and code, and lets nothing else be markup', () => {
    const [block] = draw({ type: 'text', text: ['*no* ', { bold: 'b' }, { italic: 'i' }, { code: 'c' }] });
    expect(sectionOf(block)).toEqual([
      { type: 'text', text: '*no* ' },
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: 'i', style: { italic: true } },
      { type: 'text', text: 'c', style: { code: true } },
    ]);
  });

  it('shows a time in the zone of the reader', () => {
    const [block] = draw({ type: 'text', text: [{ time: 1_700_000_000_000, as: 'relative' }] });
    expect(sectionOf(block)).toEqual([
      {
        type: 'date',
        timestamp: 1_700_000_000,
        format: '{date_short_pretty} at {time}',
        fallback: '14 November 2023, 22:13 UTC',
      },
    ]);
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['a plain http address', 'http://plain.example'],
    ['an address with a name before the @', 'https://good.example@evil.example/'],
    ['no address', 'not an address'],
    ['an address that is too long', `https://long.example/${'a'.repeat(3_000)}`],
  ])('is not linked to %s', (_, href) => {
    const [block] = draw({ type: 'text', text: [{ link: 'the label', href }] });
    expect(sectionOf(block)).toEqual([{ type: 'text', text: 'the label' }]);
  });

  it('leaves out what is blank, which Slack refuses', () => {
    expect(
      draw({ type: 'heading', text: ' ' }, { type: 'text', text: ['', '\n'] }, { type: 'note', text: [' '] }),
    ).toEqual([]);
  });

  it('names a channel by its own link, which notifies nobody and shows the name to its members', () => {
    const { channel } = placeOf('slack', 'T1', 'C7');
    for (const type of ['text', 'note'] as const) {
      const { text, blocks } = renderCard(plainCard('neutral', { type, text: ['Paused in ', { channel }] }));
      expect(sectionOf(blocks[0])).toContainEqual({ type: 'channel', channel_id: 'C7' });
      expect(text).toBe('Paused in C7');
    }
  });

  it('is small in a note, and larger where the note has a link or a time', () => {
    expect(draw({ type: 'note', text: ['Plain *note*'] })).toEqual([
      { type: 'context', elements: [{ type: 'plain_text', text: 'Plain *note*', emoji: false }] },
    ]);
    expect(draw({ type: 'note', text: ['Closes ', { time: 0, as: 'time' }] })).toMatchObject([
      { type: 'rich_text' },
    ]);
  });
});

describe('players', () => {
  const ada = playerOf('slack', 'T1', 'U1').user;
  const bob = playerOf('slack', 'T1', 'U2').user;
  const standings = say('neutral', 'First ', { player: ada }, ', then ', { player: bob }, ' and again ', {
    player: ada,
  });

  it('are never mentions, so that nobody is notified', () => {
    expect(JSON.stringify(renderCard(standings))).not.toContain('U1');
  });

  it('are asked for once each and named where the name is known', () => {
    expect(playersIn(standings)).toEqual([ada, bob]);
    expect(renderCard(withNames(standings, new Map([[ada, 'Ada']]))).text).toBe(
      'First Ada, then a player and again Ada',
    );
  });

  it('are named in what stands around the receipts too', () => {
    const cited: CitedCard = { ...revealed, tail: [{ type: 'note', text: ['Won by ', { player: ada }] }] };
    expect(renderCard(withNames(cited, new Map([[ada, 'Ada']]))).text).toContain('Won by Ada');
  });
});

describe('a card that is too long', () => {
  const long = 'word '.repeat(1_000);

  it('keeps every receipt, option and button when it must drop words', () => {
    const choices = Array.from({ length: 30 }, (_, option) => ({
      label: `Button ${option}`,
      token: { do: 'fact', about: `${option}` } as const,
      style: 'plain' as const,
    }));
    const texts = Array.from({ length: 60 }, (): PlainBlock => ({ type: 'text', text: [long] }));
    const { text, blocks } = renderCard({ ...revealed, lead: texts, tail: [{ type: 'choices', choices }] });
    const checked = checkMessage(text, blocks, 4_000);
    expect(checked.ok).toBe(true);
    expect(blocks.filter(({ type }) => type === 'actions')).toHaveLength(2);
    expect(JSON.stringify(blocks)).toContain(receipt.url);
  });

  it('cuts the text for screen readers between words', () => {
    const { text } = renderCard(say('neutral', long));
    expect(text.length).toBeLessThanOrEqual(3_900);
    expect(text).toMatch(/word…$/);
  });
});
