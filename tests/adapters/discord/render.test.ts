import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import { type CitedCard, plainCard, type ShownReceipt, say } from '../../../src/core/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { checkMessage } from '../../fakes/discord/validate.ts';

const embedOf = (card: Parameters<typeof renderCard>[0]) => renderCard(card).embeds[0] ?? { color: 0 };

const receipt: ShownReceipt = {
  title: 'A title (with brackets)',
  publisher: 'The Paper',
  author: 'Ann Author',
  date: 'November 2023',
  paragraphs: [7],
  url: 'https://example.org/a_(b)',
  attribution: ['a witness', 'a magazine'],
  language: 'en',
};

const cited = (over: Partial<CitedCard> = {}): CitedCard => ({
  kind: 'cited',
  tone: 'neutral',
  lead: [{ type: 'text', text: ['A fact.'] }],
  receipts: [receipt],
  tail: [],
  ...over,
});

describe('a card on Discord', () => {
  it('has its heading as the title and its text below', () => {
    const embed = embedOf(
      plainCard('question', { type: 'heading', text: 'Question 1' }, { type: 'text', text: ['Who?'] }),
    );
    expect(embed).toMatchObject({ title: 'Question 1', description: 'Who?' });
  });

  it('shows times in the reader’s zone and players by name, with nobody notified', () => {
    const player = playerOf('discord', 'w', '42').user;
    const message = renderCard(
      say('neutral', { player }, ' until ', { time: 1_700_000_000_999, as: 'relative' }),
    );
    expect(message.embeds[0]?.description).toBe('<@42> until <t:1700000000:R>');
    expect(message.allowed_mentions).toEqual({ parse: [] });
  });

  it('names a channel by the name that its members know', () => {
    const { channel } = placeOf('discord', 'w', '77');
    expect(renderCard(say('neutral', 'Paused in ', { channel })).embeds[0]?.description).toBe(
      'Paused in <#77>',
    );
  });

  it('says by a sign, not by colour alone, whether an answer was right or wrong or something is the matter', () => {
    expect(embedOf(say('right', 'Yes')).description).toBe('✅ Yes');
    expect(embedOf(say('wrong', 'No')).description).toBe('✗ No');
    expect(embedOf(say('problem', 'Oh')).description).toBe('⚠️ Oh');
    const titled = embedOf(
      plainCard('right', { type: 'heading', text: 'Result' }, { type: 'text', text: ['x'] }),
    );
    expect(titled).toMatchObject({ title: '✅ Result', description: 'x' });
  });

  it('lists the options of an open question by letter', () => {
    const options = [
      { letter: 'A', text: 'Four', mark: 'open' },
      { letter: 'B', text: 'Five_5', mark: 'open' },
    ] as const;
    expect(embedOf(plainCard('question', { type: 'options', options })).description).toBe(
      '**A.** Four\n**B.** Five\\_5',
    );
  });

  it('marks the options by word after the reveal and shows how many chose each', () => {
    const options = [
      { letter: 'A', text: 'Four', mark: 'right', share: { count: 3, percent: 75 } },
      { letter: 'B', text: 'Five', mark: 'wrong', share: { count: 1, percent: 25 } },
    ] as const;
    expect(embedOf(plainCard('neutral', { type: 'options', options })).description).toBe(
      '✅ **A.** Four — right answer\n`████████░░` 75% · 3 answers\n✗ **B.** Five — wrong\n`███░░░░░░░` 25% · 1 answer',
    );
  });

  it('shows a receipt as a link to the article with all it takes to find the sentence', () => {
    expect(embedOf(cited()).description).toBe(
      'A fact.\n\n🧾 [A title \\(with brackets\\)](https://example.org/a_%28b%29) — The Paper, Ann Author, November 2023, ¶ 7, quoting a magazine, quoting a witness',
    );
  });

  it('links to nothing that is not https', () => {
    const description = embedOf(
      cited({ receipts: [{ ...receipt, title: 'T', url: 'javascript:alert(1)' }] }),
    ).description;
    expect(description).toContain('🧾 T — The Paper');
    expect(embedOf(say('neutral', { link: 'here', href: 'http://example.org' })).description).toBe('here');
  });

  it('writes notes in small print, line by line', () => {
    expect(embedOf(plainCard('neutral', { type: 'note', text: ['One\n- two'] })).description).toBe(
      '-# One\n-# \\- two',
    );
  });

  it('keeps the receipt when a user’s text is too long for a message', () => {
    const card = cited({ lead: [{ type: 'text', text: ['*'.repeat(3_000)] }] });
    const { description = '' } = embedOf(card);
    expect(description).toContain('…');
    expect(description).toContain('https://example.org/');
    expect(checkMessage(renderCard(card))).toMatchObject({ ok: true });
  });

  it('shows a card of a thousand blocks as far as it goes, and its receipt', () => {
    const lead = Array.from(
      { length: 1_000 },
      (_, at) => ({ type: 'text', text: [`Line ${at} of very many`] }) as const,
    );
    const { description = '' } = embedOf(cited({ lead }));
    expect(description).toContain('Line 0 of');
    expect(description).toContain('🧾');
    expect(description.endsWith('…')).toBe(true);
    expect(description.length).toBeLessThanOrEqual(4_096);
  });

  it('cuts nothing that fits', () => {
    const text = `${'word '.repeat(780)}end`;
    expect(embedOf(say('neutral', text)).description).toBe(text);
  });
});

describe('the buttons of a card', () => {
  const answer = (option: number) =>
    ({
      label: 'ABCD'[option] ?? '?',
      token: { do: 'answer', round: 'r-1', option },
      style: 'primary',
    }) as const;

  it('stand five in a row, a new block in a new row', () => {
    const choices = Array.from({ length: 6 }, (_, at) => ({
      ...answer(0),
      token: { do: 'reveal', round: `r-${at}` } as const,
    }));
    const rows = renderCard(
      plainCard('neutral', { type: 'choices', choices }, { type: 'choices', choices: [answer(1)] }),
    ).components;
    expect(rows.map(({ components }) => components.length)).toEqual([5, 1, 1]);
  });

  it('carry the token and look as their style says', () => {
    const stop = { label: 'Stop', token: { do: 'stop', quiz: 'q-1' }, style: 'danger' } as const;
    const [row] = renderCard(
      plainCard('neutral', { type: 'choices', choices: [answer(2), stop] }),
    ).components;
    expect(row?.components).toEqual([
      { type: 2, style: 1, label: 'C', custom_id: 'r1["answer","r-1",2]' },
      { type: 2, style: 4, label: 'Stop', custom_id: 'r1["stop","q-1"]' },
    ]);
  });

  it('are not shown twice where they do the same, which Discord refuses', () => {
    const card = plainCard('neutral', { type: 'choices', choices: [answer(0), answer(0)] });
    expect(renderCard(card).components[0]?.components).toHaveLength(1);
  });

  it('are gone from a message that is edited to have none', () => {
    expect(renderCard(say('neutral', 'Over')).components).toEqual([]);
  });
});
