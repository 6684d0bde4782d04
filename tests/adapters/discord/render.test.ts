import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import {
  type Card,
  type CitedCard,
  plainCard,
  type ShownReceipt,
  say,
} from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { checkMessage } from '../../fakes/discord/validate.ts';

const said = (card: Card) => renderCard(card).content;
const beside = (card: Card) => renderCard(card).embeds[0]?.description ?? '';

const receipt: ShownReceipt = {
  title: 'A title (with brackets)',
  publisher: 'The Paper',
  author: 'Ann Author',
  date: 'November 2023',
  passages: [{ paragraphs: [7], attribution: ['a witness', 'a magazine'] }],
  url: 'https://example.org/a_(b)',
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
  it('says all of a question in the message itself, and has only its notes beside it', () => {
    const options = [{ letter: 'A', text: 'Four', mark: 'open' }] as const;
    const card = plainCard(
      'question',
      { type: 'heading', text: 'Question 1' },
      { type: 'text', text: ['Who?'] },
      { type: 'options', options },
      { type: 'note', text: ['No answer yet'] },
    );
    expect(said(card)).toBe('### Question 1\nWho?\n\n**A.** Four');
    expect(beside(card)).toBe('-# No answer yet');
  });

  it('says an answer in the message itself with whose proof it is, and has the receipt beside it', () => {
    expect(said(cited())).toBe('A fact.\n-# 🧾 The Paper');
    expect(beside(cited())).toMatch(/^🧾 \[A title/);
    const named = cited({ lead: [{ type: 'text', text: ['The Paper says so.'] }] });
    expect(said(named)).toBe('The Paper says so.');
  });

  it('has nothing beside it where all is said', () => {
    expect(renderCard(say('neutral', 'Noted'))).toMatchObject({ content: 'Noted', embeds: [] });
  });

  it('says nothing by halves: what has no room in the message stands beside it, in the same order', () => {
    const long = (sign: string) => ({ type: 'text', text: [sign.repeat(900)] }) as const;
    const card = plainCard('neutral', long('a'), long('b'), long('c'));
    expect(said(card)).toBe(`${'a'.repeat(900)}\n\n${'b'.repeat(900)}`);
    expect(beside(card)).toBe('c'.repeat(900));
  });

  it('shows times in the reader’s zone and players by name, with nobody notified', () => {
    const player = playerOf('discord', 'w', '42').user;
    const message = renderCard(
      say('neutral', { player }, ' until ', { time: 1_700_000_000_999, as: 'relative' }),
    );
    expect(message.content).toBe('<@42> until <t:1700000000:R>');
    expect(message.allowed_mentions).toEqual({ parse: [] });
  });

  it('names a channel by the name that its members know', () => {
    const { channel } = placeOf('discord', 'w', '77');
    expect(said(say('neutral', 'Paused in ', { channel }))).toBe('Paused in <#77>');
  });

  it('says by a sign, not by colour alone, whether an answer was right or wrong or something is the matter', () => {
    expect(said(say('right', 'Yes'))).toBe('✅ Yes');
    expect(said(say('wrong', 'No'))).toBe('✗ No');
    expect(said(say('problem', 'Oh'))).toBe('⚠️ Oh');
    const titled = plainCard('right', { type: 'heading', text: 'Result' }, { type: 'text', text: ['x'] });
    expect(said(titled)).toBe('### ✅ Result\nx');
  });

  it('lists the options of an open question by letter', () => {
    const options = [
      { letter: 'A', text: 'Four', mark: 'open' },
      { letter: 'B', text: 'Five_5', mark: 'open' },
    ] as const;
    expect(said(plainCard('question', { type: 'options', options }))).toBe('**A.** Four\n**B.** Five\\_5');
  });

  it('marks the right option after the reveal and shows how many chose each', () => {
    const options = [
      { letter: 'A', text: 'Four', mark: 'right', share: { count: 3, percent: 75 } },
      { letter: 'B', text: 'Five', mark: 'wrong', share: { count: 1, percent: 25 } },
    ] as const;
    expect(said(plainCard('neutral', { type: 'options', options }))).toBe(
      '`████████░░` 3 · ✅ **A.** **Four**\n`███░░░░░░░` 1 · **B.** Five',
    );
  });

  it('shows a receipt as a link to the article with all it takes to find the sentence', () => {
    expect(beside(cited())).toBe(
      '🧾 [A title (with brackets)](<https://example.org/a_%28b%29>) — The Paper, Ann Author, November 2023, ¶\u00A07, quoting a magazine, quoting a witness',
    );
  });

  it('links to nothing that is not https', () => {
    const description = beside(cited({ receipts: [{ ...receipt, title: 'T', url: 'javascript:alert(1)' }] }));
    expect(description).toContain('🧾 T — The Paper');
    expect(said(say('neutral', { link: 'here', href: 'http://example.org' }))).toBe('here');
  });

  it('writes notes in small print, line by line', () => {
    const note = { type: 'note', text: ['One\n- two'] } as const;
    const written = '-# One\n-# \\- two';
    expect(beside(plainCard('neutral', { type: 'text', text: ['Said'] }, note))).toBe(written);
    expect(renderCard(plainCard('neutral', note)).content).toBe(written);
  });

  it('says whose word it is before the question, in the message itself', () => {
    const title = { type: 'note', text: ['Ada’s quiz'] } as const;
    const whose = { type: 'note', text: ['According to TMZ'] } as const;
    const { content } = renderCard(
      plainCard('question', title, whose, { type: 'text', text: ['Where?'] }, whose),
    );
    expect(content).toBe('-# Ada’s quiz\n\n-# According to TMZ\n\nWhere?');
  });

  it('leaves out what stands on the buttons', () => {
    const options = [{ text: 'Four', mark: 'open' }] as const;
    expect(said(plainCard('question', { type: 'options', options, inButtons: true }))).toBe('');
  });

  it('keeps the receipt when a user’s text is too long for a message', () => {
    const card = cited({ lead: [{ type: 'text', text: ['*'.repeat(3_000)] }] });
    const description = beside(card);
    expect(description).toContain('…');
    expect(description).toContain('https://example.org/');
    expect(checkMessage(renderCard(card))).toMatchObject({ ok: true });
  });

  it('shows a card of a thousand blocks as far as it goes, and its receipt', () => {
    const lead = Array.from(
      { length: 1_000 },
      (_, at) => ({ type: 'text', text: [`Line ${at} of very many`] }) as const,
    );
    const { content } = renderCard(cited({ lead }));
    const description = beside(cited({ lead }));
    expect(content).toContain('Line 0 of');
    expect(description).toContain('🧾');
    expect(description.endsWith('…')).toBe(true);
    expect(description.length).toBeLessThanOrEqual(4_096);
  });

  it('cuts nothing that fits', () => {
    const text = `${'word '.repeat(780)}end`;
    expect(beside(say('neutral', text))).toBe(text);
  });
});

describe('the buttons of a card', () => {
  const answer = (option: number) =>
    ({
      label: 'ABCD'[option] ?? '?',
      token: { do: 'answer', round: 'r-1', option },
      style: 'primary',
    }) as const;

  it('stand at most five in a row, in rows alike, and a new block in a new row', () => {
    const choices = Array.from({ length: 6 }, (_, at) => ({
      ...answer(0),
      token: { do: 'reveal', round: `r-${at}` } as const,
    }));
    const rows = renderCard(
      plainCard('neutral', { type: 'choices', choices }, { type: 'choices', choices: [answer(1)] }),
    ).components;
    expect(rows.map(({ components }) => components.length)).toEqual([3, 3, 1]);
  });

  it('leave what is said behind them in the message', () => {
    const { content, embeds } = renderCard(
      plainCard(
        'neutral',
        { type: 'text', text: ['It is left out.'] },
        { type: 'choices', choices: [answer(0)] },
        { type: 'text', text: ['These come next.'] },
      ),
    );
    expect(content).toBe('It is left out.\n\nThese come next.');
    expect(embeds).toEqual([]);
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
