import { expect, it } from 'vitest';
import { disagreement as make } from '../../../../src/core/quiz/made/disagreement.ts';
import { ARTICLES, claim, gapStory, receipt } from './gap-story.ts';
import { disagreement } from './word-story.ts';

const ROWED = claim('rowed', 'The Gazette says that Mara Quill rowed the boat in.');
const TOWED = claim('towed', 'A tug towed Mara Quill’s boat in.', { receipts: [receipt('post')] });
const SIDES = { 'She rowed (The Gazette).': 'rowed', 'It was towed (Pier Post).': 'towed' };
const BETWEEN = disagreement('rowed-or-towed', 'between-articles', SIDES);
const WITHIN = disagreement('twice', 'within-article', { 'She rowed.': 'rowed', 'She swam.': 'swam' });
const SWAM = claim('swam', 'Mara Quill swam ashore without her boat.');
const ask = (claims: readonly object[], disagreements: readonly object[] = [BETWEEN]) =>
  make(
    gapStory({
      claims: claims.map((one) => ({ ...one })),
      disagreements: disagreements.map((one) => ({ ...one })),
    }),
  );
const changed = (fields: object) => ({ ...ROWED, ...fields });

it('asks which article takes one side, in words that name no article', () => {
  const [question] = ask([ROWED, TOWED]);
  const isRowed = question?.id === 'made-disagreement-rowed-or-towed-side-1';
  expect(question?.prompt).toBe(
    `How the boat came in: the articles differ. Which of them says this? ${
      isRowed ? 'Mara Quill rowed the boat in.' : 'A tug towed Mara Quill’s boat in.'
    }`,
  );
  expect(question?.right).toEqual(
    isRowed ? { text: 'The Gazette', claims: ['rowed'] } : { text: 'Pier Post', claims: ['towed'] },
  );
});

it('tells what the other side has, and that the rest take no part', () => {
  const [question] = ask([ROWED, TOWED]);
  const isRowed = question?.right.text === 'The Gazette';
  expect(question?.wrong[0]).toEqual({
    text: isRowed ? 'Pier Post' : 'The Gazette',
    because: isRowed
      ? 'Pier Post has it differently: It was towed.'
      : 'On this point The Gazette has: She rowed.',
    claims: [isRowed ? 'towed' : 'rowed'],
  });
  expect(
    question?.wrong
      .slice(1)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['Harbour Herald', 'Mast Mail']);
});

it('asks one question at most on each disagreement', () => {
  expect(ask([ROWED, TOWED])).toHaveLength(1);
});

it('shows a denied statement as a disputed account', () => {
  const denied = (one: object, article: string) => ({
    ...one,
    status: 'disputed',
    denials: ['denial'],
    receipts: [receipt(article, 'Ada Stone')],
  });
  const denial = claim('denial', 'Dov Winter denied it all.', { receipts: [receipt('mail')] });
  const [question] = ask([denied(ROWED, 'gazette'), denied(TOWED, 'post'), denial]);
  expect(question?.prompt).toMatch(/the articles tell this disputed account differently\. /);
});

it('says that a statement is hearsay once its source was taken off', () => {
  const said = (id: string, publisher: string, article: string) =>
    claim(id, `According to Ada Stone, as cited by ${publisher}, the boat was ${id} in by night.`, {
      status: 'reported',
      receipts: [receipt(article, 'Ada Stone')],
    });
  const [question] = ask([said('rowed', 'The Gazette', 'gazette'), said('towed', 'Pier Post', 'post')]);
  expect(question?.prompt).toMatch(
    / Which of them has this from another source\? The boat was [rt]owed in by night\.$/,
  );
});

it.each([
  [
    'two articles take the same side',
    (at: string) => ({ receipts: [receipt(at), receipt(at === 'post' ? 'mail' : 'herald')] }),
  ],
  ['it would be asked as if it still held', () => ({ asOf: '2019' })],
  ['later events overtook it', () => ({ overtaken: 'The boat was sold.' })],
  ['the statements are kept back', () => ({ reserved: 'hardship' })],
  ['the statements speak of an article', () => ({ text: 'Mara Quill came in, as the article tells.' })],
])('asks for no side where %s', (_, fields) => {
  expect(ask([changed(fields('gazette')), { ...TOWED, ...fields('post') }])).toEqual([]);
});

it('asks for no side that a second article takes, however many others there are', () => {
  const articles = ['Buoy Bulletin', 'Crew Courier'].map((publisher, at) => ({
    ...ARTICLES[0],
    id: `more-${at}`,
    publisher,
  }));
  const two = changed({ receipts: [receipt('gazette'), receipt('herald')] });
  const story = gapStory({
    claims: [two, { ...TOWED, overtaken: 'It was sold.' }],
    articles: [...ARTICLES, ...articles],
    disagreements: [BETWEEN],
  });
  expect(make(story)).toEqual([]);
});

it('asks for no side where an article stands on both', () => {
  expect(ask([ROWED, { ...TOWED, receipts: [receipt('post'), receipt('gazette')] }])).toEqual([]);
});

it.each([
  ['takes no side', 'mail', 'mail'],
  ['takes the other side', 'post', 'gazette'],
])('asks for no side where an article that %s might say the same', (_, rower, tower) => {
  const rows = claim('m1', 'Mara Quill rowed her boat home.', { receipts: [receipt(rower)] });
  const tows = claim('m2', 'A tug towed a boat of Mara Quill’s.', { receipts: [receipt(tower)] });
  expect(ask([ROWED, TOWED, rows, tows])).toEqual([]);
});

it('asks which article says both of two things that do not go together', () => {
  const [question] = ask([ROWED, SWAM], [WITHIN]);
  expect(question).toMatchObject({
    id: 'made-disagreement-twice-both',
    prompt:
      'One article has both of these. Which? (1) Mara Quill rowed the boat in. (2) Mara Quill swam ashore without her boat.',
    right: { text: 'The Gazette', claims: ['rowed', 'swam'] },
  });
  expect(question?.wrong.map(({ because }) => because)).toContain(
    'Of these articles only The Gazette has both; Mast Mail does not.',
  );
});

it.each([
  ['another article supports one of them', { receipts: [receipt('gazette'), receipt('herald')] }],
  ['one of them is kept back', { reserved: 'child' }],
  [
    'one of them is denied',
    { status: 'disputed', receipts: [receipt('gazette', 'Ada Stone')], denials: ['swam'] },
  ],
])('does not ask for both where %s', (_, fields) => {
  expect(ask([changed(fields), SWAM], [WITHIN])).toEqual([]);
});

it('keeps its ids when the wording is edited', () => {
  const edited = changed({ text: 'The Gazette says that Mara Quill rowed her old boat in.' });
  const ids = (claims: readonly object[]) => ask(claims, [BETWEEN, WITHIN]).map(({ id }) => id);
  expect(ids([edited, TOWED, SWAM])).toEqual(ids([ROWED, TOWED, SWAM]));
  expect(ask([ROWED, TOWED])).toEqual(ask([ROWED, TOWED]));
});
