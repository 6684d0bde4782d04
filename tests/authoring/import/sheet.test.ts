import { describe, expect, it } from 'vitest';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const imported = (text: string) => importQuestions(text, 'club/harbour-quiz.csv');
const entriesOf = (text: string) => imported(text).topics.flatMap(({ entries }) => entries);

const KAHOOT = `Quiz template

,Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,Answer 4 - max 75 characters,"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",Correct answer(s) - choose at least one
`;

describe('a sheet with Kahoot’s columns', () => {
  it('becomes drafts under the file’s name; rows of the template that nobody filled in are passed over', () => {
    const { format, topics, problems } = imported(
      `\ufeff${KAHOOT}1,Who brought the Kestrel in?,Tom Reed,Mara Quill,"Marsh, Ida",,20,2\r\n2,,,,,,20,\r\n3,,,,,,,\r\n`,
    );
    expect(format).toBe('CSV with Kahoot’s columns');
    expect(problems).toEqual([]);
    expect(topics).toEqual([
      {
        name: 'Harbour quiz',
        entries: [
          {
            question: 'Who brought the Kestrel in?',
            right: 'Mara Quill',
            wrong: ['Tom Reed', 'Marsh, Ida'],
            draft: 'true',
          },
        ],
      },
    ]);
  });

  it.each([
    ['a semicolon', ';', 'Question;Answer 1;Answer 2;Correct answer(s)'],
    ['a tab', '\t', 'Question\tOption A\tOption B\tCorrect'],
    ['a comma', ',', 'Question Text,Choice 1,"Choice 2 (optional)",Right answer'],
  ])('is read with %s between its cells', (_, sign, headings) => {
    const row = ['Who?', 'Mara', '"Tom ""the pier"" Reed"', 'A'].join(sign);
    expect(entriesOf(`${headings}\n${row}\n`)).toEqual([
      { question: 'Who?', right: 'Mara', wrong: ['Tom "the pier" Reed'], draft: 'true' },
    ]);
  });

  it.each(['2', '2.0', 'B', 'b', 'Tom, alone', 'tom, alone'])('knows the right answer by “%s”', (correct) => {
    expect(entriesOf(`Question;Answer 1;Answer 2;Correct\nWho?;Mara;Tom, alone;${correct}\n`)).toMatchObject([
      { right: 'Tom, alone', wrong: ['Mara'] },
    ]);
  });

  it('asks for true or false where those are the answers', () => {
    expect(entriesOf('Question,Answer 1,Answer 2,Correct\nIt rained.,TRUE,FALSE,2\n')).toMatchObject([
      { right: 'False', wrong: ['True'], kind: 'true-false' },
    ]);
  });

  it('keeps id, topic and pay-off where it has columns for them', () => {
    const text =
      'Id,Topic,Question,Answer 1,Answer 2,Correct,Pay-off\nfirst-boat,Boats,Who?,Mara,Tom,1,She sang.\n';
    expect(imported(text).topics).toMatchObject([
      { name: 'Boats', entries: [{ id: 'first-boat', payoff: 'She sang.' }] },
    ]);
  });
});

describe('a row that is no question of ours', () => {
  it.each([
    ['Who?,Mara,Tom,,,20,"1,2"', 'the answers 1, 2 are right: keep one of them'],
    ['Who?,Mara,Tom,,,20,3', '“3” under Correct answer(s) is none of its answers'],
    ['Who?,Mara,Tom,,,20,', 'no answer is named as right'],
    [',Mara,Tom,,,20,1', 'the question is empty; the entry was left out'],
    [`${'Who '.repeat(36)}?,Mara,Tom,,,20,1`, 'the question has 145 characters, and 140 is the limit'],
    [`Who?,${'M'.repeat(76)},Tom,,,20,1`, 'the right answer has 76 characters, and 75 is the limit'],
    ['Who is <boat>?,Mara,Tom,,,20,1', 'the question has markup or a mention'],
    ['Who is it? https://club.test/boat.png,Mara,Tom,,,20,1', 'has a picture, a sound or a formula'],
    ['Who came fromÃ¼ber?,Mara,Tom,,,20,1', 'was read in the wrong encoding: save the file as UTF-8'],
  ])('is left out and named with its line: %s', (row, says) => {
    const { topics, problems } = imported(`${KAHOOT}1,"two\nlines?",Mara,Tom,,,20,1\n2,${row}\n`);
    expect(topics.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(problems).toEqual([{ line: 6, says: expect.stringContaining(says) }]);
  });

  it('stays where only a wrong option is missing, which is said', () => {
    const text = `${KAHOOT}1,Who?,Mara,,,,20,1\n`;
    expect(entriesOf(text)).toEqual([{ question: 'Who?', right: 'Mara', draft: 'true' }]);
    expect(imported(text).problems).toEqual([
      { line: 4, says: '“Who?”: there is no wrong option: give it one to three in the draft' },
    ]);
  });
});

describe('a broken sheet', () => {
  it('says on which line quotation marks do not match, and what to do', () => {
    const { topics, problems } = imported(
      'Question,Answer 1,Answer 2,Correct\nWho?,Mara,Tom,1\n"Where?,here,there,1\n',
    );
    expect(topics).toEqual([]);
    expect(problems).toEqual([
      { line: 3, says: expect.stringContaining('the quotation marks of a cell do not match') },
    ]);
  });

  it('says which headings it lacks', () => {
    expect(imported('Who?,Mara,Tom\n').problems).toEqual([
      {
        line: 1,
        says: expect.stringContaining('name them Question, Answer 1 to Answer 4, and Correct answer(s)'),
      },
    ]);
  });
});
