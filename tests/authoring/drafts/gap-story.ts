/** An invented story as a pack in memory: each test says only what its claims are about. */
import { type Story, storyOf } from '../../../src/authoring/drafts/draft.ts';
import { parsedPack } from '../../fakes/parsed-pack.ts';

type Record_ = Readonly<Record<string, unknown>>;

const article = (id: string, publisher: string): Record_ => ({
  id,
  title: `A boat, as ${publisher} saw it`,
  publisher,
  author: null,
  published: '2020-11-20',
  precision: 'day',
  language: 'en',
  url: `https://${id}.example/boat`,
  known: 'invented',
  paragraphs: 1,
});

/** Four publishers with an article each. */
export const ARTICLES = [
  article('gazette', 'The Gazette'),
  article('herald', 'Harbour Herald'),
  article('post', 'Pier Post'),
  article('mail', 'Mast Mail'),
];

const NAMES = [
  'Mara Quill',
  'Ada Stone',
  'Ben Lark',
  'Cleo Marsh',
  'Dov Winter',
  'Eda Frost Hill',
  'Finn Oak',
] as const;

export const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Seven grown-ups. */
export const PEOPLE: readonly Record_[] = NAMES.map((name) => ({ id: idOf(name), kind: 'person', name }));

export const about = (...names: readonly string[]): readonly Record_[] =>
  names.map((name) => ({ entity: idOf(name), role: 'actor' }));

export const receipt = (article: string, ...attribution: readonly string[]): Record_ => ({
  article,
  paragraph: 1,
  from: 'A boat came in',
  sha256: 'a'.repeat(64),
  attribution,
});

/** A claim of The Gazette about Mara Quill, unless the fields say otherwise. */
export const claim = (id: string, text: string, fields: Record_ = {}): Record_ => ({
  id,
  text,
  topic: 'boats',
  entities: about('Mara Quill'),
  status: 'stated',
  receipts: [receipt('gazette')],
  importance: 2,
  ...fields,
});

/** One claim about each of the people, so that all of them may be wrong options. */
export const CAST: readonly Record_[] = NAMES.map((name) =>
  claim(`cast-${idOf(name)}`, `${name} owns a jetty of stone.`, { entities: about(name), importance: 1 }),
);

const event = (id: string): Record_ => ({
  id,
  name: id,
  date: { precision: 'relative', basis: 'stated', text: 'once' },
  entities: about('Mara Quill'),
});

export const date = (on: string, fields: Record_ = {}): Record_ => ({
  precision: on.length === 4 ? 'year' : on.length === 7 ? 'month' : 'day',
  basis: 'stated',
  on,
  ...fields,
});

export interface Parts {
  readonly claims: readonly Record_[];
  readonly articles?: readonly Record_[];
  readonly entities?: readonly Record_[];
  readonly disagreements?: readonly Record_[];
}

/** The pack as the bot would read it from disk; "regatta" and "launch" are its events. */
export function gapStory(parts: Parts): Story {
  const info = { id: 'harbour', title: 'The harbour', about: 'It knows an invented story.' };
  return storyOf(
    parsedPack(info, {
      topics: [
        { id: 'boats', name: 'Boats' },
        { id: 'piers', name: 'Piers' },
      ],
      articles: parts.articles ?? ARTICLES,
      entities: parts.entities ?? PEOPLE,
      events: ['regatta', 'launch'].map(event),
      claims: parts.claims,
      disagreements: parts.disagreements ?? [],
    }),
  );
}

/** Which claims were asked about, by id. */
export const askedOf = (questions: readonly { readonly right: { readonly claims: readonly string[] } }[]) =>
  questions.flatMap(({ right }) => right.claims);
