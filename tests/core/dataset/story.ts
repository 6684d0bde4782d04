/** An invented story as the records of a pack, to break in one place at a time. */
import { problemToText } from '../../../src/core/dataset/pack.ts';
import { parsePacks, type RawPack } from '../../../src/core/dataset/parse.ts';
import { type Lists, rawPack } from '../../fakes/parsed-pack.ts';

export const pack = {
  id: 'harbour',
  title: 'The harbour',
  about: 'It knows an invented story.',
};
export const topics = [{ id: 'boats', name: 'Boats' }];
export const article = {
  id: 'gazette-2020',
  title: 'A boat came in',
  publisher: 'The Gazette',
  author: null,
  published: '2020-02-03',
  precision: 'day',
  language: 'en',
  url: 'https://gazette.example/boat',
  known: 'invented',
  paragraphs: 1,
};
export const entity = { id: 'mara', kind: 'person', name: 'Mara Quill' };
export const claim = {
  id: 'boat-came-in',
  text: 'Mara Quill brought a boat in.',
  topic: 'boats',
  entities: [{ entity: 'mara', role: 'actor' }],
  status: 'stated',
  receipts: [{ article: 'gazette-2020', paragraph: 1, from: 'Mara Quill', sha256: 'a'.repeat(64) }],
  importance: 3,
};
const because = 'The Gazette names another one.';
export const question = {
  id: 'who-brought-it',
  prompt: 'Who brought a boat in?',
  topic: 'boats',
  difficulty: 1,
  right: { text: 'Mara Quill', claims: ['boat-came-in'] },
  wrong: ['Nora Quill', 'Ada Stone', 'Zoë Café'].map((text) => ({ text, because })),
  kind: 'choice',
  fit: 'quiz',
  payoff: 'She brought it in.',
};

/** What comes of the story with other lists in place of its own, and of other packs beside it. */
export const told = (lists: Lists = {}, ...others: readonly RawPack[]) =>
  parsePacks([
    rawPack(pack, {
      ...{ topics, articles: [article], entities: [entity], claims: [claim], questions: [question] },
      ...lists,
    }),
    ...others,
  ]);

/** All that is wrong with it, a line each; a story with which nothing is wrong fails the test. */
export function problems(lists: Lists = {}, ...others: readonly RawPack[]): string {
  const parsed = told(lists, ...others);
  if (parsed.ok) throw new Error('the pack was taken');
  return parsed.problems.map(problemToText).join('\n');
}
