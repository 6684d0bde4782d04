import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type ArticleToRead, proposeFacts } from '../../../src/authoring/drafts/propose-facts.ts';
import { isUnwritten } from '../../../src/authoring/drafts/unwritten.ts';
import { WrittenFact } from '../../../src/authoring/format/written.ts';
import { ownWords } from '../../../src/authoring/lint/rules/own-words.ts';
import { claim, harbour } from './harbour.ts';

const NOTHING = { names: [], facts: [] };

const article = (text: string, fields: Partial<ArticleToRead> = {}): ArticleToRead => ({
  id: 'log',
  paragraphs: text.split('\n'),
  ours: true,
  language: 'en',
  ...fields,
});

const factsIn = (
  text: string,
  fields: Partial<ArticleToRead> = {},
  known: Parameters<typeof proposeFacts>[1] = NOTHING,
) => proposeFacts(article(text, fields), known);

const textsIn = (...args: Parameters<typeof factsIn>) => factsIn(...args).map(({ fact }) => fact);

const REPORT = `The night the Kestrel came in
By Ines Halloway
On 12 February 2020 the trawler Kestrel brought Mara Quill home after nine days. Some 300 people stood on the pier. She wept. It was cold.
“We had given up the engine and all of our hope,” said Ben Lark. “No more,” she added.
The harbour is lovely at night.`;

describe('from a text of one’s own', () => {
  it('each sentence with something to check in it is proposed as it stands, the best first', () => {
    expect(
      factsIn('The pier is lovely.\nAbout 300 people came.\nMara Quill bought the pier on 5 May 1995.'),
    ).toEqual([
      {
        fact: 'Mara Quill bought the pier on 5 May 1995.',
        receipt: 'log#3',
        when: '1995-05-05',
        draft: 'true',
      },
      { fact: 'About 300 people came.', receipt: 'log#2', draft: 'true' },
    ]);
  });

  it('titles, bylines, questions, furniture and quotations by nobody are passed over', () => {
    const text =
      'The Night Of The Kestrel\nBy Ines Halloway\nWho is Mara Quill?\nSubscribe to The Log, 12 times a year.\n“Mara Quill came in 2020.”';
    expect(textsIn(text)).toEqual([]);
  });

  it('a paragraph gives three at most, and none where a fact rests on it already', () => {
    const text = 'Ada came in 1991. Ada left in 1992. Ada came in 1993. Ada left in 1994.\nBen came in 1995.';
    expect(factsIn(text).filter(({ receipt }) => receipt === 'log#1')).toHaveLength(3);
    const facts = (receipt: string) => [{ text: 'Told.', receipts: [receipt] }];
    expect(textsIn(text, {}, { names: [], facts: facts('log#1') })).toEqual(['Ben came in 1995.']);
    expect(textsIn(text, {}, { names: [], facts: facts('log#"Ada came"') })).toEqual(['Ben came in 1995.']);
    expect(textsIn(text, {}, { names: [], facts: facts('other#1') })).toHaveLength(4);
  });

  it('what stands in a fact already is not proposed from another paragraph', () => {
    expect(
      textsIn(
        'Ben came in 1995.',
        {},
        { names: [], facts: [{ text: 'Ben came in 1995.', receipts: ['old#1'] }] },
      ),
    ).toEqual([]);
  });

  test.each([
    ['She rowed to the island in 1995.', 'She'],
    ['It was built in 1871 by Ben Lark.', 'It'],
    ['In 2018 she bought 12 boats.', 'she'],
    ['The same year Ben Lark sold 12 boats.', 'The same'],
    ['“No more boats in 2020,” she told the Gazette.', 'she'],
  ])('“%s” leans on the sentence before, and nobody guesses whom it means', (sentence, word) => {
    const [fact, ...more] = textsIn(`Mara Quill and Ada Stone had 12 boats. ${sentence}`).filter(isUnwritten);
    expect(more).toEqual([]);
    expect(fact).toBe(`Say who or what “${word}” is – ${sentence}`);
  });

  test.each([
    ['5 May 1995', '1995-05-05'],
    ['May 5, 1995', '1995-05-05'],
    ['1995-05-05', '1995-05-05'],
    ['the 5th of May 1995', '1995-05-05'],
  ])('a day is understood as %s', (words, when) => {
    expect(factsIn(`Mara Quill came on ${words}.`).map((fact) => fact.when)).toEqual([when]);
  });

  test.each([
    ['in 1995', '1995'],
    ['in May 1995', '1995-05'],
    ['in Sept. 1995', '1995-09'],
    ['before 1995', undefined],
    ['since May 1995', undefined],
    ['in 1995 or 1996', undefined],
    ['by 31 March', undefined],
    ['for the 1995 regatta', undefined],
    ['with the boat that sank in 1995', undefined],
  ])('“Mara Quill came %s” happened %s', (words, when) => {
    expect(factsIn(`Mara Quill came ${words}.`).map((fact) => fact.when)).toEqual([when]);
  });

  it('sources that a sentence names stand beside the receipt', () => {
    const sources = (text: string) => factsIn(text).map(({ receipt }) => receipt);
    expect(sources('According to Ben Lark, 12 boats came.')).toEqual([{ 'log#1': 'Ben Lark' }]);
    expect(sources('Ben Lark said that 12 boats came.')).toEqual([{ 'log#1': 'Ben Lark' }]);
    expect(sources('“Twelve boats,” said Ben Lark.')).toEqual([{ 'log#1': 'Ben Lark' }]);
    expect(sources('Ben Lark met Ada Stone, who said nothing.')).toEqual(['log#1']);
  });

  it('typewriter’s quotation marks become those of print', () => {
    expect(textsIn(`Ben's "old" boat came in 1995.`)).toEqual(['Ben’s “old” boat came in 1995.']);
  });

  it('full stops of abbreviations, initials and inside of quotations end no sentence', () => {
    const text = 'Dr. Quill and B. Lark had 12 boats. “We sold five. We kept seven,” said Ada Stone.';
    expect(textsIn(text).toSorted()).toEqual([
      'Dr. Quill and B. Lark had 12 boats.',
      '“We sold five. We kept seven,” said Ada Stone.',
    ]);
  });
});

