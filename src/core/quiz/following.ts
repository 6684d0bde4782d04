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
  lengthOf(library, { sorted: sparingFirst(library, candidates), most });

/**
 * Those after which as many more can be asked as a quiz still has to; all where none is one. Whoever draws among them
 * keeps what `runLength` promised: it takes the same ones in the same order.
 */
export function leavingRoom(library: Library, candidates: Questions, more: number): Questions {
  const sorted = sparingFirst(library, candidates);
  const kept = candidates.filter((one) => lengthOf(library, { sorted, most: more, after: one }) >= more);
  return kept.length > 0 ? kept : candidates;
}

/** What gives few others away leaves the most to ask. */
function sparingFirst(library: Library, questions: Questions): Questions {
  const counts = new Map(questions.map((one) => [one, givenAwayBy(library, one).size]));
  return questions.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
}

interface Row {
  readonly sorted: Questions;
  readonly most: number;
  /** What was asked before the first of them. */
  readonly after?: Question;
}

/** Takes one after the other that none before it gives away, and looks no further than it has to. */
function lengthOf(library: Library, { sorted, most, after }: Row): number {
  const given = new Set<string>();
  const ask = (question: Question) => {
    given.add(question.id);
    for (const id of givenAwayBy(library, question)) given.add(id);
  };
  if (after) ask(after);
  let length = 0;
  for (const question of sorted) {
    if (length >= most) break;
    if (given.has(question.id)) continue;
    ask(question);
    length += 1;
  }
  return length;
}
