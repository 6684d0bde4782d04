/**
 * Finds claims by what people type: names, aliases, places, dates, events, themes, whole questions. Every word that
 * says something has to fit a claim, or nothing is found: an unrelated fact is worse than none.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { graduallyPer } from '../gradually.ts';
import type { Steps } from '../steps.ts';
import { indexClaims } from './claim-index.ts';
import { stem, wordsOf } from './fold.ts';
import { createRanking } from './ranking.ts';
import { createReader } from './reading.ts';
import { isStopWord } from './stop-words.ts';
import { indexSubjects, type Subject, type SubjectFilter } from './subjects.ts';

export type ClaimFilter = (claim: Claim) => boolean;

export interface FactSearch {
  /** Claims that fit, best first; empty where none does. With `only`, as if there were no others. */
  find(words: string, only?: ClaimFilter): readonly Claim[];
  /** The words as `find` takes them: compounds joined, misspellings corrected, those that say nothing left out. */
  read(words: string): readonly string[];
  /** What `find` takes for something misspelt in the words, as the dataset writes it. */
  meant(words: string): readonly string[];
  /** Who or what bears exactly this name. */
  named(words: string): readonly Subject[];
  /** Ids of the claims that these words may find, whatever else stands beside them. */
  holding(words: string): readonly string[];
  /** Names to propose while someone types; for no words, the most spoken-of. */
  subjects(words: string, limit: number, only?: SubjectFilter): readonly Subject[];
  /** Names that words for which nothing was found may have been meant for; empty where there are none. */
  near(words: string, limit: number, only?: SubjectFilter): readonly Subject[];
}

/** The index is made when somebody asks first, unless `searchSteps` was quicker: of a large pack it takes most of a second. */
export const createFactSearch = (library: Library): FactSearch => ({
  find: (...asked) => searchIn(library).find(...asked),
  read: (words) => searchIn(library).read(words),
  meant: (words) => searchIn(library).meant(words),
  named: (words) => searchIn(library).named(words),
  holding: (words) => searchIn(library).holding(words),
  subjects: (...asked) => searchIn(library).subjects(...asked),
  near: (...asked) => searchIn(library).near(...asked),
});

const searchIn = graduallyPer(indexing);

/** Makes the index of the library, for whoever has the time before anybody asks. */
export const searchSteps = (library: Library): Steps<unknown> => searchIn.steps(library);

function* indexing(library: Library): Steps<FactSearch> {
  const subjects = indexSubjects(library);
  yield;
  const index = yield* indexClaims(library);
  yield;
  const read = createReader(library, index);
  const ranking = createRanking(library, index);
  const says = createSays();
  return {
    find: (typed, only = () => true) => {
      const words = short(typed);
      const reading = read(words);
      const { when, words: said, intent, light } = reading;
      const search = () => ranking.best(reading, only);
      if (when && said.length === 0) return search();
      const namedAs = (name: string) => subjects.named(name).flatMap((subject) => onlyOf(subject, only));
      const exact = namedAs(words);
      const named = when || exact.length > 0 ? exact : namedAs(said.join(' '));
      if (exact.length === 0 && (intent?.isStrict || light.length > 0)) return search();
      if (named.length > 0)
        return aboutNamed(
          named,
          said,
          wordsOf(words),
          says,
          search,
          (claim) => intent?.favours(library, claim, reading) ?? 1,
        );
      return said.some((word) => !/^\d+$/.test(word)) ? search() : [];
    },
    read: (words) => read(short(words)).words,
    meant: (words) => read(short(words)).meant,
    named: (words) => subjects.named(short(words)),
    holding: (words) => {
      const named = subjects.named(short(words)).flatMap(({ claims }) => claims);
      return [...ranking.holding(read(short(words))), ...named].map(({ id }) => id);
    },
    subjects: (words, ...asked) => subjects.startingWith(short(words), ...asked),
    near: (words, ...asked) => subjects.near(short(words), ...asked),
  };
}

/** Twice what the longest question and the longest option have; each further word is held against all others. */
const LONGEST = 300;

/** There are signs that stand for eighteen letters. */
const short = (words: string): string => words.slice(0, LONGEST).normalize('NFKC').slice(0, LONGEST);

/** The subject with those of its claims; none where it has none of them. */
function onlyOf(subject: Subject, only: ClaimFilter): readonly Subject[] {
  const claims = subject.claims.filter(only);
  return claims.length > 0 ? [{ ...subject, claims }] : [];
}

/** Whether a claim's text holds these words side by side, in whatever forms. */
function createSays(): Says {
  const phrases = new WeakMap<Claim, string>();
  const phraseIn = (claim: Claim) => {
    const phrase = phrases.get(claim) ?? phraseOf(wordsOf(claim.text));
    phrases.set(claim, phrase);
    return phrase;
  };
  return (claim, words) => words.length > 0 && phraseIn(claim).includes(phraseOf(words));
}

const phraseOf = (words: readonly string[]): string => ` ${words.map(stem).join(' ')} `;

type Says = (claim: Claim, words: readonly string[]) => boolean;

/**
 * Who or what bears the name comes before what happened under it. A theme is all that is told under it only by
 * its own name, or where nothing else fits: "lawyer" is not everything about the White House.
 */
function aboutNamed(
  named: readonly Subject[],
  terms: readonly string[],
  words: readonly string[],
  says: Says,
  search: () => readonly Claim[],
  favours: (claim: Claim) => number,
): readonly Claim[] {
  const narrow = named.filter(({ kind }) => kind !== 'topic');
  const themes = named.filter(({ kind, name }) => kind === 'topic' && sameWords(name, words));
  if (narrow.length + themes.length === 0) return search();
  const isEvent = narrow.some(({ kind }) => kind === 'event');
  const saying = isEvent ? search().filter((claim) => says(claim, terms)) : [];
  const claims = new Set([...[...narrow, ...themes].flatMap((subject) => subject.claims), ...saying]);
  return namingFirst([...claims], terms, narrow, says, favours);
}

/** First what names it, in the words asked with or in others; then the important; a mere mention counts less. */
function namingFirst(
  claims: readonly Claim[],
  terms: readonly string[],
  subjects: readonly Subject[],
  says: Says,
  favours: (claim: Claim) => number,
): readonly Claim[] {
  const entities = subjects.filter(({ kind }) => kind === 'entity');
  const ids = entities.map(({ id }) => id);
  const names = entities.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => wordsOf(one)));
  const rank = (claim: Claim) => {
    const isNamed = [terms, ...names].some((name) => says(claim, name));
    const isMentioned = claim.entities.some(
      ({ entity, role }) => role === 'mentioned' && ids.includes(`entity-${entity}`),
    );
    const isOwn = subjects.some(({ claims: own }) => own.includes(claim));
    return (
      (isNamed ? 10 : 0) +
      claim.importance +
      (isOwn ? 1.5 : 0) -
      (isMentioned ? 1 : 0) +
      4 * (favours(claim) - 1) -
      claim.entities.length / 10
    );
  };
  const ranks = new Map(claims.map((claim) => [claim, rank(claim)]));
  return claims.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
}

const sameWords = (name: string, words: readonly string[]): boolean =>
  sayingOf(wordsOf(name)) === sayingOf(words);

const sayingOf = (words: readonly string[]): string => phraseOf(words.filter((word) => !isStopWord(word)));
