/**
 * Which claims hold a word or a name, and how much that says: a word of few claims says more than one of many. The
 * weights are for where it stands: the text, a name, an event, the topic.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim, Entity } from '../dataset/schema.ts';
import { isStep, type Steps } from '../steps.ts';
import { plainly, senseOf } from './english.ts';
import { isProper, nameWords, stem, wordsOf } from './fold.ts';
import { createPostings, firstAt, type Posting, type Postings, weightIn } from './postings.ts';
import { isStopWord } from './stop-words.ts';

export interface Hit {
  readonly claim: Claim;
  readonly score: number;
}

export interface ClaimIndex {
  /** All that hold every term, if only in their topic. */
  holding(terms: readonly Term[]): readonly Hit[];
  /** Of those that `only` lets through, the ones that have every term of their own, if there are any; else all. */
  best(terms: readonly Term[], only: (claim: Claim) => boolean): readonly Hit[];
  isKnown(word: string): boolean;
  /** The words of its text by what they mean. */
  sensesOf(claim: Claim): readonly string[];
}

export type Term =
  | { readonly word: string }
  | {
      readonly word: string;
      readonly entities: readonly string[];
      readonly names: readonly (readonly string[])[];
    };

const WEIGHTS = { text: 1.3, labels: 1, events: 0.8, subjects: 1.3, mentions: 0.8, venues: 0.5, topic: 0.1 };

/** How much less a word says in a text of twice the usual length. */
const LENGTH = 0.4;

/** The beginning of a word is worth less than the word. */
const BEGINNING = 0.5;
const SHORTEST_BEGINNING = 4;

/** The places where one form of a term stands, and what it is worth there. */
interface Place {
  readonly posting: Posting;
  readonly worth: number;
}

export function* indexClaims(library: Library): Steps<ClaimIndex> {
  const claims = [...library.claims.values()];
  const { own, topics, texts } = yield* postingsOf(library);
  const known = [...new Set([...own.words(), ...topics.words()])].toSorted();
  const rarity = (count: number) => Math.log(1 + (claims.length - count + 0.5) / (count + 0.5));
  const placesIn = (postings: Postings, form: string, worth: number): readonly Place[] => {
    const posting = postings.of(form);
    return posting ? [{ posting, worth: worth * rarity(posting.claims.length) }] : [];
  };
  const placesOf = (term: Term, all: readonly Postings[]): readonly Place[] => {
    const forms = 'entities' in term ? term.entities.map((id) => `@${id}`) : formsOf(term.word);
    const longer =
      'entities' in term || !isBeginning(term.word) ? [] : forms.flatMap((form) => startingWith(known, form));
    return all.flatMap((postings) => [
      ...forms.flatMap((form) => placesIn(postings, form, 1)),
      ...longer.flatMap((form) => placesIn(postings, form, BEGINNING)),
    ]);
  };
  const search = (
    terms: readonly Term[],
    postings: readonly Postings[],
    only: (claim: Claim) => boolean = () => true,
  ): readonly Hit[] => {
    const [fewest = [], ...others] = terms
      .map((term) => placesOf(term, postings))
      .toSorted((a, b) => countIn(a) - countIn(b));
    const numbers = new Set(fewest.flatMap(({ posting }) => posting.claims));
    return [...numbers].flatMap((number): readonly Hit[] => {
      const claim = claims[number];
      const worths = [fewest, ...others].map((places) => worthIn(places, number));
      return claim && only(claim) && worths.every((worth) => worth > 0)
        ? [{ claim, score: worths.reduce((sum, worth) => sum + worth, 0) }]
        : [];
    });
  };
  const isWord = (form: string) => own.of(form) !== undefined || topics.of(form) !== undefined;
  return {
    holding: (terms) => search(terms, [own, topics]),
    best: (terms, only) => {
      const hits = search(terms, [own], only);
      return hits.length > 0 ? hits : search(terms, [own, topics], only);
    },
    isKnown: (word) =>
      formsOf(word).some(isWord) ||
      (isBeginning(word) && formsOf(word).some((form) => startingWith(known, form).length > 0)),
    sensesOf: ({ id }) => texts.get(id) ?? [],
  };
}

