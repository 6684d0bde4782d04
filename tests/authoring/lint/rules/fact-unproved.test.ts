import { describe, expect, it } from 'vitest';
import { factUnproved } from '../../../../src/authoring/lint/rules/fact-unproved.ts';
import type { Article, Claim } from '../../../../src/core/dataset/schema.ts';
import { changed, goodPack, goodTexts, recordOf } from '../harbour.ts';

interface Said {
  readonly fact: string;
  /** What its paragraph says. */
  readonly page: string;
  readonly claim?: Partial<Claim>;
  readonly article?: Partial<Article>;
}

/** A fact on the third paragraph of The Lantern, with no date of its own. */
function found({ fact, page, claim = {}, article = {} }: Said) {
  const { date: _, ...record } = recordOf('claims', 'kestrel-to-museum');
  const pack = changed('articles', 'lantern-2022', article);
  const said: Claim = { ...record, events: [], text: fact, ...claim };
  const texts = goodTexts().map((text) =>
    text.article === 'lantern-2022' ? { ...text, paragraphs: text.paragraphs.with(2, page) } : text,
  );
  return factUnproved.check({ ...pack, claims: [said] }, texts);
}

const wordsOf = (said: Said) => found(said).map(({ words }) => words);

describe('a fact', () => {
  it('has its numbers and names from its articles, in a good pack', () => {
    expect(factUnproved.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('with a number that its paragraph does not have is named, with the number and the paragraph', () => {
    const [problem, ...others] = found({ fact: 'It cost 6,000 crowns.', page: 'It cost 60,000 crowns.' });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ record: 'kestrel-to-museum', field: 'text', words: '6,000' });
    expect(problem?.expected).toContain('lantern-2022#3');
  });

  it('with a name that its article does not have is named, with the name and the article', () => {
    const [problem, ...others] = found({ fact: 'It was bought by Apple.', page: 'Somebody bought it.' });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ record: 'kestrel-to-museum', field: 'text', words: 'Apple' });
    expect(problem?.expected).toContain('nowhere in lantern-2022');
  });

  it('is left alone where the text of its article is not at hand', () => {
    const texts = goodTexts().filter(({ article }) => article !== 'lantern-2022');
    const pack = changed('claims', 'kestrel-to-museum', { text: 'It was bought by Apple for 9 crowns.' });
    expect(factUnproved.check(pack, texts)).toEqual([]);
  });
});

describe('a number in a fact', () => {
  it.each([
    ['6,000 crowns', '6000 crowns'],
    ['6,000 crowns', '6 000 crowns'],
    ['6,000 crowns', '6.000 crowns'],
    ['6,000 crowns', 'six thousand crowns'],
    ['6,000 crowns', '6k crowns'],
    ['2,500,000 crowns', '2.5 million crowns'],
    ['2.5 metres', '2,5 metri'],
    ['35 %', '35 percent'],
    ['13 people', 'thirteen people'],
    ['47 people', 'forty-seven people'],
    ['the 5th of 20 boats', 'the fifth of twenty boats'],
    ['the 90s', 'the nineties'],
    ['9 February 2020', '09.02.2020'],
    ['the year 2018', 'In 2018 300 boats came in'],
  ])('stands there: “%s”, as the page has “%s”', (fact, page) => {
    expect(wordsOf({ fact: `It says ${fact}.`, page })).toEqual([]);
  });

  it.each([
    ['5', '2.5 metres'],
    ['2019', 'In 2018 it came in.'],
    ['7', 'Forty-eight boats came in.'],
    ['12.5', '12 boats and 5 crews'],
    ['60', '600 crowns'],
  ])('does not stand there: %s, as the page has “%s”', (number, page) => {
    expect(wordsOf({ fact: `It says ${number} in all.`, page })).toEqual([number]);
  });

  it.each<readonly [string, Partial<Claim>, Partial<Article>]>([
    ['the fact’s own date', { date: { precision: 'day', basis: 'inferred', on: '2019-05-17' } }, {}],
    ['the day for which it holds', { asOf: '2019-05-17' }, {}],
    ['the day of its article', {}, { published: '2019-05-17' }],
    ['the title of its article', {}, { title: 'What became of it on 17 May 2019' }],
  ])('may come from %s', (_, claim, article) => {
    const said = { fact: 'It was sold on 17 May 2019.', page: 'It was sold.' };
    expect(wordsOf({ ...said, claim, article })).toEqual([]);
    expect(wordsOf(said)).toEqual(['17', '2019']);
  });

  it('may stand in any of its receipts', () => {
    const [receipt] = recordOf('claims', 'three-aboard').receipts;
    const [own] = recordOf('claims', 'kestrel-to-museum').receipts;
    const said = { fact: 'It was 41 years old in May 2021.', page: 'It was 41 years old.' };
    expect(wordsOf(said)).toEqual(['2021']);
    expect(wordsOf({ ...said, page: 'May 2021.', claim: { receipts: [own, receipt] } })).toEqual([]);
  });
});

describe('a name in a fact', () => {
  it.each<readonly [string, Partial<Claim>, Partial<Article>]>([
    ['in another paragraph: she is named there', {}, {}],
    ['as the publisher', {}, { publisher: 'Harbour Post' }],
    ['as the author', {}, { author: 'Lew Post of the Harbour' }],
    ['in the title', {}, { title: 'What the Harbour Post forgot' }],
  ])('may stand %s', (_, claim, article) => {
    const name = 'publisher' in article || 'author' in article || 'title' in article;
    const fact = name ? 'It was told to the Harbour Post.' : 'It was told to Ida Marsh.';
    expect(wordsOf({ fact, page: 'She was told.', claim, article })).toEqual([]);
  });

  it('may be whom the article has it from', () => {
    const [own] = recordOf('claims', 'kestrel-to-museum').receipts;
    const receipts: Claim['receipts'] = [{ ...own, attribution: ['the Harbour Post'] }];
    const said = { fact: 'It was told to the Harbour Post.', page: 'She was told.' };
    expect(wordsOf({ ...said, claim: { receipts } })).toEqual([]);
    expect(wordsOf(said)).toEqual(['Harbour Post']);
  });

  it('may stand there by another name that the pack has for it', () => {
    const named = { fact: 'It was sold by Ben Quill.', page: 'Ben sold it.' };
    expect(wordsOf(named)).toEqual([]);
    expect(wordsOf({ ...named, page: 'Somebody sold it.' })).toEqual(['Ben Quill']);
  });

  it('may be the language of its article', () => {
    const said = { fact: 'She called it “dolce” in Italian.', page: 'La chiama dolce.' };
    expect(wordsOf({ ...said, article: { language: 'it' } })).toEqual([]);
    expect(wordsOf(said)).toEqual(['Italian']);
  });

  it('is none where a sentence only begins', () => {
    expect(wordsOf({ fact: 'Workers towed it. Seagulls followed.', page: 'They towed it.' })).toEqual([]);
  });
});
