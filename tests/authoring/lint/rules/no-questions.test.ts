import { describe, expect, it } from 'vitest';
import { emptyTopic } from '../../../../src/authoring/lint/rules/empty-topic.ts';
import { noQuestions } from '../../../../src/authoring/lint/rules/no-questions.ts';
import { goodPack, named } from '../harbour.ts';

const silent = { ...goodPack(), questions: [] };
const withPeople = {
  ...goodPack(),
  questions: goodPack().questions.map((question) => ({ ...question, topic: 'people' })),
};

describe('a pack', () => {
  it('asks something', () => {
    expect(noQuestions.check(goodPack())).toEqual([]);
  });

  it('without a question is named', () => {
    expect(noQuestions.check(silent)).toMatchObject([
      { expected: 'a question: without one, nothing can be asked' },
    ]);
  });
});

describe('a topic', () => {
  it('without a question is named, where others have some', () => {
    expect(named(emptyTopic.check(withPeople))).toEqual(['boats: name']);
    expect(emptyTopic.check(silent)).toEqual([]);
  });
});
