/** Proposals that are made of whole statements: true or false, and what came first. */
import { describe, expect, test } from 'vitest';
import { proposeQuestions } from '../../../src/authoring/drafts/propose-questions.ts';
import { claim, harbour, optionsOf, proposedOn } from './harbour.ts';

const refuted = [{ text: 'The boat was painted red.', because: 'It was painted green.' }];
const painted = (id: string) => claim(id, 'The boat was painted green.', { refuted });

describe('true or false', () => {
  test('is asked of a statement whose author named what it refutes: as it is, or changed', () => {
    const prompts = Array.from({ length: 20 }, (_, at) => proposedOn([painted(`c${at}`)])).flat();
    expect(prompts).toHaveLength(20);
    for (const { question } of prompts) {
      const isTrue = question.question === 'True or false? The boat was painted green.';
      expect(question).toMatchObject({
        question: isTrue ? question.question : 'True or false? The boat was painted red.',
        right: isTrue ? 'True' : 'False',
        wrong: [isTrue ? 'False' : { text: 'True', because: 'It was painted green.' }],
        kind: 'true-false',
      });
    }
    expect(new Set(prompts.map(({ question }) => question.right)).size).toBe(2);
  });

  test('is not asked where another fact says what would be false', () => {
    const other = claim('other', 'The boat was later painted red.');
    expect(proposedOn([painted('one'), other])).toEqual([]);
  });
});

const EVENTS = [
  claim('mill', 'The mill was built in 1871.'),
  claim('pier', 'The pier was sold in 1936.'),
  claim('ferry', 'The ferry was painted in 1984.'),
  claim('yard', 'The yard was closed in 2016.'),
];

const ordersIn = (...claims: Parameters<typeof harbour>) =>
  proposeQuestions(harbour(...claims)).filter(({ question }) => question.kind === 'first');

describe('what came first', () => {
  test('is asked of four things that the sentences date, without their dates', () => {
    const [proposal, ...more] = ordersIn(EVENTS);
    expect(more).toEqual([]);
    expect(proposal?.fact).toBe('mill');
    expect(proposal?.question).toMatchObject({
      question: 'Which of these came first?',
      right: 'The mill was built',
      draft: 'true',
    });
    expect(proposal?.question.wrong).toContainEqual({
      text: 'The pier was sold',
      because: 'That was in 1936.',
      facts: 'pier',
    });
  });

  test('no prompt comes again, however much there is to ask', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      claim(
        `c${at}`,
        `The ${['mill', 'pier', 'ferry', 'yard'][at % 4]} of port ${'abcdefghij'.charAt(at % 10)} was sold in ${1900 + at}.`,
      ),
    );
    const prompts = ordersIn(many).map(({ question }) => question.question);
    expect(prompts.length).toBeGreaterThan(2);
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  test.each([
    ['two of them fall into one year', 'The yard was closed in 1984.'],
    ['a number tells the order', 'Version 3 was built in 2016.'],
    ['a word tells the order', 'The second mill was built in 2016.'],
    ['the date is an end', 'The yard was closed before 2016.'],
    ['it was so for a time', 'The yard was empty in 2016.'],
    [
      'it would be far longer than the others',
      'The yard on the other side of the harbour was closed by its owners in 2016.',
    ],
  ])('is not asked where %s', (_, text) => {
    expect(ordersIn([...EVENTS.slice(0, 3), claim('yard', text)])).toEqual([]);
  });

  test('is not asked where another fact dates the same event otherwise', () => {
    const [mill, ...rest] = EVENTS;
    const other = claim('other', 'Some date it to 1880.', { events: ['launch'] });
    expect(ordersIn([{ ...mill, events: ['launch'] }, ...rest, other])).toEqual([]);
    expect(ordersIn([{ ...mill, events: ['launch'] }, ...rest])).toHaveLength(1);
  });

  test('has its right option last where it asks for the last', () => {
    const later = ['1880', '1940', '1990', '2010'].map((year) =>
      claim(`l${year}`, `The crane was moved in ${year}.`),
    );
    for (const proposal of ordersIn([...EVENTS, ...later])) expect(optionsOf(proposal)).toHaveLength(4);
    const last = ordersIn([...EVENTS, ...later]).find(({ question }) => question.question.endsWith('last?'));
    expect(['yard', 'l2010']).toContain(last?.fact);
  });
});
