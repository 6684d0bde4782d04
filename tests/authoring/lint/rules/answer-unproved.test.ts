import { describe, expect, it } from 'vitest';
import { answerUnproved } from '../../../../src/authoring/lint/rules/answer-unproved.ts';
import { changed, goodPack, named } from '../harbour.ts';

const answering = (text: string, claim: string, kind: 'choice' | 'made-up' = 'choice') =>
  answerUnproved.check(changed('questions', 'q-skipper', { kind, right: { text, claims: [claim] } }));

describe('a right option', () => {
  it('stands in its claims, in a good pack', () => {
    expect(answerUnproved.check(goodPack())).toEqual([]);
  });

  it('whose name its claims do not have is called out', () => {
    const found = answering('Tom Reed', 'boat-came-in');
    expect(named(found)).toEqual(['q-skipper: right.text']);
    expect(found[0]?.expected).toBe(
      'none of its facts says “Tom”: change the answer, add the fact that says it, or accept this for a reason (in the file: `also: ID` beside boat-came-in, or accept: { answer-unproved: why })',
    );
  });

  it.each([
    ['a number that they do not have', 'Nine people', 'three-aboard'],
    ['a date that they do not have', '13 February 2020', 'arrival-on-12'],
    ['a name that is written like no other word', 'IBM', 'three-aboard'],
  ])('with %s is called out', (_, text, claim) => {
    expect(answering(text, claim)).toHaveLength(1);
  });

  it.each([
    ['the words of a claim in other forms', 'Museums', 'kestrel-to-museum'],
    ['a number in digits', '3 people', 'three-aboard'],
    ['the date of the claim', 'May 2021', 'kestrel-to-museum'],
    ['another name of somebody in it', 'The skipper', 'quill-41'],
    ['its source', 'Tides of Saltby', 'fee-in-cash'],
    ['that it was nobody', 'None of them', 'three-aboard'],
    ['what they say, in other common words', 'Silence', 'three-aboard'],
    ['what they say, in two of them', 'Exchange rates', 'three-aboard'],
  ])('may be %s', (_, text, claim) => {
    expect(answering(text, claim)).toEqual([]);
  });

  it('that was made up stands nowhere', () => {
    expect(answering('IBM', 'three-aboard', 'made-up')).toEqual([]);
  });
});
