/** An invented story as a pack in memory: each test says only what its claims are about. */
import { type Story, storyOf } from '../../../src/authoring/drafts/draft.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { parsePacks } from '../../../src/core/dataset/parse.ts';

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
  const lists: readonly (readonly [string, string, readonly Record_[]])[] = [
    ['articles', 'articles', parts.articles ?? ARTICLES],
    ['entities', 'entities', parts.entities ?? PEOPLE],
    ['events', 'events', ['regatta', 'launch'].map(event)],
    ['claims', 'claims', parts.claims],
    ['disagreements', 'disagreements', parts.disagreements ?? []],
  ];
  const info = {
    id: 'harbour',
    title: 'The harbour',
    description: 'An invented story',
    about: 'It knows an invented story.',
    topics: [
      { id: 'boats', name: 'Boats' },
      { id: 'piers', name: 'Piers' },
    ],
  };
  return storyOf(parsed(info, lists));
}

function parsed(info: Record_, lists: readonly (readonly [string, string, readonly Record_[]])[]): Pack {
  const files = [
    { path: 'pack.json', kind: 'pack' as const, json: info },
    ...lists.map(([kind, name, records]) => ({
      path: `${kind}.json`,
      kind: kind as 'articles',
      json: { [name]: records },
    })),
  ];
  const result = parsePacks([{ folder: 'harbour', files }]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [pack] = result.packs;
  if (!pack) throw new Error('no pack');
  return pack;
}

/** Which claims were asked about, by id. */
export const askedOf = (questions: readonly { readonly right: { readonly claims: readonly string[] } }[]) =>
  questions.flatMap(({ right }) => right.claims);
