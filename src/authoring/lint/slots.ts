/** The right option stands in each place equally often: one that is mostly C gives itself away. */
import type { Pack, Problem } from '../../core/dataset/pack.ts';
import type { Question } from '../../core/dataset/schema.ts';
import type { Random } from '../../core/ports/random.ts';
import { letterOf, putQuestion } from '../../core/quiz/question.ts';
import { type Gate, problemWith } from './rule.ts';

const SHUFFLES = 10_000;

/** In standard deviations of a binomial count: even shuffling leaves them about once in 370 counts. */
const BOUNDS = 3;

/** Fixed, so that the gate says the same each time; for each number of options the sequence begins anew. */
const SEED = 20180530;

/** With the order that rounds are drawn in; a test gives one that is off. */
export const slotsGate = (put: typeof putQuestion = putQuestion): Gate => ({
  name: 'right option in every slot alike',
  check: (pack) =>
    [...Map.groupBy(pack.questions.filter(isShuffled), ({ wrong }) => wrong.length + 1)].flatMap(
      ([options, questions]) => uneven(pack, options, slotCounts(questions, options, put)),
    ),
});

export const slots: Gate = slotsGate();

/** True and False always stand in that order. */
const isShuffled = ({ kind }: Question): boolean => kind !== 'true-false';

/** How often the right option came to stand in each place, the questions taking turns. */
function slotCounts(questions: readonly Question[], options: number, put: typeof putQuestion): number[] {
  const random = { next: mulberry32(SEED) };
  const counts = Array.from({ length: options }, () => 0);
  for (let turn = 0; turn < SHUFFLES; turn += 1) {
    const question = questions[turn % questions.length];
    if (question === undefined) break;
    const slot = put(question, random).right;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

function uneven(pack: Pack, options: number, counts: readonly number[]): Problem[] {
  const even = SHUFFLES / options;
  const bound = BOUNDS * Math.sqrt(even * (1 - 1 / options));
  return counts.flatMap((count, slot) =>
    Math.abs(count - even) <= bound
      ? []
      : problemWith(
          pack,
          pack.info,
          'questions',
          `the right one of ${options} options in slot ${letterOf(slot)} within ${Math.round(bound)} of ${Math.round(even)} times in ${SHUFFLES} shuffles, but it was there ${count} times: mend the drawing of the order`,
        ),
  );
}

/** A small generator with a seed: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): Random['next'] {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
