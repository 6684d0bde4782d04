/** What a fact can be about: the people, places, events and themes that people search for by name. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { fold, isProper, nameWords } from './fold.ts';
import { isNear, isSlip } from './slips.ts';
import { isStopWord } from './stop-words.ts';

export interface Subject {
  readonly id: string;
  readonly kind: 'topic' | 'entity' | 'event';
  readonly name: string;
  readonly aliases: readonly string[];
  /** Most important first. */
  readonly claims: readonly Claim[];
}

export type SubjectFilter = (subject: Subject) => boolean;

export interface SubjectIndex {
  /** The subjects of exactly this name or alias, whatever its case, accents, hyphens and articles. */
  named(words: string): readonly Subject[];
  /** For someone who types: best first; for no words at all, those with most facts. */
  startingWith(words: string, limit: number, only?: SubjectFilter): readonly Subject[];
  /** Names that the words may be a misspelling or a part of; empty where there are none. */
  near(words: string, limit: number, only?: SubjectFilter): readonly Subject[];
}

interface Name {
  readonly subject: Subject;
  readonly label: string;
  readonly text: string;
  readonly words: readonly string[];
  /** The subject's own name, not an alias. */
  readonly isOwn: boolean;
}

/** For topics that are asked about: leaves out what there is no question on. */
export const askable =
  (library: Library): SubjectFilter =>
  ({ claims }) =>
    claims.some(({ id }) => library.questionsOn(id).length > 0);

export function indexSubjects(library: Library): SubjectIndex {
  const all = listSubjects(library);
  const names: readonly Name[] = all.flatMap((subject) =>
    [subject.name, ...subject.aliases].map((name) => ({
      subject,
      label: name,
      text: fold(name),
      words: nameWords(name),
      isOwn: fold(name) === fold(subject.name),
    })),
  );
  const byName = Map.groupBy(names, ({ words }) => keyOf(words));
  const best = (score: (name: Name) => number, limit: number, only: SubjectFilter) =>
    bestOf(names, score, only).slice(0, limit);
  return {
    named: (words) => [...new Set((byName.get(keyOf(nameWords(words))) ?? []).map(({ subject }) => subject))],
    startingWith: (words, limit, only = () => true) =>
      words.trim() === '' ? all.filter(only).slice(0, limit) : best(proposal(words), limit, only),
    near: (words, limit, only = () => true) => best(nearness(words), limit, only),
  };
}

const keyOf = (words: readonly string[]): string =>
  words.join(' ').replace(/^(?:the|an?|il|lo|la|i|gli|le) (?=.)/, '');

function bestOf(
  names: readonly Name[],
  score: (name: Name) => number,
  only: SubjectFilter,
): readonly Subject[] {
  const scores = new Map<Subject, number>();
  for (const name of names) {
    const points = score(name);
    if (points > (scores.get(name.subject) ?? 0)) scores.set(name.subject, points);
  }
  return [...scores]
    .filter(([subject]) => only(subject))
    .toSorted(([, one], [, other]) => other - one)
    .map(([subject]) => subject);
}

/** All words have to fit, as beginnings or misspelt; a name that starts with what was typed is better. */
function proposal(typed: string): (name: Name) => number {
  const start = fold(typed);
  const words = nameWords(typed).filter((word) => !isStopWord(word));
  return ({ text, words: known, isOwn }) => {
    const isName = isOwn ? 1 : 0;
    if (text.startsWith(start)) return 6 + isName;
    if (words.length === 0) return 0;
    if (words.every((word) => known.some((one) => one.startsWith(word)))) return 4 + isName;
    return words.every((word) => known.some((one) => one.startsWith(word) || isNear(word, one)))
      ? 2 + isName
      : 0;
  };
}

/** Either all that was asked about is in the name, or all of the name in what was asked about. */
function nearness(asked: string): (name: Name) => number {
  const words = nameWords(asked).filter((word) => !isStopWord(word) && word.length > 2);
  return ({ words: all, label, subject }) => {
    const known = all.filter((word) => !isStopWord(word));
    if (words.length === 0 || known.length === 0) return 0;
    const fits = slipsIn(label, subject);
    const isPart = words.every((word) => known.includes(word));
    const isSame = words.length === known.length && words.every((word, at) => fits(word, known[at] ?? ''));
    const isWhole = known.every((one) => one.length > 3 && words.some((word) => fits(word, one)));
    const points = isPart || isSame ? 1 + words.length / known.length : Number(isWhole);
    return points > 0 && subject.kind === 'entity' ? points + 0.5 : points;
  };
}

/** A name in capitals may be further off than a common word, which has many others near it. */
function slipsIn(label: string, { kind }: Subject): (word: string, known: string) => boolean {
  if (isProper(label)) return (word, known) => word === known || isNear(word, known);
  return (word, known) => word === known || (kind !== 'event' && word.length > 4 && isSlip(word, known));
}

/** What only mentions someone is about them if it names them. */
function listSubjects(library: Library): readonly Subject[] {
  const claims = [...library.claims.values()].toSorted((a, b) => b.importance - a.importance);
  const namedIn = createNamedIn(library);
  const byEntity = groupClaims(claims, ({ entities, text }) => {
    const isNamed = namedIn(text);
    return entities
      .filter(({ entity, role }) => role !== 'mentioned' || isNamed(entity))
      .map(({ entity }) => entity);
  });
  const byEvent = groupClaims(claims, ({ events }) => events);
  const byTopic = groupClaims(claims, ({ topic }) => [topic]);
  const entities = [...library.entities.values()].filter(({ minor, invented }) => !minor && !invented);
  return [
    ...subjectsOf('topic', library.topics.values(), byTopic),
    ...subjectsOf('entity', entities, byEntity),
    ...subjectsOf('event', library.events.values(), byEvent),
  ].toSorted((a, b) => b.claims.length - a.claims.length);
}

const subjectsOf = (
  kind: Subject['kind'],
  named: Iterable<Pick<Subject, 'id' | 'name' | 'aliases'>>,
  claims: ReadonlyMap<string, readonly Claim[]>,
): readonly Subject[] =>
  [...named]
    .map(({ id, name, aliases }) => ({
      id: `${kind}-${id}`,
      kind,
      name,
      aliases,
      claims: claims.get(id) ?? [],
    }))
    .filter((subject) => subject.claims.length > 0);

function createNamedIn({ entities }: Library): (text: string) => (id: string) => boolean {
  const phraseOf = (text: string) => ` ${nameWords(text).join(' ')} `;
  const names = new Map<string, readonly string[]>();
  const namesOf = (id: string) => {
    const entity = entities.get(id);
    const known = names.get(id) ?? (entity ? [entity.name, ...entity.aliases] : []).map(phraseOf);
    names.set(id, known);
    return known;
  };
  return (text) => {
    let words: string | undefined;
    return (id) => {
      words ??= phraseOf(text);
      return namesOf(id).some((name) => words?.includes(name));
    };
  };
}

function groupClaims(
  claims: readonly Claim[],
  keysOf: (claim: Claim) => readonly string[],
): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const key of new Set(keysOf(claim))) {
      const group = groups.get(key);
      if (group) group.push(claim);
      else groups.set(key, [claim]);
    }
  return groups;
}
