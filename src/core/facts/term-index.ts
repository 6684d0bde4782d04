/** Which claims hold a word, and where: in a name, its own text, its events or its topic. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { fold, isProper, nameWords, stem, wordsOf } from './fold.ts';
import { isSlip } from './slips.ts';
import { isStopWord } from './stop-words.ts';

/** How well each claim fits a word: 1 for a word of its text or a little more or less. */
export type Matches = ReadonlyMap<string, number>;

export interface TermIndex {
  isKnown(word: string): boolean;
  /** Misspelt words replaced by the names that they must have been meant for. */
  correct(words: readonly string[]): readonly string[];
  matches(word: string): Matches;
}

/** Of what fits a word less than this, nothing but the topic does. */
export const SPECIFIC = 0.2;

const WEIGHTS = { name: 1.3, mention: 0.5, text: 1, event: 0.7, topic: 0.1 };

/** The beginning of a word is worth less than the word, and in a text only if little of it is missing. */
const BEGINNING = 0.6;
const SHORTEST_BEGINNING = 4;
const MISSING_IN_TEXT = 3;

/** Words this long are rarely misspellings of each other, so that they need not be names. */
const LONG = 8;

type Postings = ReadonlyMap<string, Matches>;

export function buildTermIndex(library: Library): TermIndex {
  const texts = new Map<string, Map<string, number>>();
  const labels = new Map<string, Map<string, number>>();
  for (const claim of library.claims.values()) {
    for (const word of wordsOf(claim.text)) note(texts, word, claim.id, WEIGHTS.text);
    for (const [label, weight] of labelsOf(library, claim))
      for (const word of wordsOf(label)) if (!isStopWord(word)) note(labels, word, claim.id, weight);
  }
  const formsOf = createForms(texts, labels);
  const isKnown = (word: string) => formsOf(word).length > 0;
  return {
    isKnown,
    correct: corrector(properNames(library), [...labels.keys()], isKnown),
    matches: (word) => {
      const found = new Map<string, number>();
      for (const { postings, form, worth } of formsOf(word))
        for (const [id, weight] of postings.get(form) ?? [])
          found.set(id, Math.max(found.get(id) ?? 0, weight * worth));
      return found;
    },
  };
}

interface Form {
  readonly postings: Postings;
  readonly form: string;
  readonly worth: number;
}

/** The words as which a typed one occurs: its own forms, and those that it is the beginning of. */
function createForms(texts: Postings, labels: Postings): (word: string) => readonly Form[] {
  const words = [...new Set([...texts.keys(), ...labels.keys()])];
  const byStem = Map.groupBy(words, stem);
  const byStart = Map.groupBy(words, (word) => word.slice(0, SHORTEST_BEGINNING));
  const isIn = ({ postings, form }: Form) => postings.has(form);
  return (word) => {
    const same = byStem.get(stem(word)) ?? [];
    const isBeginning = word.length >= SHORTEST_BEGINNING && !/\p{N}/u.test(word);
    const started = isBeginning ? (byStart.get(word.slice(0, SHORTEST_BEGINNING)) ?? []) : [];
    const longer = started.filter((form) => form.startsWith(word));
    return [
      ...same.flatMap((form) => [texts, labels].map((postings) => ({ postings, form, worth: 1 }))),
      ...longer.map((form) => ({ postings: labels, form, worth: BEGINNING })),
      ...longer
        .filter((form) => form.length - word.length <= MISSING_IN_TEXT)
        .map((form) => ({ postings: texts, form, worth: BEGINNING })),
    ].filter(isIn);
  };
}

function note(index: Map<string, Map<string, number>>, word: string, id: string, weight: number): void {
  const claims = index.get(word) ?? new Map<string, number>();
  claims.set(id, Math.max(claims.get(id) ?? 0, weight));
  index.set(word, claims);
}

function labelsOf(library: Library, claim: Claim): readonly (readonly [string, number])[] {
  const entities = claim.entities.flatMap(({ entity, role }) => {
    const { name, aliases } = library.entities.get(entity) ?? { name: '', aliases: [] };
    const weight = role === 'mentioned' ? WEIGHTS.mention : WEIGHTS.name;
    return [name, ...aliases].map((label) => [ownWords(label), weight] as const);
  });
  const events = claim.events.flatMap((id) => {
    const event = library.events.get(id);
    return event ? [event.name, ...event.aliases].map((label) => [label, WEIGHTS.event] as const) : [];
  });
  const topic = library.topics.get(claim.topic);
  const topics = topic ? [topic.name, ...topic.aliases].map((label) => [label, WEIGHTS.topic] as const) : [];
  return [...entities, ...events, ...topics];
}

/** "Jared Kushner’s brother" is not Jared, and the subtitle of a book on someone is not them. */
const ownWords = (label: string): string => label.replace(/:.*$/, '').replace(/^.*[’']s /, '');

/** Names in capitals: only they are worth guessing at, since other short words differ by a letter all the time. */
function properNames(library: Library): readonly (readonly string[])[] {
  const entities = [...library.entities.values()].filter(({ invented }) => !invented);
  const labels = [...entities, ...library.events.values(), ...library.topics.values()].flatMap(
    ({ name, aliases }) => [name, ...aliases],
  );
  const proper = labels.filter(isProper);
  return [...new Map(proper.map((label) => [fold(label), nameWords(label)])).values()];
}

function corrector(
  names: readonly (readonly string[])[],
  labels: readonly string[],
  isKnown: (word: string) => boolean,
): TermIndex['correct'] {
  const long = Map.groupBy(
    labels.filter((label) => label.length >= LONG),
    ([initial]) => initial,
  );
  return (words) => {
    const unknown = new Set(words.filter((word) => !isKnown(word)));
    if (unknown.size === 0) return words;
    for (const name of names)
      for (let at = 0; at + name.length <= words.length; at += 1) {
        const asked = words.slice(at, at + name.length);
        if (asked.some((word) => unknown.has(word)) && isMeant(asked, name))
          return words.toSpliced(at, name.length, ...name);
      }
    return words.map((word) =>
      unknown.has(word)
        ? (long.get(word[0])?.find((label) => isSlip(word, label, label.length)) ?? word)
        : word,
    );
  };
}

/** A word alone has to have five letters; beside another word of the name three may do: "snoop dog". */
function isMeant(asked: readonly string[], name: readonly string[]): boolean {
  if (name.length === 1) return asked.every((word) => word.length > 4 && isSlip(word, name[0] ?? ''));
  return asked.every((word, at) => {
    const meant = name[at] ?? '';
    return word === meant || isSlip(word, meant) || (word.length === 3 && meant === word + meant.at(-1));
  });
}
