/** Texts and cards as the worst of users, packs and authors would write them. */
import fc from 'fast-check';
import {
  type Card,
  type Inline,
  type PlainBlock,
  plainCard,
  type ShownPassage,
  type ShownReceipt,
} from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import type { Token } from '../../../src/core/requests/token.ts';

const tricks = [
  '@everyone',
  '@here',
  '<@1>',
  '<@&2>',
  '<#3>',
  '<t:0:R>',
  '</fact:4>',
  '<:smile:5>',
  ':smile:',
  '](javascript:alert(1))',
  '[click](https://evil.example)',
  'https://evil.example/a_b_c',
  '<https://evil.example>',
  '# Heading',
  '-# small',
  '- item',
  '1. item',
  '2) item',
  '> quote',
  '>>> all quote',
  '||spoiler||',
  '**bold**',
  '__under__',
  '_it_',
  '*it*',
  '~~gone~~',
  '`code`',
  '```\nblock\n```',
  '\\',
  '\\\\',
  '*',
  '_',
  '|',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '#',
  '-',
  '+',
  '.',
  ':',
  '1',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '\u202E',
  '\u2067',
  '\u0000',
  '\u2028',
  'שלום',
  'مرحبا',
  '👩‍👩‍👧‍👦',
  '\uD83D',
  'e\u0301',
  'word',
  'Kim’s “show”',
  '¯\\_(ツ)_/¯',
];

export const wildText = fc.oneof(
  fc.array(fc.constantFrom(...tricks), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '*'.repeat(3_000),
    '@everyone '.repeat(300),
    'ש'.repeat(3_000),
    '👩‍👩‍👧‍👦'.repeat(270),
    'a'.repeat(3_000),
  ),
);

const wildAddress = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://example.org/a_(b)?c=`|*<>\\',
    'javascript:alert(1)',
    'http://example.org',
    'data:text/html,x',
    '',
    `https://example.org/${'x'.repeat(3_000)}`,
  ),
);

const time = fc.record({
  time: fc.integer({ min: 0, max: 4e12 }),
  as: fc.constantFrom('relative', 'time', 'date-time'),
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  wildText,
  fc.record({ bold: wildText }),
  fc.record({ italic: wildText }),
  fc.record({ code: wildText }),
  fc.record({ link: wildText, href: wildAddress }),
  time as fc.Arbitrary<Inline>,
  fc.string({ minLength: 1, maxLength: 40 }).map((id) => ({ player: playerOf('discord', 'w', id).user })),
  fc.string({ minLength: 1, maxLength: 40 }).map((id) => ({ channel: placeOf('discord', 'w', id).channel })),
);

const richText = fc.array(inline, { maxLength: 6 });

const options = fc.array(
  fc.record(
    {
      letter: fc.constantFrom('A', 'B', 'C', 'D'),
      text: wildText,
      mark: fc.constantFrom('open' as const, 'right' as const, 'wrong' as const),
      share: fc.record({ count: fc.nat(500), percent: fc.integer({ min: 0, max: 100 }) }),
    },
    { requiredKeys: ['letter', 'text', 'mark'] },
  ),
  { maxLength: 4 },
);

const token: fc.Arbitrary<Token> = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    round: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
    option: fc.nat(3),
  }),
  fc.record({ do: fc.constant('stop' as const), quiz: fc.stringMatching(/^[a-z0-9-]{1,60}$/) }),
);

const choices = fc.array(
  fc.record({
    label: wildText,
    token,
    style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
  }),
  { maxLength: 30 },
);

const plainBlock: fc.Arbitrary<PlainBlock> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: wildText }),
  fc.record({ type: fc.constant('text' as const), text: richText }),
  fc.record({ type: fc.constant('note' as const), text: richText }),
  fc.record({ type: fc.constant('options' as const), options }),
  fc.record({ type: fc.constant('choices' as const), choices }),
  fc.constant({ type: 'divider' as const }),
);

const wildPassage: fc.Arbitrary<ShownPassage> = fc.record({
  paragraphs: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
  attribution: fc.array(wildText, { maxLength: 4 }),
});

/** What is unknown of an article is left out. */
export const wildReceipt: fc.Arbitrary<ShownReceipt> = fc.record(
  {
    title: wildText,
    publisher: wildText,
    author: fc.option(wildText),
    date: fc.constantFrom('2023', 'November 2023', '18 October 2023'),
    passages: fc
      .tuple(wildPassage, fc.array(wildPassage, { maxLength: 2 }))
      .map(([first, more]) => [first, ...more] as const),
    url: wildAddress,
    quotation: wildText,
    language: fc.constantFrom('en', 'de'),
  },
  { requiredKeys: ['title', 'publisher', 'author', 'passages', 'language'] },
);

const tone = fc.constantFrom(
  'neutral' as const,
  'question' as const,
  'right' as const,
  'wrong' as const,
  'problem' as const,
);
const blocks = fc.array(plainBlock, { maxLength: 12 });

export const wildPlainCard: fc.Arbitrary<Card> = fc
  .tuple(tone, blocks)
  .map(([given, all]) => plainCard(given, ...all));

export const wildCitedCard: fc.Arbitrary<Card> = fc.record({
  kind: fc.constant('cited' as const),
  tone,
  lead: blocks,
  receipts: fc
    .tuple(wildReceipt, fc.array(wildReceipt, { maxLength: 5 }))
    .map(([first, more]) => [first, ...more] as const),
  tail: blocks,
});
