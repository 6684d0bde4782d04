import { describe, expect, test } from 'vitest';
import { whichArticle } from '../../../../src/core/quiz/made/which-article.ts';
import { ARTICLES, about, askedOf, claim, gapStory, receipt } from './gap-story.ts';

type Fields = Readonly<Record<string, unknown>>;

const race = claim('race', 'Mara Quill rowed in the spring race.');
const ask = (fields: Fields, others: readonly Fields[] = [], parts: Fields = {}) =>
  whichArticle(gapStory({ claims: [{ ...race, ...fields }, ...others], ...parts })).filter(
    ({ id }) => id === 'made-which-article-race',
  );

describe('asking which article reports something', () => {
  test('the publisher is asked for among the others, and each wrong one says why', () => {
    const [question] = ask({});
    expect(question).toMatchObject({
      prompt: 'Which of these articles reports this? Mara Quill rowed in the spring race.',
      right: { text: 'The Gazette', claims: ['race'] },
      explanation: 'The Gazette (20 November 2020) says this in its own voice.',
    });
    expect(question?.wrong.map(({ text }) => text).toSorted()).toEqual([
      'Harbour Herald',
      'Mast Mail',
      'Pier Post',
    ]);
    for (const { text, because, claims } of question?.wrong ?? []) {
      expect(because).toBe(`Of these articles only The Gazette reports this; ${text} does not.`);
      expect(claims).toEqual(['race']);
    }
  });

  test('a pack with two publishers has one wrong option, one with a single publisher no question', () => {
    expect(ask({}, [], { articles: ARTICLES.slice(0, 2) })[0]?.wrong).toHaveLength(1);
    expect(ask({}, [], { articles: ARTICLES.slice(0, 1) })).toEqual([]);
  });

  test.each<[string, Fields]>([
    ['two articles report it', { receipts: [receipt('gazette'), receipt('herald')] }],
    ['the sentence names a publisher', { text: 'Mara Quill rowed, Pier Post says.' }],
    ['it is a detail', { importance: 1 }],
    ['it might hold no longer', { asOf: '2020' }],
    ['later events overtook it', { overtaken: 'The race was run again.' }],
    ['the sentence hides whom the article quotes', { receipts: [receipt('gazette', 'an old log')] }],
  ])('nothing is asked where %s', (_, fields) => {
    expect(ask(fields)).toEqual([]);
  });

  test('nothing is asked on which the articles disagree', () => {
    const other = claim('other', 'Ben Lark won a trophy.', {
      receipts: [receipt('herald')],
      entities: about('Ben Lark'),
    });
    const side = (id: string) => ({ says: id, claims: [id] });
    const disagreement = {
      id: 'differ',
      title: 'They differ',
      text: 'They differ.',
      kind: 'between-articles',
      sides: [side('race'), side('other')],
    };
    expect(ask({}, [other])).toHaveLength(1);
    expect(ask({}, [other], { disagreements: [disagreement] })).toEqual([]);
  });

  test('nothing is asked where another article says something alike', () => {
    const alike = (article: string) =>
      claim('alike', 'A race of boats was rowed in spring.', {
        receipts: [receipt(article)],
        entities: about('Ben Lark'),
      });
    expect(ask({}, [alike('herald')])).toEqual([]);
    expect(ask({}, [alike('gazette')])).toHaveLength(1);
  });

  test('nothing is asked that names only whom the whole story is about', () => {
    const often = Array.from({ length: 6 }, (_, at) => claim(`often-${at}`, `Mara Quill saw port ${at}.`));
    expect(ask({}, often)).toEqual([]);
    expect(ask({ text: 'Mara Quill rowed in 12 races.' }, often)).toHaveLength(1);
  });

  test('one event is asked about once for each publisher', () => {
    const claims = ['mended a sail', 'painted a mast'].map((did, at) =>
      claim(`did-${at}`, `Mara Quill ${did}.`, { events: ['regatta'] }),
    );
    expect(askedOf(whichArticle(gapStory({ claims })))).toEqual(['did-0']);
  });

  test('the same pack gives the same questions, and a new wording keeps their ids', () => {
    expect(ask({})).toEqual(ask({}));
    expect(ask({ text: 'The spring race had Mara Quill among its rowers.' })).toHaveLength(1);
  });
});
