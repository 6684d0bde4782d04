import { describe, expect, it, test } from 'vitest';
import { proposeQuestions } from '../../../src/authoring/drafts/propose-questions.ts';
import { WrittenQuestion } from '../../../src/authoring/format/written.ts';
import { loadPacks } from '../../../src/packs/read.ts';
import { claim, harbour, optionsOf, proposedFor, proposedOn } from './harbour.ts';

describe('a fact becomes a question that can be read aloud', () => {
  test.each([
    ['The old mill was built in 1871.', 'When was the old mill built?', '1871'],
    ['Mara Quill sold the boat on 9 January 2016.', 'When did Mara Quill sell the boat?', '2016'],
    ['Mara Quill sold the boat on January 9, 2016.', 'When did Mara Quill sell the boat?', '2016'],
    ['In May 2014, Mara Quill sailed to the island.', 'When did Mara Quill sail to the island?', '2014'],
    ['The yard was founded in 2009 by rowers.', 'When was the yard founded by rowers?', '2009'],
    ['We moved to the old tram depot in 2016.', 'When did we move to the old tram depot?', '2016'],
    ['Claims must be sent in by 31 March.', 'By when must claims be sent in?', '31 March'],
    ['The tower has 143 steps.', 'How many steps does the tower have?', '143'],
    ['Mara Quill owns five boats.', 'How many boats does Mara Quill own?', 'five'],
    ['New staff get 25 days of leave a year.', 'How many days of leave do new staff get a year?', '25'],
    ['Staff must give four weeks’ notice.', 'How many weeks’ notice must staff give?', 'four'],
    ['About 300 people came to the open day.', 'About how many people came to the open day?', '300'],
    ['The mast is 31 metres high.', 'How high is the mast?', '31 metres'],
    ['The yard opens at 7:30 on weekdays.', 'What time does the yard open on weekdays?', '7:30'],
    ['The library lends books for up to 28 days.', 'The library lends books for up to how many days?', '28'],
    [
      'The rules were last revised by Ada Stone on 3 June 2019.',
      'When were the rules last revised by Ada Stone?',
      '2019',
    ],
    ['Orders must be placed by 14:00.', 'By what time must orders be placed?', '14:00'],
    ['Lunch costs £9.', 'Lunch costs how much?', '£9'],
    ['The yard pays 80% of the ticket.', 'The yard pays what percentage of the ticket?', '80%'],
  ])('“%s” – “%s”', (text, prompt, right) => {
    expect(proposedFor(text).map(({ question }) => [question.question, question.right])).toEqual([
      [prompt, right],
    ]);
  });

  test.each([
    ['the day of a date is no count', 'The server went up on January 29, 1997, before noon.'],
    ['a version is no count', 'Version 3 of the planner adds reports.'],
    ['a page is no count', 'Page 4 of the manual lists phone numbers.'],
    ['a port is no count', 'The service answers on port 5432 only.'],
    ['the number is part of a name of a season', 'Mara Quill won the 2016 regatta.'],
    ['there are two numbers', 'Three of the 12 bays are for rowers.'],
    ['the number only says which', 'The two rowers came late.'],
    ['it is an ordinal', 'Mara Quill came for the 43rd time.'],
    ['a second number would be right as well', 'Mara Quill owns more than four boats.'],
    ['the sum is in millions', 'The insurance pays up to $5 million.'],
    ['a second verb follows', 'Membership costs £35 a year and is due in spring.'],
    ['the date belongs to another clause', 'Mara Quill sold the boat that had won the race in 2015.'],
    ['the verb might be an adjective', 'In 2018 the retired foreman moved to Varn.'],
    ['it was so for a time', 'Mara Quill was harbour master in 2015.'],
    ['it went on for longer', 'Mara Quill was living on a boat in 2015.'],
    ['the day is of no year and past', 'The storm came on 9 January.'],
    ['the answer stands in the name', 'Postgres95 was released in 1995.'],
    ['a wrong number would be an allegation', 'Mara Quill was convicted on five counts.'],
    ['it is a misfortune', 'Mara Quill lost 12 men when the boat sank and they died.'],
    ['it only tells how an article words it', 'The Gazette calls Mara Quill the queen of 12 harbours.'],
    ['the number stands in what somebody says', 'Mara Quill says that she counted 143 nights on the boat.'],
    ['somebody was told of it', 'Mara Quill told Ada Stone she had counted 143 nights.'],
    ['it speaks of the article', 'A caption in the article names 12 boats.'],
  ])('nothing is asked where %s', (_, text) => {
    expect(proposedFor(text).map(({ question }) => question.question)).toEqual([]);
  });

  it('leaves who says so to the card', () => {
    const [proposal] = proposedFor('According to Ada Stone, the mast is 31 metres high.', {
      status: 'reported',
    });
    expect(proposal?.question.question).toBe('How high is the mast?');
  });
});

