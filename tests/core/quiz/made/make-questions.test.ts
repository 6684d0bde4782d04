import { expect, it } from 'vitest';
import { MADE_KINDS } from '../../../../src/core/quiz/made/made.ts';
import { makeQuestions, withMadeQuestions } from '../../../../src/core/quiz/made/make-questions.ts';
import { loadPacks } from '../../../../src/dataset.ts';

const [pack] = await loadPacks('data');
if (!pack) throw new Error('no pack');
const made = makeQuestions(pack);

it('makes questions of every kind from the pack that ships, at least forty, each under an id of its own', () => {
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(MADE_KINDS));
  expect(made.length).toBeGreaterThan(40);
  expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
});

it('makes the same from the same', () => {
  expect(makeQuestions(pack)).toEqual(made);
});

it('asks by rule about no claim twice, so that no two questions read alike', () => {
  const claims = made
    .filter(({ kind }) => kind !== 'order-of-events')
    .flatMap(({ right }) => [...new Set(right.claims)]);
  expect(claims.filter((claim, at) => claims.indexOf(claim) !== at)).toEqual([]);
});

it('leaves out what somebody has written already', () => {
  const [first] = made;
  if (!first) throw new Error('none was made');
  const written = { ...first, id: 'by-hand' };
  const ids = makeQuestions({ ...pack, questions: [...pack.questions, written] }).map(({ id }) => id);
  expect(ids).not.toContain(first.id);
});

it('does not make again what the author of the pack withdrew', () => {
  const [first] = made;
  if (!first) throw new Error('none was made');
  const released = [...pack.released, { id: first.id, withdrawn: 'Two options can be defended.' }];
  expect(makeQuestions({ ...pack, released }).map(({ id }) => id)).not.toContain(first.id);
});

it('puts made questions beside the written ones, which stay as they are', () => {
  const { questions } = withMadeQuestions(pack);
  expect(questions.slice(0, pack.questions.length)).toEqual(pack.questions);
  expect(questions).toHaveLength(pack.questions.length + made.length);
});
