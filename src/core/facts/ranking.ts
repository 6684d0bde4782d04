/** Orders the claims that hold what was asked: those first that hold it side by side and answer the kind of question. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { type ClaimIndex, formsOf, type Term } from './claim-index.ts';
import { senseOf } from './english.ts';
import type { Reading } from './reading.ts';
import { daysOf, isWhen, type When } from './when.ts';

/** A match this much weaker than the best one is another matter. */
const WORTH_SHOWING = 0.35;

/** What a claim gains whose text holds all terms side by side, and for each light word. */
const CLOSE = 1.5;
const LIGHT = 0.4;

/** What it loses for whom it is about besides, and gains where the first who is named acts in it. */
const BESIDES = 0.08;
const ACTS = 1.1;

/** What is told only to who asks for it comes behind what anybody may be told. */
const RESERVED = 0.6;

export interface Ranking {
  /** All that hold every term and fall on the date, however well; empty for nothing asked. */
  holding(reading: Reading): readonly Claim[];
  /** Of those that `only` lets through, as if there were no others. */
  best(reading: Reading, only: (claim: Claim) => boolean): readonly Claim[];
}

export function createRanking(library: Library, index: ClaimIndex): Ranking {
  const all = [...library.claims.values()];
  const weightOn = (when: When, claim: Claim): number =>
    Math.max(
      0,
      ...datesOf(library, claim)
        .filter(([day]) => isWhen(when, day))
        .map(([, weight]) => weight),
    );
  const hitsOf = ({ terms, when }: Reading, look: ClaimIndex['holding'], dated = all) => {
    const hits = terms.length > 0 ? look(terms) : when ? dated.map((claim) => ({ claim, score: 1 })) : [];
    return when
      ? hits
          .map(({ claim, score }) => ({ claim, score: score * weightOn(when, claim) }))
          .filter(({ score }) => score > 0)
      : hits;
  };
  const best: Ranking['best'] = (reading, only) => {
    const { intent, light } = reading;
    const isOnlyNames = reading.terms.every(isName);
    const patterns = reading.terms.map(patternOf);
    const asked = reading.terms.flatMap((term) => ('entities' in term ? [term.entities] : []));
    const scored = hitsOf(reading, (terms) => index.best(terms, only), all.filter(only))
      .map(({ claim, score }) => {
        const words = index.sensesOf(claim);
        const held = light.length > 0 ? light.filter((word) => words.includes(senseOf(word))).length : 0;
        const favour = intent?.favours(library, claim, reading) ?? 1;
        const factor =
          (1 + (claim.importance - 1) * (isOnlyNames ? 0.5 : 0.25)) *
          (1 + CLOSE * closeness(words, patterns)) *
          (1 + LIGHT * held) *
          favour *
          (claim.reserved === undefined ? 1 : RESERVED) *
          rolesOf(claim, asked);
        return { claim, held, favour, score: score * factor };
      })
      .filter(({ favour }) => favour > 1 || !intent?.isStrict)
      .toSorted((a, b) => b.score - a.score);
    const told =
      light.length === 0 || !isOnlyNames
        ? scored
        : firstOf(
            scored,
            ({ held }) => held > 0,
            ({ favour }) => favour > 1,
          );
    const most = told[0]?.score ?? 0;
    return told.filter(({ score }) => score >= most * WORTH_SHOWING).map(({ claim }) => claim);
  };
  return { holding: (reading) => hitsOf(reading, index.holding).map(({ claim }) => claim), best };
}

/** All that the first of the tests is true of which is true of any. */
function firstOf<Item>(
  items: readonly Item[],
  ...tests: readonly ((item: Item) => boolean)[]
): readonly Item[] {
  const [test, ...others] = tests;
  if (!test) return [];
  const left = items.filter(test);
  return left.length > 0 ? left : firstOf(items, ...others);
}

const isName = (term: Term): boolean => 'entities' in term;

/** The names, or the one word, by which a text may have a term; of each word its forms. */
type Pattern = readonly (readonly (readonly string[])[])[];

const patternOf = (term: Term): Pattern =>
  ('entities' in term ? term.names : [[term.word]]).map((name) => name.map(formsOf));

/** From 0 to 1: how near to each other, and in what order, the text has what was asked. */
function closeness(words: readonly string[], patterns: readonly Pattern[]): number {
  if (patterns.length < 2) return 0;
  const places = patterns.map((pattern) => placesOf(words, pattern));
  const pairs = places.flatMap((before, at) => places.slice(at + 1).map((after) => nearestOf(before, after)));
  return pairs.reduce((sum, near) => sum + near, 0) / pairs.length;
}

/** What it costs if the text has two in the other order, in words between them. */
const BACKWARDS = 0.5;

type Span = readonly [from: number, to: number];

function placesOf(words: readonly string[], pattern: Pattern): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1)
    for (const name of pattern) if (holdsAt(words, at, name)) spans.push([at, at + name.length]);
  return spans;
}

function holdsAt(words: readonly string[], at: number, name: readonly (readonly string[])[]): boolean {
  for (let by = 0; by < name.length; by += 1) if (!name[by]?.includes(words[at + by] ?? '')) return false;
  return true;
}

function nearestOf(before: readonly Span[], after: readonly Span[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of before)
    for (const [start, end] of after)
      least = Math.min(least, start >= to ? start - to : from >= end ? from - end + BACKWARDS : 0);
  return 1 / (1 + least);
}

const AGENTS = new Set(['actor', 'subject', 'speaker']);

function rolesOf({ entities }: Claim, asked: readonly (readonly string[])[]): number {
  let [others, acts] = [0, false];
  for (const { entity, role } of entities) {
    const isAgent = AGENTS.has(role);
    if (isAgent && asked[0]?.includes(entity)) acts = true;
    if ((isAgent || role === 'recipient') && !asked.some((some) => some.includes(entity))) others += 1;
  }
  return (acts ? ACTS : 1) / (1 + BESIDES * others);
}

type Dated = readonly (readonly [string, number])[];

/** The claim's own date counts most, then its events', then the date for which it holds. */
function datesOf(library: Library, claim: Claim): Dated {
  const events = claim.events.flatMap((id) => daysOf(library.events.get(id)?.date));
  return [
    ...daysOf(claim.date).map((day) => [day, 2] as const),
    ...events.map((day) => [day, 1] as const),
    ...(claim.asOf === undefined ? [] : [[claim.asOf, 0.8] as const]),
  ];
}