describe('from a text of somebody else’s', () => {
  const proposed = factsIn(REPORT, { ours: false }, { names: ['Kestrel'], facts: [] });

  it('only names, dates, numbers and the beginning of a quotation are kept: the words are to be the author’s', () => {
    expect(proposed).toEqual([
      {
        fact: 'Write in your own words – Mara Quill · Kestrel · 12 February 2020 · nine days',
        receipt: 'log#3',
        when: '2020-02-12',
        draft: 'true',
      },
      {
        fact: 'Write in your own words – Ben Lark · “We had given up …”',
        receipt: { 'log#4': 'Ben Lark' },
        draft: 'true',
      },
    ]);
  });

  it('every proposal is known as one that nobody has written yet', () => {
    for (const { fact } of proposed) expect(isUnwritten(fact)).toBe(true);
  });

  it('the publisher’s own name is no find', () => {
    expect(textsIn('Read it in The Log of 5 May 1995.', { ours: false, publisher: 'The Log' })).toEqual([]);
  });
});

describe.each(['salt-gazette-2014', 'tide-weekly-2019', 'courrier-large-2021', 'lantern-almanac-2023'])(
  'from %s',
  (id) => {
    const paragraphs = readFileSync(`tests/fixtures/articles/${id}.txt`, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const language = id.startsWith('courrier') ? 'fr' : 'en';
    const theirs = proposeFacts({ id: 'log', paragraphs, ours: false, language }, NOTHING);
    const ours = proposeFacts({ id: 'log', paragraphs, ours: true, language }, NOTHING);

    it('come proposals that can be written into a topic as they are', () => {
      expect(theirs.length).toBeGreaterThan(2);
      expect(ours.length).toBeGreaterThanOrEqual(theirs.length);
      for (const fact of [...theirs, ...ours]) expect(() => WrittenFact.parse(fact)).not.toThrow();
    });

    it('no eight words in a row are the article’s, which the lint would find', () => {
      const copied = (facts: typeof theirs) => {
        const pack = harbour(facts.map(({ fact }, at) => claim(`c${at}`, fact)));
        return ownWords.check(pack, [{ article: 'log', paragraphs, hashes: [] }]);
      };
      expect(copied(theirs)).toEqual([]);
      expect(copied(ours)).not.toEqual([]);
    });
  },
);

it('dates and names are read in other languages too', () => {
  expect(
    factsIn('Am 5. Mai 1995 kam Mara Quill mit dem Boot in den Hafen.', { language: 'de', ours: false }),
  ).toEqual([
    {
      fact: 'Write in your own words – Mara Quill · 5. Mai 1995',
      receipt: 'log#1',
      when: '1995-05-05',
      draft: 'true',
    },
  ]);
});
