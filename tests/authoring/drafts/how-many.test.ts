import { describe, expect, test } from 'vitest';
import { howMany } from '../../../src/authoring/drafts/how-many.ts';
import { claim, date, gapStory, PEOPLE } from './gap-story.ts';

const boats = claim('boats', 'Mara Quill owns five boats.');
const ask = (text: string, others: readonly Readonly<Record<string, unknown>>[] = []) =>
  howMany(gapStory({ claims: [claim('one', text, { events: ['regatta'] }), ...others] })).filter(
    ({ id }) => id === 'draft-how-many-one',
  );
const wrongTo = (...args: Parameters<typeof ask>) =>
  ask(...args).flatMap(({ wrong }) => wrong.map(({ text }) => text));

describe('asking how many', () => {
  test('the one number of a sentence is taken out and asked for', () => {
    const [question] = howMany(gapStory({ claims: [boats] }));
    expect(question).toMatchObject({
      id: 'draft-how-many-boats',
      prompt: 'Which number belongs in the gap? The Gazette reports: Mara Quill owns [how many?] boats.',
      right: { text: 'five', claims: ['boats'] },
    });
    for (const { text, because, claims } of question?.wrong ?? []) {
      expect(because).toBe(`Here the number in The Gazette is five, not ${text}.`);
      expect(claims).toEqual(['boats']);
    }
  });

  test.each([
    ['five', 'Mara Quill owns five boats.', /^[a-z]+$/],
    ['63', 'Mara Quill owns 63 boats.', /^\d\d$/],
    ['1,500', 'Mara Quill owns 1,500 boats.', /^\d,\d00$/],
    ['forty', 'Mara Quill owns forty boats.', /^[a-z]+ty$/],
  ])('wrong numbers are written like %s', (right, text, form) => {
    const [question] = ask(text);
    expect(question?.right.text).toBe(right);
    expect(question?.wrong).toHaveLength(3);
    for (const wrong of question?.wrong ?? []) expect(wrong.text).toMatch(form);
  });

  test('a date, a name with a number and “no one” are not counted', () => {
    const entities = [...PEOPLE, { id: 'apollo', kind: 'work', name: 'Seven Seas' }];
    const text = 'In 2015 no one but Mara Quill read Seven Seas in three days.';
    const claims = [claim('one', text, { date: date('2015') })];
    expect(howMany(gapStory({ claims, entities })).map(({ right }) => right.text)).toEqual(['three']);
  });

  test('a hedge stays outside the gap and rules out what it would make true', () => {
    const [question] = ask('Mara Quill owns more than four boats.');
    expect(question?.prompt).toContain('more than [how many?] boats');
    for (const text of wrongTo('Mara Quill owns more than four boats.'))
      expect(['two', 'three']).not.toContain(text);
    for (const text of wrongTo('Mara Quill owns up to six boats.'))
      expect(['seven', 'eight', 'nine']).not.toContain(text);
  });

  test('no wrong number is one that another claim about the same event gives', () => {
    const rival = claim('rival', 'Six boats came, and four left.', { events: ['regatta'] });
    const wrong = wrongTo('Five boats came in.', [rival]).map((text) => text.toLowerCase());
    expect(wrong).toHaveLength(3);
    expect(wrong).not.toContain('six');
    expect(wrong).not.toContain('four');
  });

  test.each([
    ['there are two numbers', 'Mara Quill owns five boats and three jetties.'],
    ['the number is one', 'Mara Quill owns one boat.'],
    ['the number only says which', 'The two women own a boat.'],
    ['it is an ordinal', 'Mara Quill sailed for the 43rd time.'],
    ['a wrong number would be an allegation', 'Mara Quill was convicted on five counts.'],
  ])('nothing is asked where %s', (_, text) => {
    expect(ask(text)).toEqual([]);
  });

  test('the same pack gives the same questions, and a new wording keeps their ids', () => {
    const reworded = { ...boats, text: 'It is five boats that Mara Quill owns.' };
    expect(howMany(gapStory({ claims: [boats] }))).toEqual(howMany(gapStory({ claims: [boats] })));
    expect(howMany(gapStory({ claims: [reworded] })).map(({ id }) => id)).toEqual(['draft-how-many-boats']);
  });
});
