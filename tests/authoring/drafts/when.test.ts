import { describe, expect, test } from 'vitest';
import { when } from '../../../src/authoring/drafts/when.ts';
import { askedOf, claim, date, gapStory, receipt } from './gap-story.ts';

const sailed = claim('sailed', 'Mara Quill sailed to the island in 2015.', { date: date('2015') });

describe('asking when', () => {
  test('a date is taken out of the sentence and asked for, on the word of the publisher', () => {
    const [question] = when(gapStory({ claims: [sailed] }));
    expect(question).toMatchObject({
      id: 'draft-when-sailed',
      prompt:
        'Which year belongs in the gap? The Gazette reports: Mara Quill sailed to the island in [when?].',
      right: { text: '2015', claims: ['sailed'] },
      payoff: 'The Gazette (20 November 2020) says this in its own voice.',
    });
  });

  test('every wrong date has the form of the right one, says why it is wrong and what refutes it', () => {
    const claims = [
      sailed,
      claim('met', 'Mara Quill met a sailor in May 2014.', { date: date('2014-05'), topic: 'piers' }),
      claim('left', 'Mara Quill left the pier on 14 June.', {
        date: date('2016-06-14', { basis: 'inferred' }),
      }),
    ];
    const forms = when(gapStory({ claims })).map(({ right, wrong }) =>
      [right, ...wrong].map(({ text }) => text),
    );
    expect(forms).toHaveLength(3);
    const shape = (text: string) =>
      text
        .replace(/\d{4}/, 'YEAR')
        .replace(/\d+/, 'DAY')
        .replace(/[A-Z][a-z]+/, 'MONTH');
    for (const texts of forms) {
      expect(new Set(texts).size).toBe(4);
      expect(new Set(texts.map(shape)).size).toBe(1);
    }
    for (const { wrong } of when(gapStory({ claims: [sailed] })))
      for (const { text, because, claims: refuting } of wrong) {
        expect(because).toBe(`For this, The Gazette gives 2015, not ${text}.`);
        expect(refuting).toEqual(['sailed']);
      }
  });

  test('no wrong date is one that another claim about the same event gives', () => {
    const near = ['2013', '2014', '2016', '2017'].map((year) =>
      claim(`rival-${year}`, `The regatta began in ${year}.`, { date: date(year), events: ['regatta'] }),
    );
    const story = gapStory({ claims: [{ ...sailed, events: ['regatta'] }, ...near.slice(1)] });
    const wrong = when(story)
      .filter(({ right }) => right.text === '2015')
      .flatMap((question) => question.wrong.map(({ text }) => text));
    expect(wrong).toHaveLength(3);
    for (const year of ['2014', '2016', '2017']) expect(wrong).not.toContain(year);
  });

  test('no wrong date lies after the article that reports it', () => {
    const late = claim('late', 'Mara Quill sailed round the cape in 2020.', { date: date('2020') });
    const [question] = when(gapStory({ claims: [late] }));
    for (const { text } of question?.wrong ?? []) expect(Number(text)).toBeLessThan(2020);
    expect(question?.wrong).toHaveLength(3);
  });

  test.each([
    ['two dates stand in the sentence', 'Mara Quill sailed in 2015 and again in 2016.', {}],
    ['the date names the event', 'Mara Quill won the 2015 regatta.', {}],
    ['it went on for longer', 'Mara Quill was living on a boat in 2015.', {}],
    ['the date was worked out by us', 'Mara Quill sailed to the island in 2015.', { basis: 'inferred' }],
    ['the words give another date than the record', 'Mara Quill sailed to the island in 2011.', {}],
    ['it is a span', 'Mara Quill sailed to the island in 2015.', { until: '2017' }],
  ])('nothing is asked where %s', (_, text, fields) => {
    expect(when(gapStory({ claims: [claim('one', text, { date: date('2015', fields) })] }))).toEqual([]);
  });

  test('nothing is asked of what later events overtook', () => {
    const claims = [{ ...sailed, overtaken: 'The island is gone.' }];
    expect(when(gapStory({ claims }))).toEqual([]);
  });

  test('of claims that give one event the same date only the weightiest is asked', () => {
    const claims = ['minor', 'major'].map((id, at) =>
      claim(id, `Mara Quill had the ${id} part in 2015.`, {
        date: date('2015'),
        events: ['regatta'],
        importance: at + 2,
      }),
    );
    expect(askedOf(when(gapStory({ claims })))).toEqual(['major']);
  });

  test('whoever the article quotes and the sentence leaves out stands in the prompt', () => {
    const claims = [{ ...sailed, status: 'reported', receipts: [receipt('gazette', 'the harbour log')] }];
    const [question] = when(gapStory({ claims }));
    expect(question?.prompt).toContain('The Gazette, quoting the harbour log, reports:');
    expect(question?.payoff).toContain('has this from the harbour log');
  });

  test('a denial is left to the reveal, which shows it for every claim that has one', () => {
    const claims = [
      { ...sailed, status: 'disputed', denials: ['denial'] },
      claim('denial', 'Ben Lark denied that anybody sailed.'),
    ];
    const [question] = when(gapStory({ claims }));
    expect(question?.right.claims).toEqual([sailed.id]);
    expect(question?.payoff).not.toContain('denied');
  });

  test('the same pack gives the same questions, and a new wording keeps their ids', () => {
    const reworded = { ...sailed, text: 'It was in 2015 that Mara Quill sailed.' };
    expect(when(gapStory({ claims: [sailed] }))).toEqual(when(gapStory({ claims: [sailed] })));
    expect(when(gapStory({ claims: [reworded] })).map(({ id }) => id)).toEqual(['draft-when-sailed']);
  });
});
