/**
 * Which claims hold a word or a name, and how much that says: a word of few claims says more than one of many. The
 * weights are for where it stands: the text, a name, an event, the topic.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim, Entity } from '../dataset/schema.ts';
import { plainly, senseOf } from './english.ts';
import { isProper, nameWords, stem, wordsOf } from './fold.ts';
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

type Postings = Map<string, Map<string, number>>;

/** The places where one form of a term stands, and what it is worth there. */
interface Place {
  readonly claims: ReadonlyMap<string, number>;
  readonly worth: number;
}

export function indexClaims(library: Library): ClaimIndex {
  const sensesIn = createSenses(library);
  const texts = new Map([...library.claims.values()].map((claim) => [claim.id, sensesIn(claim.text)]));
  const [own, topics]: [Postings, Postings] = [new Map(), new Map()];
  const usual = [...texts.values()].reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.size);
  for (const claim of library.claims.values())
    for (const [field, words] of fieldsOf(library, claim, sensesIn)) {
      const length = field === 'text' ? LENGTH * (words.length / usual) + 1 - LENGTH : 1;
      for (const word of new Set(words))
        note(field === 'topic' ? topics : own, word, claim.id, WEIGHTS[field] / length);
    }
  const known = [...new Set([...own.keys(), ...topics.keys()])].toSorted();
  const rarity = (count: number) => Math.log(1 + (library.claims.size - count + 0.5) / (count + 0.5));
  const placesIn = (postings: Postings, form: string, worth: number): readonly Place[] => {
    const claims = postings.get(form);
    return claims ? [{ claims, worth: worth * rarity(claims.size) }] : [];
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
    const ids = new Set(fewest.flatMap(({ claims }) => [...claims.keys()]));
    return [...ids].flatMap((id): readonly Hit[] => {
      const claim = library.claims.get(id);
      const worths = [fewest, ...others].map((places) => worthIn(places, id));
      return claim && only(claim) && worths.every((worth) => worth > 0)
        ? [{ claim, score: worths.reduce((sum, worth) => sum + worth, 0) }]
        : [];
    });
  };
  return {
    holding: (terms) => search(terms, [own, topics]),
    best: (terms, only) => {
      const hits = search(terms, [own], only);
      return hits.length > 0 ? hits : search(terms, [own, topics], only);
    },
    isKnown: (word) =>
      formsOf(word).some((form) => own.has(form) || topics.has(form)) ||
      (isBeginning(word) && formsOf(word).some((form) => startingWith(known, form).length > 0)),
    sensesOf: ({ id }) => texts.get(id) ?? [],
  };
}

const countIn = (places: readonly Place[]): number =>
  places.reduce((sum, { claims }) => sum + claims.size, 0);

function worthIn(places: readonly Place[], id: string): number {
  let most = 0;
  for (const { claims, worth } of places) most = Math.max(most, (claims.get(id) ?? 0) * worth);
  return most;
}

function note(postings: Postings, word: string, id: string, weight: number): void {
  const claims = postings.get(word) ?? new Map<string, number>();
  claims.set(id, (claims.get(id) ?? 0) + weight);
  postings.set(word, claims);
}

/** Of a sorted list, all longer words that begin so. */
function startingWith(words: readonly string[], start: string): readonly string[] {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') <= start) from = middle + 1;
    else to = middle;
  }
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
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const capital = new Set([...text.matchAll(/\p{Lu}\p{L}+/gu)].map(([word]) => word.toLowerCase()));
    const isName = (word: string) => capital.has(word) && proper.has(word);
    const words = wordsOf(plainly(text)).map((word) => (isName(word) ? stem(word) : senseOf(word)));
    known.set(text, words);
    return words;
  };
}

function fieldsOf(
  library: Library,
  claim: Claim,
  sensesIn: Senses,
): readonly (readonly [keyof typeof WEIGHTS, readonly string[]])[] {
  const bearers = claim.entities.flatMap(({ entity, role }) => {
    const bearer = library.entities.get(entity);
    return bearer ? [{ bearer, isSubject: role !== 'mentioned' }] : [];
  });
  const subjects = bearers.flatMap(({ bearer, isSubject }) => (isSubject ? [bearer] : []));
  const others = bearers.flatMap(({ bearer, isSubject }) => (isSubject ? [] : [bearer]));
  const events = claim.events.flatMap((id) => library.events.get(id) ?? []);
  const topic = library.topics.get(claim.topic);
  const said = (labels: readonly string[]) => labels.flatMap(sensesIn).filter((word) => !isStopWord(word));
  return [
    ['text', said([claim.text])],
    ['labels', said(subjects.flatMap(labelsOf))],
    ['events', said(events.flatMap(({ name, aliases }) => [name, ...aliases]))],
    ['subjects', subjects.map(({ id }) => `@${id}`)],
    [
      'venues',
      events.flatMap((event) =>
        event.entities.filter(({ role }) => role === 'venue').map(({ entity }) => `@${entity}`),
      ),
    ],
    ['mentions', others.map(({ id }) => `@${id}`)],
    ['topic', said(topic ? [topic.name, ...topic.aliases] : [])],
  ];
}

/** "Ivanka Trump’s husband" is a name of somebody, but its words are not; the subtitle of a book on someone is not them. */
const labelsOf = ({ kind, name, aliases }: Entity): readonly string[] =>
  [name, ...aliases.filter((alias) => kind !== 'person' || !/[’']s /.test(alias))].map((label) =>
    label.replace(/:.*$/, '').replace(/^.*[’']s /, ''),
  );
