import { describe, expect, it } from 'vitest';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const imported = (text: string) => importQuestions(text, 'api.json');

const QUESTION = {
  type: 'multiple',
  difficulty: 'hard',
  category: 'Places: Harbours',
  question: 'Who said "50% & more" of René’s boat?',
  correct_answer: 'Mara Quill',
  incorrect_answers: ['Tom Reed', 'Ida + Ben', 'Zoë'],
};

const DRAFT = {
  name: 'Places: Harbours',
  entries: [
    {
      question: 'Who said “50% & more” of René’s boat?',
      right: 'Mara Quill',
      wrong: ['Tom Reed', 'Ida + Ben', 'Zoë'],
      difficulty: '3',
      draft: 'true',
    },
  ],
};

const answer = (encode: (text: string) => string) =>
  JSON.stringify({ response_code: 0, results: [QUESTION] }, (_, value) =>
    typeof value === 'string' ? encode(value) : value,
  );

const toEntities = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('’', '&rsquo;')
    .replaceAll('é', '&eacute;')
    .replaceAll('ë', '&#235;');

describe('an answer of the Open Trivia Database', () => {
  it.each([
    ['with HTML entities, as it comes', toEntities],
    ['with nothing encoded', (text: string) => text],
    ['encoded for addresses', encodeURIComponent],
    [
      'encoded for addresses in the older way',
      (text: string) => encodeURIComponent(text).replaceAll('%20', '+'),
    ],
    ['in base64', (text: string) => Buffer.from(text).toString('base64')],
  ])('becomes the same draft %s', (_, encode) => {
    expect(imported(answer(encode))).toEqual({ format: 'OpenTDB JSON', topics: [DRAFT], problems: [] });
  });

  it('asks for true or false, and forecasts how hard it is', () => {
    const statement = {
      type: 'boolean',
      question: 'It rained.',
      correct_answer: 'False',
      incorrect_answers: ['True'],
    };
    const results = ['easy', 'medium', 'unknown'].map((difficulty) => ({ ...statement, difficulty }));
    expect(imported(JSON.stringify(results)).topics).toEqual([
      {
        name: 'Api',
        entries: [{ difficulty: '1' }, { difficulty: '2' }, {}].map((level) => ({
          question: 'It rained.',
          right: 'False',
          wrong: ['True'],
          kind: 'true-false',
          draft: 'true',
          ...level,
        })),
      },
    ]);
  });

  it('that speaks of a tag is left out and named, not robbed of it', () => {
    const results = [{ ...QUESTION, question: 'What does &lt;marquee&gt; do?' }];
    expect(imported(JSON.stringify({ results }))).toMatchObject({
      topics: [],
      problems: [{ says: expect.stringContaining('“What does <marquee> do?”: the question has markup') }],
    });
  });
});

describe('JSON that cannot be read', () => {
  it.each([
    ['{"response_code":0,\n"results":[1 2]}', 2, 'this is not JSON, or only a part of it'],
    ['{"response_code":0,"results":[', undefined, 'this is not JSON, or only a part of it'],
    ['{"questions":[]}', 1, 'only the answers of OpenTDB are read'],
    ['{"response_code":5,"results":[]}', 1, 'OpenTDB sent no questions (code 5)'],
    ['{"results":[{"question":"Who?"}]}', undefined, 'question 1 has no `correct_answer`'],
  ])('says why: %s', (text, line, says) => {
    const { format, topics, problems } = imported(text);
    expect([format, topics]).toEqual(['OpenTDB JSON', []]);
    expect(problems).toEqual([{ line, says: expect.stringContaining(says) }]);
  });
});