interface Indexed {
  /** What claims have of their own. */
  readonly own: Postings;
  readonly topics: Postings;
  /** The words of each text by what they mean. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

function* postingsOf(library: Library): Steps<Indexed> {
  const sensesIn = createSenses(library);
  const texts = new Map<string, readonly string[]>();
  for (const { id, text } of library.claims.values()) {
    if (isStep(texts.size)) yield;
    texts.set(id, sensesIn(text));
  }
  const [own, topics] = [createPostings(), createPostings()];
  const usual = [...texts.values()].reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.size);
  const fieldsOf = createFields(library, sensesIn);
  const index = (claim: Claim, number: number) => {
    for (const [field, words] of fieldsOf(claim, texts.get(claim.id) ?? [])) {
      const length = field === 'text' ? LENGTH * (words.length / usual) + 1 - LENGTH : 1;
      noteAll(field === 'topic' ? topics : own, words, number, WEIGHTS[field] / length);
    }
  };
  let number = 0;
  for (const claim of library.claims.values()) {
    if (isStep(number)) yield;
    index(claim, number);
    number += 1;
  }
  return { own, topics, texts };
}

/** Each word once, however often it stands there. */
function noteAll(postings: Postings, words: readonly string[], claim: number, weight: number): void {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (words.indexOf(word) === at) postings.note(word, claim, weight);
  }
}

const countIn = (places: readonly Place[]): number =>
  places.reduce((sum, { posting }) => sum + posting.claims.length, 0);

function worthIn(places: readonly Place[], claim: number): number {
  let most = 0;
  for (const { posting, worth } of places) most = Math.max(most, weightIn(posting, claim) * worth);
  return most;
}

/** Of a sorted list, all longer words that begin so. */
function startingWith(words: readonly string[], start: string): readonly string[] {
  const from = firstAt(words.length, (place) => (words[place] ?? '') > start);
  let end = from;
  while (words[end]?.startsWith(start)) end += 1;
  return words.slice(from, end);
}

const isBeginning = (word: string): boolean => word.length >= SHORTEST_BEGINNING && !/\p{N}/u.test(word);

/** A word as it stands, for names, and as what it means. */
export const formsOf = (word: string): readonly string[] => [...new Set([stem(word), senseOf(word)])];

type Senses = (text: string) => readonly string[];

/** The words of names stand for themselves: the Met Gala is no meeting. */
function createSenses({ entities, events }: Library): Senses {
  const labels = [...entities.values(), ...events.values()].flatMap(({ name, aliases }) => [
    name,
    ...aliases,
  ]);
  const proper = new Set(labels.filter(isProper).flatMap(nameWords));
  // Most words come again and again.
  const [stems, senses] = [remembering(stem), remembering(senseOf)];
  return (text) => {
    let capital: ReadonlySet<string> | undefined;
    const isName = (word: string) => {
      if (!proper.has(word)) return false;
      capital ??= capitalIn(text);
      return capital.has(word);
    };
    return wordsOf(plainly(text)).map((word) => (isName(word) ? stems(word) : senses(word)));
  };
}

const capitalIn = (text: string): ReadonlySet<string> =>
  new Set(text.match(/\p{Lu}\p{L}+/gu)?.map((word) => word.toLowerCase()));

function remembering<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

type Field = readonly [keyof typeof WEIGHTS, readonly string[]];

function createFields(
  library: Library,
  sensesIn: Senses,
): (claim: Claim, senses: readonly string[]) => readonly Field[] {
  const saying = (words: readonly string[]) => words.filter((word) => !isStopWord(word));
  const said = (labels: readonly string[]) => saying(labels.flatMap(sensesIn));
  const labels = remembering((entity: Entity) => said(labelsOf(entity)));
  const named = remembering(({ name, aliases }: Pick<Entity, 'name' | 'aliases'>) =>
    said([name, ...aliases]),
  );
  return (claim, senses) => {
    const bearers = claim.entities.flatMap(({ entity, role }) => {
      const bearer = library.entities.get(entity);
      return bearer ? [{ bearer, isSubject: role !== 'mentioned' }] : [];
    });
    const subjects = bearers.flatMap(({ bearer, isSubject }) => (isSubject ? [bearer] : []));
    const others = bearers.flatMap(({ bearer, isSubject }) => (isSubject ? [] : [bearer]));
    const events = claim.events.flatMap((id) => library.events.get(id) ?? []);
    const topic = library.topics.get(claim.topic);
    return [
      ['text', saying(senses)],
      ['labels', subjects.flatMap(labels)],
      ['events', events.flatMap(named)],
      ['subjects', subjects.map(({ id }) => `@${id}`)],
      [
        'venues',
        events.flatMap((event) =>
          event.entities.filter(({ role }) => role === 'venue').map(({ entity }) => `@${entity}`),
        ),
      ],
      ['mentions', others.map(({ id }) => `@${id}`)],
      ['topic', topic ? named(topic) : []],
    ];
  };
}

/** "Ivanka Trump’s husband" is a name of somebody, but its words are not; the subtitle of a book on someone is not them. */
const labelsOf = ({ kind, name, aliases }: Entity): readonly string[] =>
  [name, ...aliases.filter((alias) => kind !== 'person' || !/[’']s /.test(alias))].map((label) =>
    label.replace(/:.*$/, '').replace(/^.*[’']s /, ''),
  );
