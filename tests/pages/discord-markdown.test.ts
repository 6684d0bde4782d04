import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCard } from '../../src/adapters/discord/render.ts';
import { say } from '../../src/core/cards/card.ts';
import { parseDiscord, type Span } from '../../src/pages/client/discord-markdown.ts';

const textOf = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.type === 'text' || span.type === 'code') return span.text;
      return 'children' in span ? textOf(span.children) : '';
    })
    .join('');

const kindsOf = (source: string) =>
  parseDiscord(source).flatMap(({ type, spans }) => [type, ...spans.map((span) => span.type)]);

describe('Discord’s markdown as the page draws it', () => {
  it.each([
    ['**bold** and _italic_', ['plain', 'bold', 'text', 'italic']],
    ['snake_case_word', ['plain', 'text']],
    [String.raw`\*not bold\*`, ['plain', 'text']],
    ['[a title](https://news.example/a_b)', ['plain', 'link']],
    ['closes <t:1795231884:R>', ['plain', 'text', 'time']],
    ['by <@ada>', ['plain', 'text', 'mention']],
    ['in <#general>', ['plain', 'text']],
    ['-# small print', ['small', 'text']],
    ['## A heading', ['heading', 'text']],
    ['`a *code*`', ['plain', 'code']],
    ['@everyone', ['plain', 'mention']],
  ])('%s', (source, kinds) => {
    expect(kindsOf(source)).toEqual(kinds);
  });

  it('shows the backslash of an escape in the label of a link, as Discord does', () => {
    const [line] = parseDiscord(String.raw`[A title \(2023\)](https://news.example/)`);
    expect(textOf(line?.spans ?? [])).toBe(String.raw`A title \(2023\)`);
  });

  it('shows any text that the bot says as exactly that text, whatever signs are in it', () => {
    const signs = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '|',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '@',
      '#',
      '-',
      '\\',
      'a',
      '1',
      '.',
      ' ',
    );
    const word = fc.string({
      unit: fc.oneof(signs, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(word, (text) => {
        const wanted = text.replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '').trim();
        fc.pre(wanted !== '' && !/[\n\r]/.test(wanted));
        const { content } = renderCard(say('neutral', wanted));
        const lines = parseDiscord(content);
        expect(
          lines
            .map(({ spans }) => textOf(spans))
            .join('\n')
            .trim(),
        ).toBe(wanted);
        expect(
          lines.every(({ type, spans }) => type === 'plain' && spans.every((span) => span.type === 'text')),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
