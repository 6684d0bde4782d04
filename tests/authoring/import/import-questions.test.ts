/** What holds for every format: how it is told, what no file can do, and that each draft is one a pack takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WrittenFact, WrittenQuestion } from '../../../src/authoring/format/written.ts';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const GIFT = 'Who? {=Mara ~Tom}';
const SHEET = 'Question,Answer 1,Answer 2,Correct\nWho?,Mara,Tom,1\n';
const TRIVIA = '{"results":[{"question":"Who?","correct_answer":"Mara","incorrect_answers":["Tom"]}]}';
const RED = 'AUTHOR: Ben\nWho?:\n- Mara\n';
const ANKI = '#separator:tab\nWho?\tMara\n';

describe('a format', () => {
  it.each([
    ['Moodle GIFT', GIFT, 'quiz.gift'],
    ['CSV with Kahoot’s columns', SHEET, 'quiz.csv'],
    ['OpenTDB JSON', TRIVIA, 'quiz.json'],
    ['Red-DiscordBot trivia', RED, 'quiz.yaml'],
    ['Anki text', ANKI, 'quiz.tsv'],
  ])('is told by what the file holds, however it is called: %s', (format, text, name) => {
    for (const called of [name, 'quiz.txt', undefined]) {
      const { format: told, topics } = importQuestions(text, called);
      expect(told).toBe(format);
      expect(topics).toMatchObject([
        {
          name: called === undefined ? 'Imported questions' : 'Quiz',
          entries: [{ question: 'Who?', right: 'Mara' }],
        },
      ]);
    }
  });

  it('is told by its headers even where the name speaks of another', () => {
    expect(importQuestions(ANKI, 'quiz.csv').format).toBe('Anki text');
    expect(importQuestions(SHEET.replaceAll(',', '\t'), 'quiz.tsv').format).toBe('CSV with Kahoot’s columns');
  });

  it.each([
    ['The Kestrel came in.\n- slowly\nand left again.', 'these are: Moodle GIFT (.gift)'],
    ['  \n', 'the file is empty'],
    ['PK\u0003\u0004\u0000\u0000', 'save the sheet as CSV'],
    ['<?xml version="1.0"?>\n<quiz>', 'export the questions as GIFT'],
    ['W\u0000h\u0000o\u0000', 'save it as UTF-8'],
  ])('that is not read is answered with what to do: %j', (text, says) => {
    expect(importQuestions(text, undefined)).toEqual({
      format: 'unknown',
      topics: [],
      problems: [{ says: expect.stringContaining(says) }],
    });
  });

  it('is told where there is no question in it', () => {
    expect(importQuestions('// nothing yet\n', 'quiz.gift').problems).toEqual([
      { says: 'the file holds no questions' },
    ]);
  });
});

describe('words', () => {
  const wordsOf = (text: string) => {
    const { topics } = importQuestions(
      `{"results":${JSON.stringify([{ question: text, correct_answer: 'a', incorrect_answers: ['b'] }])}}`,
      undefined,
    );
    const [entry] = topics.flatMap(({ entries }) => entries);
    return entry && 'question' in entry ? entry.question : undefined;
  };

  it.each([
    ['<p>Who <em>rowed</em></p><p>10<sup>6</sup>&nbsp;miles?</p>', 'Who rowed 10⁶ miles?'],
    ['Who\u200b  said\u00a0it,\r\nand why?', 'Who said it, and why?'],
    ['Who said "aye"?', 'Who said "aye"?'],
    ["Who said \"it's 'high' tide\" in the ’90s?", 'Who said “it’s ‘high’ tide” in the ’90s?'],
    ['Is AT&amp;T &#60; 5?', 'Is AT&T < 5?'],
  ])('lose what is no words, and no more: %j', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });
});

describe('a topic', () => {
  it('whose name a pack does not take is named once, and the file’s name stands for it', () => {
    const category = 'Harbours '.repeat(8).trim();
    const { topics, problems } = importQuestions(
      `$CATEGORY: ${category}\n\n${GIFT}\n\nWhere? {=here ~there}`,
      'quiz.gift',
    );
    expect(topics).toMatchObject([{ name: 'Quiz', entries: [{}, {}] }]);
    expect(problems).toEqual([
      { line: 3, says: expect.stringContaining('has 71 characters, and 60 is the limit') },
    ]);
  });
});

describe('whatever a file holds', () => {
  const pieces = fc.constantFrom(
    ...[
      'Who',
      ' ',
      '\n',
      '\n\n',
      '"',
      "'",
      '“',
      '’',
      '{',
      '}',
      '=',
      '~',
      '#',
      '####',
      ':',
      '::',
      '\\',
      '%50%',
      '->',
    ],
    ...[
      '<b>',
      '</b>',
      '<x>',
      '<img src=x>',
      '&amp;',
      '&nbsp;',
      '&#0;',
      '&',
      '\u200b',
      '\u00a0',
      '\ufffd',
      '\u0007',
    ],
    ...[
      '[html]',
      '[markdown]',
      '$CATEGORY:',
      '\t',
      ',',
      ';',
      '- ',
      '- Mara\n',
      '?:\n',
      '{{c1::',
      '}}',
      '@here',
      '😀',
    ],
    ...['**', 'True', 'x'.repeat(80), 'é', '://', '\r\n', '#html:true', '[', ']', 'null', '1', 'T}'],
  );
  const words = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
  const cell = words.map((text) => `"${text.replaceAll('"', '""')}"`);
  const files = fc.oneof(
    words,
    fc.tuple(words, words, words, words).map(([a, b, c, d]) => `::${a}::${b} {=${c} ~${d} ####${a}}`),
    fc
      .tuple(cell, cell, cell)
      .map(([a, b, c]) => `Question,Answer 1,Answer 2,Correct,Topic\n${a},${b},${c},1,${a}\n`),
    fc
      .tuple(words, words, words)
      .map(([question, correct_answer, wrong]) =>
        JSON.stringify([
          { category: question, question, correct_answer, incorrect_answers: [wrong, correct_answer] },
        ]),
      ),
    fc.tuple(words, words).map(([a, b]) => `${JSON.stringify(a)}:\n- ${JSON.stringify(b)}\n`),
    fc.tuple(cell, cell).map(([a, b]) => `#separator:tab\n${a}\t${b}\n`),
  );
  const names = fc.constantFrom(
    undefined,
    'a.gift',
    'a.csv',
    'a.json',
    'a.yaml',
    'a.tsv',
    'a.txt',
    '<b>.csv',
  );

  it('nothing is thrown, every draft is one that a pack takes, and no file is passed over in silence', () => {
    fc.assert(
      fc.property(files, names, (text, name) => {
        const { topics, problems } = importQuestions(text, name);
        const entries = topics.flatMap((topic) => topic.entries);
        for (const entry of entries) {
          expect(entry.draft).toBe('true');
          ('fact' in entry ? WrittenFact : WrittenQuestion).parse(entry);
        }
        expect(entries.length + problems.length).toBeGreaterThan(0);
        for (const { says } of problems) expect(says).not.toMatch(/\n|undefined|\[object/);
      }),
      { numRuns: 500 },
    );
  });
});
