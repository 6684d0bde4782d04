import { expect, it } from 'vitest';
import { DRAFT_KINDS } from '../../../src/authoring/drafts/draft.ts';
import { draftQuestions } from '../../../src/authoring/drafts/draft-questions.ts';
import { loadPacks } from '../../../src/dataset.ts';

const [pack] = await loadPacks('data');
if (!pack) throw new Error('no pack');
const made = draftQuestions(pack);

it('makes questions of every kind from the pack that ships, at least forty, each under an id of its own', () => {
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(DRAFT_KINDS));
  expect(made.length).toBeGreaterThan(40);
  expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
});

it('makes the same from the same', () => {
  expect(draftQuestions(pack)).toEqual(made);
});

it('asks by rule about no claim twice, so that no two questions read alike', () => {
  const claims = made
    .filter(({ kind }) => kind !== 'order-of-events')
    .flatMap(({ right }) => [...new Set(right.claims)]);
  expect(claims.filter((claim, at) => claims.indexOf(claim) !== at)).toEqual([]);
});

it('leaves out what somebody asks already', () => {
  const [first] = made;
  if (!first) throw new Error('none was made');
  const [any] = pack.questions;
  if (!any) throw new Error('no question');
  const written = { ...any, right: { ...first.right, claims: [...first.right.claims] } };
  const ids = draftQuestions({ ...pack, questions: [...pack.questions, written] }).map(({ id }) => id);
  expect(ids).not.toContain(first.id);
});
