/** Orders the claims that hold all words and fall on the date asked for. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { type Matches, SPECIFIC } from './term-index.ts';
import { daysOf, isWhen, type When } from './when.ts';

/** A match this much weaker than the best one is another matter. */
const WORTH_SHOWING = 0.35;

/** A claim that holds the words side by side is about them. */
const PHRASE = 1.5;

export interface Ranking {
  /** Ids of all that hold these, however well; empty for no words. */
  holding(terms: readonly string[], when: When | undefined): readonly string[];
  best(terms: readonly string[], when: When | undefined): readonly Claim[];
}

export function createRanking(
  library: Library,
  matches: (word: string) => Matches,
  says: (claim: Claim, words: readonly string[]) => boolean,
): Ranking {
  const dates = new Map([...library.claims.values()].map((claim) => [claim.id, datesOf(library, claim)]));
  const fitsOf = (terms: readonly string[], when: When | undefined): readonly Matches[] => [
    ...terms.map(matches),
    ...(when ? [datedBy(dates, when)] : []),
  ];
  const best: Ranking['best'] = (terms, when) => {
    const fits = fitsOf(terms, when);
    const hits = inAll(fits)
      .flatMap((id) => library.claims.get(id) ?? [])
      .map((claim) => {
        const weights = fits.map((one) => one.get(claim.id) ?? 0);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const worth = (says(claim, terms) ? PHRASE : 1) * (1 + (claim.importance - 1) * 0.25);
        return { claim, score: sum * worth, isSpecific: Math.min(...weights) >= SPECIFIC };
      })
      .toSorted((a, b) => b.score - a.score);
    const specific = hits.filter(({ isSpecific }) => isSpecific);
    return worthShowing(specific.length > 0 ? specific : hits);
  };
  return { holding: (terms, when) => inAll(fitsOf(terms, when)), best };
}

const worthShowing = (hits: readonly { readonly claim: Claim; readonly score: number }[]): readonly Claim[] =>
  hits.filter(({ score }) => score >= (hits[0]?.score ?? 0) * WORTH_SHOWING).map(({ claim }) => claim);

function inAll([first, ...others]: readonly Matches[]): readonly string[] {
  return [...(first?.keys() ?? [])].filter((id) => others.every((one) => one.has(id)));
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

const datedBy = (dates: ReadonlyMap<string, Dated>, when: When): Matches =>
  new Map(
    [...dates].flatMap(([id, dated]) => {
      const weights = dated.filter(([day]) => isWhen(when, day)).map(([, weight]) => weight);
      return weights.length > 0 ? [[id, Math.max(...weights)] as const] : [];
    }),
  );
