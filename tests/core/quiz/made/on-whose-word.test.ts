import { expect, it } from 'vitest';
import { onWhoseWord } from '../../../../src/core/quiz/made/on-whose-word.ts';
import { about, CAST, claim, gapStory, receipt } from './gap-story.ts';
import { CITED, QUOTES } from './word-story.ts';

const reported = (text: string, chain: readonly string[], fields = {}) =>
  claim('told', text, {
    status: 'reported',
    receipts: [receipt('gazette', ...chain)],
    entities: about('Ada Stone'),
    ...fields,
  });
const ask = (
  text: string,
  chain: readonly string[],
  fields = {},
  more: readonly ReturnType<typeof claim>[] = [],
) =>
  onWhoseWord(
    gapStory({
      claims: [reported(text, chain, fields), ...QUOTES, ...CAST, ...more],
      entities: CITED,
    }),
  );
const TEXT = 'According to Tide Times, as cited by The Gazette, the ferry ran aground off the cape.';

it('asks for the source of a statement that it shows without its source', () => {
  const [question] = ask(TEXT, ['Tide Times']);
  expect(question?.prompt).toBe(
    'On whose word does The Gazette report this? The ferry ran aground off the cape.',
  );
  expect(question?.right).toEqual({ text: 'Tide Times', claims: ['told'] });
  expect(question?.wrong).toHaveLength(3);
  for (const { text } of question?.wrong ?? [])
    expect(['Quay Radio', 'Deck Weekly', 'Cove News', 'Bay Echo']).toContain(text);
});

it('says of each wrong source that the article has it from another', () => {
  const [wrong] = ask(TEXT, ['Tide Times'])[0]?.wrong ?? [];
  expect(wrong?.because).toBe(`The Gazette has this from Tide Times, not from ${wrong?.text}.`);
  expect(wrong?.claims).toEqual(['told']);
});

it.each([
  'The ferry ran aground off the cape, according to Tide Times as cited by The Gazette.',
  'As Tide Times notes, the ferry ran aground off the cape.',
  'Tide Times wrote that the ferry ran aground off the cape.',
  'The ferry ran aground off the cape, Tide Times says.',
])('takes the source out of “%s”', (text) => {
  expect(ask(text, ['Tide Times'])[0]?.prompt).toMatch(/\? The ferry ran aground off the cape\.$/);
});

it('offers people beside a person, of those whom the story knows', () => {
  const [question] = ask('Ada Stone said that the ferry ran aground off the cape.', ['Ada Stone']);
  const names = ['Mara Quill', 'Ben Lark', 'Cleo Marsh', 'Dov Winter', 'Eda Frost Hill', 'Finn Oak'];
  expect(question?.right.text).toBe('Ada Stone');
  for (const { text } of question?.wrong ?? []) expect(names).toContain(text);
});

it('names a nameless source together with whoever quoted it', () => {
  const [question] = ask('A sailor told Tide Times that the ferry ran aground off the cape.', [
    'a sailor',
    'Tide Times',
  ]);
  expect(question?.right.text).toBe('A sailor, quoted by Tide Times');
  for (const { text } of question?.wrong ?? [])
    expect(text).toMatch(/^A sailor, quoted by (?:Quay Radio|Deck Weekly|Cove News|Bay Echo)$/);
  expect(question?.wrong[0]?.because).toMatch(/has this from a sailor, quoted by Tide Times, not from /);
});

it('asks nothing about what is denied: without its source it would be an allegation', () => {
  const text = 'According to Tide Times, Ada Stone was fined over the ferry.';
  const denial = claim('denial', 'Ada Stone denied it.');
  expect(ask(text, ['Tide Times'], { status: 'disputed', denials: ['denial'] }, [denial])).toEqual([]);
});

it.each([
  ['names its source in the middle', 'The ferry, says Tide Times, ran aground off the cape.'],
  ['speaks of whoever said it as “she”', 'Tide Times said that the ferry took her round the cape.'],
  ['refers to something before it', 'According to Tide Times, the ferry also ran aground off the cape.'],
  ['speaks of the article', 'According to Tide Times, a ferry that the article does not name ran aground.'],
])('asks nothing where the statement %s', (_, text) => {
  expect(ask(text, ['Tide Times'])).toEqual([]);
});

it.each([
  ['is said in the article’s own voice', { status: 'stated', receipts: [receipt('gazette')] }],
  ['holds for a time only', { asOf: '2020' }],
  ['is kept back', { reserved: 'hardship' }],
  [
    'comes from different sources',
    { receipts: [receipt('gazette', 'Tide Times'), receipt('post', 'Quay Radio')] },
  ],
])('asks nothing about what %s', (_, fields) => {
  expect(ask(TEXT, ['Tide Times'], fields)).toEqual([]);
});

it('asks nothing about a nameless source that nobody is known to have quoted', () => {
  expect(ask('A sailor said that the ferry ran aground off the cape.', ['a sailor'])).toEqual([]);
});

it('asks nothing about a nameless source in somebody’s book', () => {
  const text = 'A sailor said that the ferry ran aground off the cape.';
  expect(ask(text, ['a sailor', 'Ben Lark’s diary'])).toEqual([]);
});

it('offers no source that says much the same', () => {
  const same = claim('same', 'According to Quay Radio, the ferry ran aground near the cape.', {
    status: 'reported',
    receipts: [receipt('post', 'Quay Radio')],
    entities: about('Ada Stone'),
    asOf: '2020',
  });
  const [question] = ask(TEXT, ['Tide Times'], {}, [same]);
  expect(question?.wrong.map(({ text }) => text).toSorted()).toEqual([
    'Bay Echo',
    'Cove News',
    'Deck Weekly',
  ]);
});

it('has no more than three questions with the same answer, on different matters', () => {
  const matters = [
    { topic: 'boats', events: ['regatta'] },
    { topic: 'boats', events: ['launch'] },
    { topic: 'boats', events: [] },
    { topic: 'piers', events: [] },
    { topic: 'piers', events: [] },
  ];
  const sights = ['ferry', 'barge', 'cutter', 'sloop', 'trawler'];
  const claims = matters.map((matter, at) =>
    reported(
      `According to Tide Times, the old ${sights[at]} sank one ${sights[at]} morning.`,
      ['Tide Times'],
      {
        id: `told-${at}`,
        ...matter,
      },
    ),
  );
  const asked = (some: typeof claims) =>
    onWhoseWord(gapStory({ claims: [...some, ...QUOTES], entities: CITED })).length;
  expect(asked(claims.slice(0, 3))).toBe(3);
  expect(asked(claims)).toBe(3);
});

it('keeps its id when the wording is edited', () => {
  const edited = 'According to Tide Times, the old ferry ran aground close to the cape.';
  expect(ask(TEXT, ['Tide Times'])[0]?.id).toBe('made-on-whose-word-told');
  expect(ask(edited, ['Tide Times'])[0]?.id).toBe('made-on-whose-word-told');
  expect(ask(TEXT, ['Tide Times'])).toEqual(ask(TEXT, ['Tide Times']));
});
