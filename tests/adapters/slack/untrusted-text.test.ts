/** Whatever people, packs or Slack itself put into a card, it stays text and stays within Slack's limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNames } from '../../../src/adapters/slack/names.ts';
import { renderCard } from '../../../src/adapters/slack/render.ts';
import { clean, clipEscaped, escapeText, unescapeText } from '../../../src/adapters/slack/text.ts';
import type {
  Card,
  Inline,
  NonEmpty,
  PlainBlock,
  ShownOption,
  ShownReceipt,
} from '../../../src/core/cards/card.ts';
import { clip } from '../../../src/core/cards/clip.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { checkMessage, pingsIn } from '../../fakes/slack/check-message.ts';

const NASTY = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|click>',
  '[label](javascript:alert(1))',
  '](javascript:',
  '&amp;lt;!channel&amp;gt;',
  '*bold* _italic_ ~gone~ `code` ```block```',
  '> quote\n• list',
  ':tada:',
  '@here #general',
  '\u202Eright to left\u2066',
  'שלום עולם مرحبا',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  '\uD83D',
  '\u0000\u0007\r',
  '&'.repeat(3_000),
  'long '.repeat(600),
  '𝕏'.repeat(1_500),
  '',
  ' \n ',
];

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join('')),
);
const href = fc.oneof(
  fc.constantFrom('https://a.example/x?y=<z>|"q"', 'javascript:alert(1)', 'https://'),
  text,
  fc.webUrl(),
);
const user = fc.constantFrom('U1', 'U2').map((id) => playerOf('slack', 'T1', id).user);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  text.map((italic) => ({ italic })),
  text.map((code) => ({ code })),
  fc.record({ link: text, href }),
  fc.record({
    time: fc.integer({ min: 0, max: 4e12 }),
    as: fc.constantFrom('relative', 'time', 'date-time'),
  }),
  user.map((player) => ({ player })),
  fc.constant({ channel: placeOf('slack', 'T1', 'C1').channel }),
);
const rich = fc.array(inline, { maxLength: 6 });

const option: fc.Arbitrary<ShownOption> = fc.record(
  {
    letter: fc.constantFrom('A', 'B', 'C', 'D'),
    text,
    mark: fc.constantFrom('open', 'right', 'wrong'),
    share: fc.record({ count: fc.nat(1_000), percent: fc.nat(100) }),
  },
  { requiredKeys: ['letter', 'text', 'mark'] },
);

const choice = fc.record({
  label: text,
  token: fc.constant({ do: 'reveal', round: 'r-1' } as const),
  style: fc.constantFrom('primary', 'plain', 'danger'),
  spoken: text,
});

const block: fc.Arbitrary<PlainBlock> = fc.oneof(
  text.map((words) => ({ type: 'heading', text: words }) as const),
  rich.map((words) => ({ type: 'text', text: words }) as const),
  rich.map((words) => ({ type: 'note', text: words }) as const),
  fc.array(option, { maxLength: 4 }).map((options) => ({ type: 'options', options }) as const),
  fc.array(choice, { maxLength: 30 }).map((choices) => ({ type: 'choices', choices }) as const),
  fc.constant({ type: 'divider' } as const),
);

const receipt: fc.Arbitrary<ShownReceipt> = fc.record(
  {
    title: text,
    publisher: text,
    author: fc.option(text),
    date: text,
    passages: fc
      .record({ paragraphs: fc.nat(500).map((one) => [one]), attribution: fc.array(text, { maxLength: 3 }) })
      .map((one) => [one] as const),
    url: href,
    quotation: text,
    language: fc.constantFrom('en', 'de'),
  },
  { requiredKeys: ['title', 'publisher', 'author', 'passages', 'language'] },
);
const receipts = fc
  .tuple(receipt, fc.array(receipt, { maxLength: 5 }))
  .map(([first, rest]): NonEmpty<ShownReceipt> => [first, ...rest]);

const blocks = fc.array(block, { maxLength: 12 });
const card: fc.Arbitrary<Card> = fc.oneof(
  fc.record({ kind: fc.constant('plain' as const), tone: fc.constant('neutral' as const), blocks }),
  fc.record({
    kind: fc.constant('cited' as const),
    tone: fc.constant('right' as const),
    lead: blocks,
    receipts,
    tail: blocks,
  }),
);

const everywhere = (find: (value: Record<string, unknown>) => boolean, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (find(value as Record<string, unknown>) || Object.values(value).some((part) => everywhere(find, part)));

describe('any card', () => {
  it('is a message that Slack takes, as a post and as an edit', () => {
    fc.assert(
      fc.property(card, (shown) => {
        const message = renderCard(shown);
        expect(checkMessage(message.text, message.blocks, 4_000)).toMatchObject({ ok: true });
        expect(() => encodeURIComponent(message.text + JSON.stringify(message.blocks))).not.toThrow();
      }),
    );
  });

  it('notifies nobody, not even by the names that people gave themselves', () => {
    fc.assert(
      fc.property(card, text, (shown, name) => {
        const named = withNames(shown, new Map([[playerOf('slack', 'T1', 'U1').user, name]]));
        const message = renderCard(named);
        const checked = checkMessage(message.text, message.blocks, 4_000);
        expect(checked.ok && pingsIn(checked.text, checked.blocks)).toEqual([]);
      }),
    );
  });

  it('has no text that Slack reads for markup', () => {
    fc.assert(
      fc.property(card, (shown) => {
        const message = renderCard(shown);
        expect(everywhere(({ type }) => type === 'mrkdwn' || type === 'markdown', message.blocks)).toBe(
          false,
        );
        expect(message.text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });

  it('links to nothing but https', () => {
    fc.assert(
      fc.property(card, (shown) => {
        const isOther = ({ url }: Record<string, unknown>) =>
          url !== undefined && !String(url).startsWith('https://');
        expect(everywhere(isOther, renderCard(shown).blocks)).toBe(false);
      }),
    );
  });
});

describe('text on its way to Slack', () => {
  it('survives escaping and Slack’s unescaping unchanged', () => {
    fc.assert(fc.property(text, (words) => unescapeText(escapeText(words)) === words));
  });

  it('is cut to the limit, never inside a character or an escape', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (words, limit) => {
        const cut = clip(clean(words), limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        const escaped = clipEscaped(clean(words), limit);
        expect(escaped.length).toBeLessThanOrEqual(Math.max(limit, 1));
        expect(escaped).not.toMatch(/&(?!(?:amp|lt|gt);)/);
      }),
    );
  });

  it('keeps what people wrote, in any script', () => {
    for (const words of ['שלום עולם', '👩‍👩‍👧‍👦', 'naïve — “café”', 'a\nb\tc'])
      expect(clean(words)).toBe(words);
  });
});
