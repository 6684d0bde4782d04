/** Which questions may follow those already asked, and how many can follow one another. */
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import { givenAwayBy } from './giveaways.ts';

type Questions = readonly Question[];

/** Those whose answer nothing asked before in this session has given away; each of it is revealed by now. */
export function notGivenAway(library: Library, candidates: Questions, before: Questions): Questions {
  const given = new Set(before.flatMap((one) => [one.id, ...givenAwayBy(library, one)]));
  return candidates.filter(({ id }) => !given.has(id));
}

/** How many of these can be asked one after the other, as far as `most`. */
export const runLength = (library: Library, candidates: Questions, most: number): number =>
  lengthOf(library, sparingFirst(library, candidates), most);

/**
 * Those after which as many more can be asked as a quiz still has to; all where none is one. Whoever draws among them
 * keeps what `runLength` promised: it takes the same ones in the same order.
 */
export function leavingRoom(library: Library, candidates: Questions, more: number): Questions {
  const sorted = sparingFirst(library, candidates);
  const kept = candidates.filter(
    (one) => lengthOf(library, notGivenAway(library, sorted, [one]), more) >= more,
  );
  return kept.length > 0 ? kept : candidates;
}

/** What gives few others away leaves the most to ask. */
const sparingFirst = (library: Library, questions: Questions): Questions =>
  questions.toSorted((a, b) => givenAwayBy(library, a).size - givenAwayBy(library, b).size);

function lengthOf(library: Library, sorted: Questions, most: number): number {
  const [first] = sorted;
  return most <= 0 || !first ? 0 : 1 + lengthOf(library, notGivenAway(library, sorted, [first]), most - 1);
}
