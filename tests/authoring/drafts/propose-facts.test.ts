import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type ArticleToRead, proposeFacts } from '../../../src/authoring/drafts/propose-facts.ts';
import { isUnwritten } from '../../../src/authoring/format/unwritten.ts';
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
  it('“the office” leans on the one that the text names elsewhere', () => {
    const named = 'The Mull Harbour Office opened in 1901.';
    expect(textsIn(`${named}\nIn 1914 the office sold four boats to Ada Quill.`)).toEqual([
      named,
      'Say who or what “the office” is – In 1914 the office sold four boats to Ada Quill.',
    ]);
    expect(textsIn('In 1914 the office sold four boats to Ada Quill.')).toEqual([
      'In 1914 the office sold four boats to Ada Quill.',
    ]);
  });

  it('each sentence with something to check in it is proposed as it stands, in the order of the text', () => {
    expect(
      factsIn('The pier is lovely.\nAbout 300 people came.\nMara Quill bought the pier on 5 May 1995.'),
    ).toEqual([
      { fact: 'About 300 people came.', receipt: 'log#2', draft: 'true' },
      {
        fact: 'Mara Quill bought the pier on 5 May 1995.',
        receipt: 'log#3',
        when: '1995-05-05',
        draft: 'true',
      },
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
    ['I wrote it on a boat in 1995.', 'I'],
    ['For two years I wrote 12 letters.', 'I'],
    ['Our most read letter is number 88.', 'Our'],
    ['On 5 May 1995 we sold 12 boats.', 'we'],
    ['The Gazette was named 61 times in those answers.', 'those answers'],
    ['In that year Ben Lark sold 12 boats.', 'that year'],
  ])('“%s” leans on the sentence before, and nobody guesses whom it means', (sentence, word) => {
    const [fact, ...more] = textsIn(`Mara Quill and Ada Stone had 12 boats. ${sentence}`).filter(isUnwritten);
    expect(more).toEqual([]);
    expect(fact).toBe(`Say who or what “${word}” is – ${sentence}`);
  });

  test.each([
    'World War I ended in 1918.',
    'Ben Lark thanked those who came in 1995.',
    'Ben Lark said in 1995 that boats sink.',
    '“We sold 12 boats,” said Ben Lark.',
  ])('“%s” leans on nothing', (sentence) => {
    expect(textsIn(sentence)).toEqual([sentence]);
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

  const theirs = (text: string) =>
    textsIn(text, { ours: false }).map((fact) => fact.replace('Write in your own words – ', ''));

  it.each([
    ['The harbour web site gets 350,000 visits weekly.', 'harbour web site · 350,000 visits weekly'],
    ['August: the harbour web site gets 1300 visits a day.', 'harbour web site · 1300 visits a day'],
    ['Mara Quill counted 5,000 downloads of it.', 'Mara Quill · 5,000 downloads'],
    ['Mara Quill wrote 4000 lines of code under a lamp.', 'Mara Quill · 4000 lines of code'],
    ['Mara Quill paid $45 million for it.', 'Mara Quill · $45 million'],
    ['BoatGet 1.0 was released on 5 May 1995.', '5 May 1995 · BoatGet 1.0'],
    ['The name was changed and boatget 2.0 came out in August 1997.', 'August 1997 · boatget 2.0'],
    ['Ben Lark released tides 7.5.2 under a new licence.', 'Ben Lark · tides 7.5.2'],
    ['NASA launched 12 boats.', 'NASA · 12 boats'],
  ])('a number stays with what it counts or is the number of: “%s”', (sentence, parts) => {
    expect(theirs(sentence)).toEqual([parts]);
  });

  it.each([
    ['Once Ada Stone had come, Ben Lark left in 1995.', 'Ben Lark · Ada Stone · 1995'],
    ['A tool that Brazilian Ben Lark wrote came out in 1995.', 'Ben Lark · 1995'],
    ['The British Harbour Board met in 1995.', 'British Harbour Board · 1995'],
    ['Ada Stone wrote an IRC bot in 1995.', 'Ada Stone · 1995'],
    ['Ada Stone came with Mac OS X in 1995.', 'Mac OS X · Ada Stone · 1995'],
  ])('a name is no more than the name: “%s”', (sentence, parts) => {
    expect(theirs(sentence)).toEqual([parts]);
  });

  it.each([
    ['acronyms alone', 'It can be combined with GPL and MIT in 12 projects.'],
    ['a name alone', 'Ben Lark thanked Ada Stone.'],
    ['a number of nobody’s', 'Some 300 people stood on the pier.'],
    ['a number of nothing', 'Ben Lark called it 7.1 and left.'],
    ['a month of no year', 'Ben Lark left in January.'],
    ['the beginnings of addresses', 'August: LDAP:// and FILE:// came with 12 others.'],
  ])('%s gives no proposal', (_, sentence) => {
    expect(theirs(sentence)).toEqual([]);
  });

  it('they come in the order of the text, of each paragraph the best three', () => {
    const text = `Ben Lark had 12 boats. Ada Stone came in 1991 with 12 boats. Ada Stone left in 1992 with 9 boats. Ada Stone came in 1993 with 7 boats.
(The Pier Board met in 1990. Ben Lark spoke in 1991.)`;
    expect(theirs(text)).toEqual([
      'Ada Stone · 1991 · 12 boats',
      'Ada Stone · 1992 · 9 boats',
      'Ada Stone · 1993 · 7 boats',
      'Pier Board · 1990',
      'Ben Lark · 1991',
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
