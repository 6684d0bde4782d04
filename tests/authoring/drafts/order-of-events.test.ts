import { expect, it } from 'vitest';
import { orderOfEvents } from '../../../src/authoring/drafts/order-of-events.ts';
import type { Claim } from '../../../src/core/dataset/schema.ts';
import { about, claim, date } from './gap-story.ts';
import { eventStory } from './word-story.ts';

type Row = Parameters<typeof eventStory>[0][number];

const ROWS: readonly Row[] = [
  ['launch', 'Mara Quill launches a boat', '2011'],
  ['regatta', 'Mara Quill wins the regatta', '2013-05'],
  ['storm', 'A storm sinks the ferry', '2015-06-01'],
  ['museum', 'The museum opens its doors', '2018'],
];
const ask = (rows: readonly Row[] = ROWS, claims: Parameters<typeof eventStory>[1] = []) =>
  orderOfEvents(eventStory(rows, claims));
const namesIn = (questions: ReturnType<typeof ask>) =>
  questions.flatMap(({ right, wrong }) => [right, ...wrong].map(({ text }) => text));

it('asks which of four events came first, or which came last', () => {
  const [question] = ask();
  expect(question?.prompt).toMatch(
    /^Which of these came (?:first|last), going by the dates in the articles\?$/,
  );
  const isFirst = question?.prompt.includes('first');
  expect(question?.right.text).toBe(isFirst ? 'Mara Quill launches a boat' : 'The museum opens its doors');
  expect(question?.wrong).toHaveLength(3);
});

it('dates every wrong event on the strength of a claim', () => {
  const reasons = ask([...ROWS, ['fire', 'A fire takes the old mill', '2008']]).flatMap(({ wrong }) => wrong);
  expect(reasons).toContainEqual({
    text: 'A storm sinks the ferry',
    because: 'The Gazette dates this to 1 June 2015.',
    claims: ['storm'],
  });
});

it('explains the answer with the date before or after it', () => {
  expect(ask([...ROWS])[0]?.payoff).toMatch(
    /^The Gazette dates it to (?:2011; the earliest of the others is dated to May 2013|2018; the latest of the others is dated to 1 June 2015)\.$/,
  );
});

it('calls an event hard to place when its neighbour is less than a year away', () => {
  const close: readonly Row[] = [
    ['a', 'A pier is built of oak', '2011-01'],
    ['b', 'A bell is hung in the tower', '2011-03'],
    ['c', 'A crane is sold to a miller', '2011-05'],
    ['d', 'A dredger is bought for the bay', '2011-07'],
  ];
  expect(ask(close)[0]?.difficulty).toBe(3);
  expect(ask()[0]?.difficulty).toBeLessThan(3);
});

it('asks nothing where dates may overlap: a day within a year that another event has', () => {
  expect(ask([...ROWS.slice(0, 3), ['museum', 'The museum opens its doors', '2015']])).toEqual([]);
});

it('asks nothing where a span reaches into another event', () => {
  const span: Row = ['launch', 'Mara Quill launches boats', '2011', { until: '2014' }];
  expect(ask([span, ...ROWS.slice(1)])).toEqual([]);
});

it.each<[string, Row]>([
  ['was inferred', ['museum', 'The museum opens its doors', '2018', { basis: 'inferred' }]],
  ['stands in its name', ['museum', 'The museum opens in 2018', '2018']],
  ['is told by its name', ['museum', 'The museum opens after the storm', '2018']],
])('leaves out an event whose date %s', (_, row) => {
  expect(ask([...ROWS.slice(0, 3), row])).toEqual([]);
});

it.each([
  ['is about a child', { reserved: 'child' }],
  ['is about hardship', { reserved: 'hardship' }],
  ['dates it otherwise', { date: date('2017') }],
])('leaves out an event of which a claim %s', (_, fields) => {
  const more = claim('more', 'The museum was busy.', fields);
  const story = eventStory(ROWS, [more]);
  const claims = story.pack.claims.map((one) => (one.id === 'more' ? { ...one, events: ['museum'] } : one));
  expect(orderOfEvents({ ...story, pack: { ...story.pack, claims } })).toEqual([]);
});

it('leaves out an event that no claim dates', () => {
  const story = eventStory(ROWS);
  const claims = story.pack.claims.filter(({ id }) => id !== 'museum');
  expect(orderOfEvents({ ...story, pack: { ...story.pack, claims }, askable: claims })).toEqual([]);
});

it('leaves out an event whose only claim is denied', () => {
  const story = eventStory(ROWS);
  const askable = story.askable.map((one) =>
    one.id === 'storm' ? { ...one, status: 'disputed' as const } : one,
  );
  expect(orderOfEvents({ ...story, pack: { ...story.pack, claims: askable }, askable })).toEqual([]);
});

it('has each event once at most as the answer, in sets that differ in half of their events', () => {
  const many = Array.from(
    { length: 12 },
    (_, at): Row => [`e${at}`, `Boat ${'x'.repeat(at + 1)}`, `${2001 + at}`],
  );
  const questions = ask(many);
  const sets = questions.map((question) => new Set(namesIn([question])));
  expect(questions.length).toBeGreaterThan(5);
  expect(new Set(questions.map(({ right }) => right.text)).size).toBe(questions.length);
  for (const [at, set] of sets.entries())
    for (const other of sets.slice(at + 1))
      expect([...set].filter((name) => other.has(name)).length).toBeLessThanOrEqual(2);
});

it('names whom the article has the date from', () => {
  const story = eventStory(ROWS);
  const hearsay = (one: Claim): Claim => ({
    ...one,
    receipts: [{ ...one.receipts[0], attribution: ['a sailor', 'Ada Stone'] }],
  });
  const claims = story.pack.claims.map(hearsay);
  const [question] = orderOfEvents({ ...story, pack: { ...story.pack, claims }, askable: claims });
  expect(question?.wrong[0]?.because).toMatch(/^The Gazette, quoting Ada Stone, dates this to /);
});

it('gives the same questions again, with ids that do not change when an event is renamed', () => {
  const renamed = ROWS.map(([id, name, on]): Row => [id, `${name} at last`, on]);
  expect(ask()).toEqual(ask());
  expect(ask(renamed).map(({ id }) => id)).toEqual(ask().map(({ id }) => id));
  expect(ask()[0]?.id).toMatch(/^draft-order-of-events-(?:first|last)-(?:launch|museum)$/);
});

it('asks nothing of a pack with too few events', () => {
  expect(ask(ROWS.slice(0, 3), [claim('c', 'Mara Quill sails.', { entities: about('Mara Quill') })])).toEqual(
    [],
  );
});