describe('what may be asked', () => {
  const boats = claim('boats', 'Mara Quill owns five boats.');

  test.each([
    ['hardship', { reserved: 'hardship' }],
    ['what is delicate', { reserved: 'delicate' }],
    ['what is disputed', { status: 'disputed' }],
    ['what later events overtook', { overtaken: 'The boats are gone.' }],
  ])('is not %s', (_, fields) => {
    expect(proposedOn([{ ...boats, ...fields }])).toEqual([]);
    expect(proposedOn([boats])).toHaveLength(1);
  });

  it('is nothing about a child', () => {
    const entities = [{ id: 'mara-quill', kind: 'person', name: 'Mara Quill', minor: true }];
    expect(proposedOn([boats], { entities })).toEqual([]);
  });

  it('is nothing that somebody denies or tells otherwise', () => {
    const denial = claim('denial', 'Mara Quill owns nothing.');
    expect(proposedOn([{ ...boats, denials: ['denial'] }, denial])).toEqual([]);
    const side = (id: string) => ({ says: id, claims: [id] });
    const disagreements = [
      {
        id: 'fleet',
        title: 'How many boats',
        kind: 'between-articles',
        sides: [side('boats'), side('denial')],
      },
    ];
    expect(proposedOn([boats, denial], { disagreements })).toEqual([]);
  });

  it('is no fact that has a question already', () => {
    const asked = {
      id: 'q-boats',
      kind: 'choice',
      prompt: 'What does Mara Quill own?',
      topic: 'boats',
      fit: 'quiz',
      difficulty: 2,
      right: { text: 'Boats', claims: ['boats'] },
      wrong: [{ text: 'Trams' }],
      payoff: 'Five of them.',
    };
    expect(proposedOn([boats], { questions: [asked] })).toEqual([]);
  });

  it('is nothing in a language whose grammar is not known here', () => {
    const pack = harbour([boats]);
    expect(proposeQuestions({ ...pack, info: { ...pack.info, language: 'de' } })).toEqual([]);
  });
});

describe.each(['data', 'tests/fixtures/packs'])('from the pack in %s', async (root) => {
  const [pack] = await loadPacks(root);
  if (!pack) throw new Error('no pack');
  const proposals = proposeQuestions({ ...pack, questions: [] });

  it('come drafts that can be written into it as they are, none of them twice', () => {
    expect(proposals.length).toBeGreaterThan(15);
    for (const { fact, question } of proposals) {
      expect(pack.claims.map(({ id }) => id)).toContain(fact);
      expect(question.draft).toBe('true');
      expect(() => WrittenQuestion.parse(question)).not.toThrow();
    }
    const prompts = proposals.map(({ question }) => question.question);
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  it('come the same from the same', () => {
    expect(proposeQuestions({ ...pack, questions: [] })).toEqual(proposals);
  });

  it('come no gaps to fill, and no options that differ much in length', () => {
    for (const proposal of proposals) {
      expect(proposal.question.question).not.toMatch(/\[|_{2}|gap/);
      const lengths = optionsOf(proposal).map(({ length }) => length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(2.5 * Math.min(...lengths));
    }
  });
});
