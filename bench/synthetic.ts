/**
 * A pack of any size, as the floors of search were measured on: claims of 8 to 20 words from a vocabulary of
 * 12,000 in which a few words are frequent and most are rare (log-uniform, like Zipf's law).
 */
import { buildLibrary, type Library } from '../src/core/dataset/library.ts';
import type { Claim, Entity, Event } from '../src/core/dataset/schema.ts';

const VOCABULARY = 12_000;
const ENTITIES = 1_000;
const EVENTS = 300;
const TOPICS = 20;

const SYLLABLES = [...'bdfgklmnprstvz'].flatMap((first) => [...'aeiou'].map((second) => first + second));

/** Two to five syllables and a consonant: about as far apart as real words, or every slip would hit another one. */
export function invent(pick: (count: number) => number): string {
  const syllables = many(2 + pick(4), () => SYLLABLES[pick(SYLLABLES.length)] ?? '');
  return `${syllables.join('')}${'nrstl'.charAt(pick(5))}`;
}

export function syntheticLibrary(size: number, next: () => number): Library {
  const pick = (count: number) => Math.floor(next() * count);
  const vocabulary = many(VOCABULARY, () => invent(pick));
  const word = (at: number) => vocabulary[at] ?? '';
  const frequentOrRare = () => word(Math.floor(VOCABULARY ** next()));
  const name = () => `${capital(word(pick(VOCABULARY)))} ${capital(word(pick(VOCABULARY)))}`;
  const entities = many(ENTITIES, (at): Entity => {
    const kind = 'person' as const;
    return { id: `e-${at}`, kind, name: name(), aliases: [name()], minor: false, invented: false };
  });
  const events = many(EVENTS, (at): Event => {
    const date = { precision: 'year', basis: 'stated', on: String(1970 + pick(50)) } as const;
    return { id: `v-${at}`, name: name(), date, entities: [], aliases: [] };
  });
  const claims = many(size, (at): Claim => {
    const text = many(8 + pick(13), frequentOrRare).join(' ');
    const about = many(1 + pick(3), () => ({ entity: `e-${pick(ENTITIES)}`, role: 'subject' as const }));
    const receipt = {
      ...{ article: 'a', paragraph: 1 + at, from: 'the first words', to: 'the last' },
      ...{ sha256: '0'.repeat(64), attribution: [] },
    };
    return {
      ...{ id: `c-${at}`, text, topic: `t-${pick(TOPICS)}`, events: [`v-${pick(EVENTS)}`], entities: about },
      ...{ status: 'stated', receipts: [receipt], denials: [], refuted: [], importance: 1 + pick(3) },
    };
  });
  const topics = many(TOPICS, (at) => ({ id: `t-${at}`, name: name(), aliases: [] }));
  const info = {
    id: 'synthetic',
    title: 'Synthetic',
    about: 'It is measured.',
    language: 'en',
    contested: [],
  };
  const empty = {
    articles: [],
    disagreements: [],
    questions: [],
    leftOut: [],
    released: [],
    origin: new Map(),
  };
  return buildLibrary([{ info, topics, entities, events, claims, ...empty }]);
}

const many = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
