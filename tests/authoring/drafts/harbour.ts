/** An invented story as a pack in memory: each test says only what its claims are about. */
import { datesIn, isoOf } from '../../../src/authoring/drafts/date-words.ts';
import { type Proposal, proposeQuestions } from '../../../src/authoring/drafts/propose-questions.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { parsedPack } from '../../fakes/parsed-pack.ts';

export type Fields = Readonly<Record<string, unknown>>;

const NAMES = [
  'Mara Quill',
  'Ada Stone',
  'Ben Lark',
  'Cleo Marsh',
  'Dov Winter',
  'Eda Frost Hill',
  'Finn Oak',
];

const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Seven grown-ups. */
export const PEOPLE: readonly Fields[] = NAMES.map((name) => ({ id: idOf(name), kind: 'person', name }));

export const about = (...names: readonly string[]): readonly Fields[] =>
  names.map((name) => ({ entity: idOf(name), role: 'actor' }));

export const date = (on: string, fields: Fields = {}): Fields => ({
  precision: on.length === 4 ? 'year' : on.length === 7 ? 'month' : 'day',
  basis: 'stated',
  on,
  ...fields,
});

/** A claim about whoever is named in it, dated by its own words, unless the fields say otherwise. */
export function claim(id: string, text: string, fields: Fields = {}): Fields {
  const named = NAMES.filter((name) => text.includes(name));
  const [on] = datesIn(text).flatMap((words) => isoOf(words) ?? []);
  return {
    id,
    text,
    topic: 'boats',
    entities: about(...(named.length > 0 ? named : ['Mara Quill'])),
    status: 'stated',
    receipts: [{ article: 'gazette', paragraph: 1, from: 'A boat came in', sha256: 'a'.repeat(64) }],
    importance: 2,
    ...(on !== undefined && { date: date(on) }),
    ...fields,
  };
}

/** One claim about each of the people, so that all of them may be wrong options. */
export const CAST: readonly Fields[] = NAMES.map((name) =>
  claim(`cast-${idOf(name)}`, `${name} is fond of tar.`, { importance: 1 }),
);

const EVENTS = ['regatta', 'launch'].map((id) => ({
  id,
  name: id,
  date: { precision: 'relative', basis: 'stated', text: 'once' },
  entities: about('Mara Quill'),
}));

const INFO = { id: 'harbour', title: 'The harbour', about: 'It knows an invented story.' };

/** By The Gazette of November 2020; "regatta" and "launch" are its events. */
export const harbour = (
  claims: readonly Fields[],
  parts: Readonly<Record<string, readonly Fields[]>> = {},
): Pack =>
  parsedPack(INFO, {
    topics: [{ id: 'boats', name: 'Boats' }],
    articles: [
      {
        id: 'gazette',
        title: 'A boat came in',
        publisher: 'The Gazette',
        author: null,
        published: '2020-11-20',
        precision: 'day',
        language: 'en',
        url: 'https://gazette.example/boat',
        known: 'invented',
        paragraphs: 1,
      },
    ],
    entities: PEOPLE,
    events: EVENTS,
    claims,
    ...parts,
  });

/** What is proposed on the first of the claims. */
export const proposedOn = (
  claims: readonly Fields[],
  parts: Readonly<Record<string, readonly Fields[]>> = {},
): readonly Proposal[] =>
  proposeQuestions(harbour(claims, parts)).filter(({ fact }) => fact === claims[0]?.id);

/** The texts of its options, the right one first. */
export const optionsOf = ({ question: { right, wrong = [] } }: Proposal): readonly string[] => [
  right,
  ...wrong.map((option) => (typeof option === 'string' ? option : option.text)),
];

/** On one sentence, where nobody else could be the answer to who it was. */
export const proposedFor = (text: string, fields: Fields = {}): readonly Proposal[] =>
  proposedOn([claim('one', text, fields)]);
