/** What is shown of texts that are ours, and what is not shown of articles of which little is known. */
import { describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Library } from '../../../src/core/dataset/library.ts';
import { Article } from '../../../src/core/dataset/schema.ts';
import { factCard } from '../../../src/core/facts/fact-card.ts';
import { sidesCard } from '../../../src/core/facts/sides.ts';
import { article } from '../dataset/story.ts';
import { claimOf, harbour, type Part } from '../quiz/harbour.ts';
import { harbourRules, LONG, OPENING, ownText, rules } from '../quiz/harbour-rules.ts';

const claim = (id: string) => {
  const found = harbourRules.claim(id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};

/** Of the only claim there is. */
function cardOf(library: Library) {
  const [told] = library.claims.values();
  if (!told) throw new Error('no claim');
  return factCard(library, told, '');
}

const receiptsOn = (id: string) => factCard(harbourRules, claim(id), '').receipts;

describe('a fact from a text that is ours', () => {
  it('shows the paragraph that proves it, where there is no address to follow', () => {
    expect(receiptsOn('opening')).toEqual([
      {
        title: 'Harbour rules',
        publisher: 'Saltby Harbour',
        author: null,
        passages: [{ paragraphs: [1], attribution: [] }],
        quotation: OPENING,
        language: 'en',
      },
    ]);
  });

  it('leads to the words where there is an address, and quotes nothing', () => {
    expect(receiptsOn('bow')).toMatchObject([
      {
        date: 'March 2024',
        url: 'https://wiki.saltby.example/mooring#:~:text=Moor%20with%20the,the%20sea%2E',
      },
    ]);
    expect(receiptsOn('bow')[0].quotation).toBeUndefined();
  });

  it('quotes of a long paragraph what proves it, whole sentences first', () => {
    const [{ quotation = '' }] = receiptsOn('idle');
    expect(quotation).toMatch(/^… A boat that lies idle for ninety days .* in line\. Its owner .*…$/);
    expect(quotation.length).toBeLessThanOrEqual(302);
    expect(LONG).toContain(quotation.slice(2, -1));
  });

  it('quotes one paragraph at most, that of what is told and not of what speaks against it', () => {
    const denied = { ...claim('opening'), denials: [claim('idle').id] };
    for (const card of [
      factCard(harbourRules, denied, ''),
      sidesCard(harbourRules, [denied, claim('fees')]),
    ]) {
      const quotations = card.receipts.flatMap(({ quotation }) => quotation ?? []);
      expect(quotations).toEqual([OPENING]);
    }
  });

  it.each([
    ['has no gaps between its words', 'x'.repeat(2_000), 'x'],
    ['is of one word to a character', '港'.repeat(2_000), '港港'],
    ['is of pictures', '👩‍👩‍👧'.repeat(400), '👩‍👩‍👧'],
    ['does not have the words of the receipt any more', LONG, 'Nothing of it'],
  ])('cuts a paragraph that %s, never inside a character', (_, text, from) => {
    const receipts = [{ article: 'own', paragraph: 1, from, sha256: 'a'.repeat(64) }];
    const told = claimOf('told', 'A fact.', { receipts });
    const [{ quotation = '' }] = cardOf(harbour([told], [], [], [ownText('own', 'Ours', [text])])).receipts;
    expect(quotation.length).toBeGreaterThan(200);
    expect(quotation.length).toBeLessThanOrEqual(302);
    expect(quotation.isWellFormed()).toBe(true);
  });

  it.each([
    ['has no such paragraph', { text: undefined }],
    ['is not ours', { text: undefined, ours: false }],
  ])('quotes nothing where its article %s', (_, change) => {
    const told = claimOf('told', 'The harbour opens at six.', {
      receipts: [{ article: 'rules', paragraph: 1, from: 'Boats are let', sha256: 'a'.repeat(64) }],
    });
    const library = harbour([told], [], [], [{ ...rules, ...change }]);
    expect(cardOf(library).receipts[0].quotation).toBeUndefined();
  });
});

describe('an article', () => {
  const problems = (change: Part) =>
    Article.safeParse({ ...article, ...change }).error?.issues.map(({ message }) => message);

  it('of somebody else is never kept with its text', () => {
    expect(problems({ text: ['One.'] })).toEqual(['the text of an article that is ours']);
  });

  it('has as many paragraphs as it says', () => {
    expect(problems({ ours: true, text: ['One.', 'Two.'] })).toEqual([
      'as many paragraphs as `paragraphs` says, 1, but it has 2',
    ]);
  });

  it('may say how finely its date is known, but not of no date', () => {
    expect(problems({ precision: undefined })).toBeUndefined();
    expect(problems({ published: undefined, precision: undefined })).toBeUndefined();
    expect(problems({ published: undefined })).toEqual([
      'a date with precision "day" needs `published` with 10 characters',
    ]);
  });

  it.each([
    ['a date', { published: undefined, precision: undefined }],
    ['an address', { url: undefined }],
    ['an author', { author: undefined }],
    ['a word on how it is known', { known: undefined }],
    [
      'of these',
      { published: undefined, precision: undefined, url: undefined, author: undefined, known: undefined },
    ],
  ])('without %s is told without a gap in its place', (_, change) => {
    const told = claimOf('told', 'A boat is 40 years old.', { asOf: '2020-02-03' });
    const text = cardToText(cardOf(harbour([told], [], [], [{ ...article, ...change }])));
    expect(text).toContain('As of: 3 February 2020');
    expect(text).toMatch(
      /Receipt: “A boat came in”, The Gazette, (?:3 February 2020, )?¶\u00a01(?: https:\S+)?$/,
    );
    expect(text).not.toMatch(/undefined|null|undated|\(\)|, ,|,,|— —/);
  });

  it('of which nobody knows the day dates nothing that has no day', () => {
    const undated = { ...article, published: undefined, precision: undefined };
    const told = claimOf('told', 'Mara Quill brought a boat in.');
    expect(cardToText(cardOf(harbour([told], [], [], [undated])))).not.toContain('As of');
  });
});
