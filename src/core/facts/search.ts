/** Finds claims by the words people type: names, aliases, places, years, events, themes, with typing errors. */
import MiniSearch from 'minisearch';
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { describeDate } from '../dates.ts';
import { fold } from './fold.ts';
import { indexSubjects, type Subject } from './subjects.ts';

export interface FactSearch {
  /** Claims that fit, best first; empty where none does. */
  find(words: string): readonly Claim[];
  /** Names to propose while someone types, and to offer where nothing was found. */
  subjects(words: string, limit: number): readonly Subject[];
}

interface Document {
  readonly id: string;
  readonly text: string;
  readonly names: string;
  readonly events: string;
  readonly topic: string;
  readonly date: string;
}

/** A match this much weaker than the best one is another matter. */
const WORTH_SHOWING = 0.35;

export function createFactSearch(library: Library): FactSearch {
  const subjects = indexSubjects(library);
  const index = new MiniSearch<Document>({
    fields: ['text', 'names', 'events', 'topic', 'date'],
    processTerm: fold,
    searchOptions: {
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 3 && !/^\d+$/.test(term) ? 0.25 : false),
      boost: { names: 2, events: 1.5 },
      boostDocument: (id) => 1 + (library.claims.get(String(id))?.importance ?? 1) * 0.25,
    },
  });
  index.addAll([...library.claims.values()].map((claim) => toDocument(library, claim)));
  const claimsFor = (words: string, combineWith: 'AND' | 'OR'): readonly Claim[] => {
    const hits = index.search(words, { combineWith });
    const best = hits[0]?.score ?? 0;
    return hits
      .filter(({ score }) => score >= best * WORTH_SHOWING)
      .flatMap(({ id }) => library.claims.get(String(id)) ?? []);
  };
  return {
    find: (words) => {
      const subject = subjects.named(words);
      if (subject) return namingFirst(subject, words);
      const all = claimsFor(words, 'AND');
      return all.length > 0 ? all : claimsFor(words, 'OR');
    },
    subjects: subjects.nearest,
  };
}

/** Of the facts about a subject, those that name it as it was asked for come first. */
function namingFirst({ claims }: Subject, words: string): readonly Claim[] {
  const names = (claim: Claim) => Number(fold(claim.text).includes(fold(words)));
  return claims.toSorted((a, b) => names(b) - names(a) || b.importance - a.importance);
}

function toDocument(library: Library, claim: Claim): Document {
  const entities = claim.entities.flatMap(({ entity }) => library.entities.get(entity) ?? []);
  const events = claim.events.flatMap((event) => library.events.get(event) ?? []);
  const topic = library.topics.get(claim.topic);
  const dates = [claim.date, ...events.map(({ date }) => date)].flatMap((date) => date ?? []);
  return {
    id: claim.id,
    text: claim.text,
    names: entities.flatMap(({ name, aliases }) => [name, ...aliases]).join(' '),
    events: events.flatMap(({ name, aliases }) => [name, ...aliases]).join(' '),
    topic: topic ? [topic.name, ...topic.aliases].join(' ') : '',
    date: dates.map(describeDate).join(' '),
  };
}
