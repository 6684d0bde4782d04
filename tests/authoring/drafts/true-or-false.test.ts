import { expect, it } from 'vitest';
import { trueOrFalse } from '../../../src/authoring/drafts/true-or-false.ts';
import { about, claim, gapStory, PEOPLE, receipt } from './gap-story.ts';
import { disagreement } from './word-story.ts';

const TEXT = 'Mara Quill moored at the north pier.';
const CHANGED = 'Mara Quill moored at the south pier.';
const refuted = [{ text: CHANGED, because: 'The Gazette names the north pier.' }];
const ask = (fields = {}, id = 'moored', text = TEXT) =>
  trueOrFalse(gapStory({ claims: [claim(id, text, { refuted, ...fields })] }));
/** Two ids of which one is shown as it is and the other changed. */
const [AS_IT_IS = '', MADE_FALSE = ''] = ['True', 'False'].map((right) =>
  Array.from({ length: 20 }, (_, at) => `moored-${at}`).find((id) => ask({}, id)[0]?.right.text === right),
);

it('shows a statement as the article has it, and says that the article does report this', () => {
  const [question] = ask({}, AS_IT_IS);
  expect(question?.prompt).toBe(`True or false, going by The Gazette? ${TEXT}`);
  expect(question?.wrong).toEqual([
    { text: 'False', because: 'The Gazette does report this.', claims: [AS_IT_IS] },
  ]);
});

it('shows a statement with one detail changed, and tells afterwards what the article has', () => {
  const [question] = ask({}, MADE_FALSE);
  expect(question?.prompt).toBe(`True or false, going by The Gazette? ${CHANGED}`);
  expect(question?.wrong[0]?.because).toBe('The Gazette names the north pier.');
  expect(question?.payoff).toBe(
    `What The Gazette reports: ${TEXT} The Gazette (20 November 2020) says this in its own voice.`,
  );
});

it('makes about half of the statements false', () => {
  const claims = Array.from({ length: 40 }, (_, at) =>
    claim(`c-${at}`, `Mara Quill owns ${at} red boats.`, {
      refuted: [{ text: `Mara Quill owns ${at} blue boats.`, because: 'They are red.' }],
    }),
  );
  const rights = trueOrFalse(gapStory({ claims })).map(({ right }) => right.text);
  expect(rights).toHaveLength(40);
  expect(rights.filter((text) => text === 'True').length).toBeGreaterThan(12);
  expect(rights.filter((text) => text === 'False').length).toBeGreaterThan(12);
});

it('keeps its id and its answer when the wording is edited', () => {
  const edited = [{ text: 'Mara Quill moored at the old south pier.', because: 'It was the north pier.' }];
  const [before] = ask();
  const [after] = ask({ refuted: edited }, 'moored', 'Mara Quill moored her boat at the north pier.');
  expect(after).toMatchObject({ id: 'draft-true-or-false-moored', right: before?.right });
});

it('names the year of a statement that holds for a time', () => {
  expect(ask({ asOf: '2020-11' })[0]?.prompt).toMatch(/^True or false, going by The Gazette in 2020\? /);
});

it('names no publisher whom the statement names itself', () => {
  const text = 'The Gazette says that Mara Quill moored at the north pier.';
  const variants = [{ text: text.replace('north', 'south'), because: 'It was the north pier.' }];
  expect(ask({ refuted: variants }, 'moored', text)[0]?.prompt).toMatch(/^True or false\? The Gazette says/);
});

it.each([AS_IT_IS, MADE_FALSE])(
  'of what is denied asks only whether it is reported, never whether it is true: %s',
  (id) => {
    const denied = claim(id, `Ada Stone said that ${TEXT}`, {
      refuted: [{ text: `Ada Stone said that ${CHANGED}`, because: 'She named the north pier.' }],
      status: 'disputed',
      receipts: [receipt('gazette', 'Ada Stone')],
      denials: ['denial'],
    });
    const story = gapStory({ claims: [denied, claim('denial', 'Mara Quill denied it.')] });
    const [question] = trueOrFalse(story);
    expect(question?.prompt).toMatch(/^Reported or not reported/);
    expect(question && [question.right.text, question.wrong[0]?.text].toSorted()).toEqual([
      'Not reported',
      'Reported',
    ]);
  },
);

it.each([
  ['has no changed form', { refuted: [] }],
  ['is kept back', { reserved: 'hardship' }],
  ['was overtaken by later events', { asOf: '2020', overtaken: 'She has left.' }],
])('asks nothing about a statement that %s', (_, fields) => {
  expect(ask(fields)).toEqual([]);
});

it('asks nothing where a changed form is what another claim says', () => {
  const other = claim('other', 'In May, Mara Quill moored at the south pier again.');
  expect(trueOrFalse(gapStory({ claims: [claim('moored', TEXT, { refuted }), other] }))).toEqual([]);
});

it('asks nothing where the article is at odds with itself', () => {
  const claims = [claim('moored', TEXT, { refuted }), claim('never', 'Mara Quill never came ashore.')];
  const sides = { 'She moored.': 'moored', 'She did not.': 'never' };
  const disagreements = [disagreement('moored-or-not', 'within-article', sides)];
  expect(trueOrFalse(gapStory({ claims, disagreements }))).toEqual([]);
});

it('asks nothing about a child', () => {
  const child = { id: 'ned', kind: 'person', name: 'Ned Quill', minor: true };
  const story = gapStory({
    claims: [claim('moored', TEXT, { refuted, entities: about('Ned') })],
    entities: [...PEOPLE, child],
  });
  expect(trueOrFalse(story)).toEqual([]);
});
