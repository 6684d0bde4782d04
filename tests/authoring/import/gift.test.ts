import { describe, expect, it } from 'vitest';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const imported = (text: string) => importQuestions(text, 'harbour.gift');
const entriesOf = (text: string) => imported(text).topics.flatMap(({ entries }) => entries);
const saidOn = (text: string) => imported(text).problems.map(({ line, says }) => `${line}: ${says}`);

describe('a question of Moodle’s GIFT', () => {
  it('becomes a draft with its id, the reasons against what is wrong, and a pay-off', () => {
    const { format, topics, problems } = imported(
      `$CATEGORY: $course$/top/Boats // harbour

       // [id:17] the trawler
       ::The Kestrel:: Who brought the Kestrel in? {
         =Mara Quill
         ~Tom Reed#He was the harbour master.
         ~Ida Marsh
         ####She had never sailed before.
       }`,
    );
    expect(format).toBe('Moodle GIFT');
    expect(problems).toEqual([]);
    expect(topics).toEqual([
      {
        name: 'Boats / harbour',
        entries: [
          {
            id: 'the-kestrel',
            question: 'Who brought the Kestrel in?',
            right: 'Mara Quill',
            wrong: [{ text: 'Tom Reed', because: 'He was the harbour master.' }, 'Ida Marsh'],
            payoff: 'She had never sailed before.',
            draft: 'true',
          },
        ],
      },
    ]);
  });

  it('that is true or false keeps why the other word is wrong', () => {
    expect(entriesOf('The fee was paid in shells.{F#It was paid in cash.#Cash it was.}')).toEqual([
      {
        question: 'The fee was paid in shells.',
        right: 'False',
        wrong: [{ text: 'True', because: 'It was paid in cash.' }],
        payoff: 'Cash it was.',
        kind: 'true-false',
        draft: 'true',
      },
    ]);
  });

  it('has its escaped signs, its missing word and its tags as people read them', () => {
    expect(
      entriesOf(`[html]<p>The <b>tide</b> was 3&nbsp;m \\= {=high ~low} that day: a record.</p>

        [plain]Which of <1> & <2>?{=[markdown]**both** ~[plain]C\\:\\\\sea}`),
    ).toMatchObject([
      { question: 'The tide was 3 m = _____ that day: a record.' },
      { question: 'Which of <1> & <2>?', right: 'both', wrong: ['C:\\sea'] },
    ]);
  });

  it('may have signs in title and text that only answers need escaped, as Moodle allows', () => {
    expect(
      entriesOf('::Tide #1: high::At 10:30, what is 1+1=2 on https://club.test/?a=b {~no =yes: it is} now?'),
    ).toEqual([
      {
        id: 'tide-1-high',
        question: 'At 10:30, what is 1+1=2 on https://club.test/?a=b _____ now?',
        right: 'yes: it is',
        wrong: ['no'],
        draft: 'true',
      },
    ]);
  });

  it('has an id of its own, or none where another has the same title', () => {
    expect(
      entriesOf('::Q 1::Who?{=a ~b}\n\n::Q 1::Where?{=a ~b}\n\nWhen?{=a ~b}').map(({ id }) => id),
    ).toEqual(['q-1', undefined, undefined]);
    const long = `${'fathom-'.repeat(8)}deep`;
    expect(entriesOf(`::${long}::Who?{=a ~b}`)[0]?.id).toBe(long);
  });
});

describe('what GIFT has and a pack has not', () => {
  it.each([
    ['Match. {=Mara -> boat =Tom -> pier}', 'a matching question has no form here'],
    ['How many? {#3:1}', 'a numerical question has no form here'],
    ['Who? {=Mara =Mara Quill}', 'a short-answer question has no form here'],
    ['Tell us. {}', 'an essay question has no form here'],
    ['About the harbour.', 'no answers in braces stand here'],
    ['Which two? {~%50%Mara ~%50%Ida ~Tom}', 'several answers are right or partly right'],
    ['Which? {=Mara =Ida ~Tom}', 'several answers are right or partly right'],
    ['Which? {~Ida ~Tom}', 'no answer is marked as right'],
  ])('is named with its line and left out: %s', (question, says) => {
    const text = `Who came in? {=Mara ~Tom}\n\n// a comment\n${question}\n\nWho left? {=Tom ~Mara}`;
    expect(entriesOf(text)).toHaveLength(2);
    expect(saidOn(text)).toEqual([expect.stringMatching(new RegExp(`^4: “.*”: .*${says}`))]);
  });

  it('is named for each text that is left out of a question that stays', () => {
    const said = saidOn(
      `Who? {=Mara#Well done. ~Ida#${'x'.repeat(241)} ~Tom ~tom ~${'y'.repeat(76)} ~Alma ~Ben ####${'z'.repeat(161)}}`,
    );
    expect(said).toEqual([
      expect.stringContaining('the words at its right answer were left out: “Well done.”'),
      expect.stringContaining('the reason against a wrong option has 241 characters, and 240 is the limit'),
      expect.stringContaining('the option “tom” stands there twice'),
      expect.stringContaining('a wrong option has 76 characters, and 75 is the limit'),
      expect.stringContaining('“Ben” was left out'),
      expect.stringContaining('the pay-off has 161 characters, and 160 is the limit'),
    ]);
  });
});

describe('broken GIFT', () => {
  it.each([
    ['Who? {=Mara ~Tom', 'a brace has no partner'],
    ['Who? {=Mara ~Tom = }', 'put a backslash before each'],
    ['Who? {=Mara ~Tom} Where? {=here ~there}', 'leave a blank line between them'],
  ])('is named with its line and what to do, and spoils no other question: %s', (broken, says) => {
    const text = `Who came in? {=Mara ~Tom}\n\n${broken}\n\nWho left? {=Tom ~Mara}`;
    expect(entriesOf(text)).toHaveLength(2);
    expect(saidOn(text)).toEqual([expect.stringContaining(`3: “${broken}”: `)]);
    expect(saidOn(text)[0]).toContain(says);
  });
});
