import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/adapters/discord/escape.ts';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { checkMessage } from '../../fakes/discord/validate.ts';
import { wildCitedCard, wildPlainCard, wildReceipt, wildText } from './arbitrary.ts';
import { labelsIn, parse, readsAs } from './markdown.ts';

/** All that is shown of it, in the message and beside it. */
const described = (card: Parameters<typeof renderCard>[0]): string => {
  const { content, embeds } = renderCard(card);
  return [content, ...embeds.map(({ description }) => description)].filter(Boolean).join('\n');
};

/** Text of any size in the middle of a line and of a paragraph. */
const framed = (text: string) => say('neutral', 'before ', text, ' after');

const shortText = wildText.filter((text) => text.length <= 600);

describe('whatever a user writes', () => {
  it('comes out as the same text and is never markup, a link, a mention, a spoiler or a time', () => {
    fc.assert(
      fc.property(shortText, (text) => {
        expect(parse(described(framed(text)))).toEqual(readsAs(`before ${clean(text)} after`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is no heading, list, quote or small print where it begins a line', () => {
    fc.assert(
      fc.property(shortText, shortText, (first, second) => {
        const shown = described(say('neutral', 'x', '\n', first, second, '\nx'));
        expect(parse(shown)).toEqual(readsAs(`x\n${clean(first)}${clean(second)}\nx`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays inside the emphasis or code it is shown in', () => {
    fc.assert(
      fc.property(shortText, fc.constantFrom('bold', 'italic', 'code'), (text, kind) => {
        const inline = { bold: { bold: text }, italic: { italic: text }, code: { code: text } }[kind] ?? text;
        const kinds = parse(described(say('neutral', 'before ', inline, ' after'))).map((node) => node.kind);
        expect(['text', `text ${kind} text`]).toContain(kinds.join(' '));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is no markup in the title either', () => {
    fc.assert(
      fc.property(shortText, (text) => {
        const shown = described(plainCard('neutral', { type: 'heading', text }));
        const inner = shown.startsWith('### ') ? shown.slice('### '.length) : shown;
        expect(parse(`x${inner}`).every(({ kind }) => kind === 'text')).toBe(true);
      }),
    );
  });

  it('never becomes a link to anything but the address of a receipt', () => {
    fc.assert(
      fc.property(wildReceipt, (receipt) => {
        const card = { kind: 'cited', tone: 'neutral', lead: [], receipts: [receipt], tail: [] } as const;
        const nodes = parse(described(card));
        const ours = ['text', 'link', 'small print', 'quote'];
        expect(nodes.filter(({ kind }) => !ours.includes(kind))).toEqual([]);
        const quotes = nodes
          .filter(({ kind }) => kind === 'quote')
          .map(({ text }) => text.slice('> '.length));
        expect(quotes.length).toBeLessThanOrEqual(1);
        for (const text of quotes) expect(parse(text).map(({ kind }) => kind)).toEqual(['text']);
        const targets = nodes
          .filter(({ kind }) => kind === 'link')
          .map(({ text }) => /\]\(<(.*)>\)$/s.exec(text)?.[1] ?? '');
        expect(targets.length).toBeLessThanOrEqual(1);
        for (const target of targets) expect(new URL(target).origin).toBe(new URL(receipt.url ?? '').origin);
        for (const target of targets) expect(new URL(target).protocol).toBe('https:');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the title of a source', () => {
  const wildLabel = fc.oneof(
    wildReceipt.map(({ title }) => title),
    shortText,
    fc.constantFrom(
      '10:30:45',
      'a_b_c',
      'https://example.org',
      '[x](y)',
      '@everyone <@1> :smile:',
      'back\\slash',
    ),
  );

  it('is shown without a backslash, and nothing in it is markup, a mention or an address', () => {
    fc.assert(
      fc.property(wildLabel, (label) => {
        const shown = labelsIn(
          described(say('neutral', 'See ', { link: label, href: 'https://example.org/' }, '.')),
        );
        for (const text of shown) {
          expect(text).not.toContain('\\');
          expect(parse(`x${text}`)).toEqual(readsAs(`x${text}`));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('whatever a card holds', () => {
  it('is a message that Discord takes, with nobody mentioned', () => {
    fc.assert(
      fc.property(fc.oneof(wildPlainCard, wildCitedCard), (card) => {
        const message = renderCard(card);
        expect(checkMessage(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
        expect(message.allowed_mentions).toEqual({ parse: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a receipt on everything that must have one', () => {
    fc.assert(
      fc.property(wildCitedCard, (card) => {
        expect(described(card)).toContain('🧾 ');
      }),
      { numRuns: 200 },
    );
  });
});
