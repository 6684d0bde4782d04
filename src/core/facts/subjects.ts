/** What a fact can be about: the people, places, events and themes that people search for by name. */
import MiniSearch from 'minisearch';
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { fold } from './fold.ts';

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Most important first. */
  readonly claims: readonly Claim[];
}

export interface SubjectIndex {
  /** The subject of exactly this name or alias, whatever its case and accents. */
  named(words: string): Subject | undefined;
  /** Best first; for no words at all, those with most facts. */
  nearest(words: string, limit: number): readonly Subject[];
}

export function indexSubjects(library: Library): SubjectIndex {
  const subjects = listSubjects(library);
  const byName = new Map<string, Subject>();
  for (const subject of subjects)
    for (const name of [subject.name, ...subject.aliases])
      if (!byName.has(fold(name))) byName.set(fold(name), subject);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const search = new MiniSearch<{ id: string; name: string; aliases: string }>({
    fields: ['name', 'aliases'],
    processTerm: fold,
    searchOptions: { prefix: true, fuzzy: 0.25, boost: { name: 2 } },
  });
  search.addAll(subjects.map(({ id, name, aliases }) => ({ id, name, aliases: aliases.join(' ') })));
  return {
    named: (words) => byName.get(fold(words)),
    nearest: (words, limit) =>
      words.trim() === ''
        ? subjects.slice(0, limit)
        : search
            .search(words)
            .slice(0, limit)
            .flatMap(({ id }) => byId.get(String(id)) ?? []),
  };
}

function listSubjects(library: Library): readonly Subject[] {
  const claims = [...library.claims.values()].toSorted((a, b) => b.importance - a.importance);
  const about = (matches: (claim: Claim) => boolean) => claims.filter(matches);
  const entities = [...library.entities.values()]
    .filter(({ minor, invented }) => !minor && !invented)
    .map(({ id, name, aliases }) => ({
      id: `entity-${id}`,
      name,
      aliases,
      claims: about(({ entities: roles }) =>
        roles.some((role) => role.entity === id && role.role !== 'mentioned'),
      ),
    }));
  const events = [...library.events.values()].map(({ id, name, aliases }) => ({
    id: `event-${id}`,
    name,
    aliases,
    claims: about((claim) => claim.events.includes(id)),
  }));
  const topics = [...library.topics.values()].map(({ id, name, aliases }) => ({
    id: `topic-${id}`,
    name,
    aliases,
    claims: about(({ topic }) => topic === id),
  }));
  return [...topics, ...entities, ...events]
    .filter((subject) => subject.claims.length > 0)
    .toSorted((a, b) => b.claims.length - a.claims.length);
}
