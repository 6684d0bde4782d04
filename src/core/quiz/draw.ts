/** Draws the next question: one that was not seen yet where there is any, and of these the one that fits best. */
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import type { Place, Player } from '../ids.ts';
import { shuffle } from '../ports/random.ts';
import type { Shown, Taking } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { idsOf } from '../unseen.ts';
import { type Difficulty, difficultiesNow } from './difficulty.ts';

/** What makes one question better than another. */
export type Wish = (question: Question) => boolean;

/** What those who are asked have seen and missed, as wishes, and how hard each question is by now. */
export interface Past {
  /** The place did not know it when it was last asked there. */
  readonly isMissed: Wish;
  /** It rests on no claim that a question rests on which was seen. */
  readonly isFresh: Wish;
  readonly difficultyOf: (question: Question) => Difficulty;
}

/** Wishes in order, the strongest first: one that nothing fulfils of what those before it have left gives way. */
export type Wishes = (past: Past) => readonly Wish[];

const MISSED_THEN_FRESH: Wishes = ({ isMissed, isFresh }) => [isMissed, isFresh];

/** What a draw for a place goes by, beside what was shown there; read once, it serves several that follow one another. */
export interface Memory extends Omit<Past, 'isFresh'> {
  readonly library: Library;
}

export async function recall(services: Services, place: Place): Promise<Memory> {
  const { store, library } = services;
  const difficultyOf = await difficultiesNow(services);
  const outcomes = await store.lastOutcomes(place);
  const missed = new Map(
    outcomes.map(({ questionId, isMissed }) => [library.question(questionId), isMissed]),
  );
  return { library, difficultyOf, isMissed: (question) => missed.get(question) ?? false };
}

/**
 * Draws one for a place, which sees none again until all of the candidates were asked there. Without other wishes, it
 * sees no claim again while there is a question on another, and once it starts over, first what it did not know. What
 * its daily will ask next comes where all else was seen. Undefined only where there are no candidates.
 */
export async function drawUnseen(
  services: Services,
  place: Place,
  candidates: readonly Question[],
  wishes: Wishes = MISSED_THEN_FRESH,
): Promise<Question | undefined> {
  const memory = await recall(services, place);
  const order = shuffle(candidates, services.random);
  return take(services, place, (shown) => chooseUnseen(memory, order, wishes, shown));
}

/** `choose` decides alone what comes: of two who draw at once, the second knows of the first. */
export async function take(
  { store, library, clock }: Services,
  place: Place,
  choose: (shown: Shown) => Taking | undefined,
): Promise<Question | undefined> {
  const id = await store.takeChosen(place, 'question', choose, clock.now());
  return id === undefined ? undefined : library.question(id);
}

/** Draws one for somebody who plays alone in a place: first what they have not answered, and its daily will not ask. */
export async function drawUnanswered(
  services: Services,
  { player, place }: { readonly player: Player; readonly place: Place },
  candidates: readonly Question[],
  wishes: Wishes = MISSED_THEN_FRESH,
): Promise<Question | undefined> {
  const { store, library, random } = services;
  const order = shuffle(candidates, random);
  const records = await store.exportPlayer(player);
  const answered = records.flatMap(({ questionId }) => library.question(questionId) ?? []);
  const left = unknownOf(order, answered);
  const difficultyOf = await difficultiesNow(services);
  const past: Past = { isMissed: () => false, isFresh: freshBeside(answered), difficultyOf };
  const planned = questionsNamed(library, await store.planOf(place));
  return bestOf(left.length > 0 ? left : order, [isNoneOf(planned), ...wishes(past)]);
}

/** What is taken of `order`, after what was shown; pure, so that what comes later can be drawn ahead. */
export function chooseUnseen(
  { library, ...memory }: Memory,
  order: readonly Question[],
  wishes: Wishes,
  { items, last, planned, leftOut }: Shown,
): Taking | undefined {
  const known = questionsNamed(library, items);
  const past: Past = { ...memory, isFresh: freshBeside(known) };
  const all = [isNoneOf(questionsNamed(library, planned)), ...wishes(past)];
  const allowed = unknownOf(order, questionsNamed(library, leftOut));
  const next = bestOf(unknownOf(allowed, known), all);
  if (next) return { item: next.id, forget: [] };
  const latest = last === undefined ? undefined : library.question(last);
  const others = allowed.filter((question) => question !== latest);
  const again = bestOf(others.length > 0 ? others : allowed, all);
  return again && { item: again.id, forget: idsOf(order, items, library.question) };
}

export const questionsNamed = (library: Library, ids: Iterable<string>): readonly Question[] =>
  [...ids].flatMap((id) => library.question(id) ?? []);

const isNoneOf = (questions: readonly Question[]): Wish => {
  const them = new Set(questions);
  return (question) => !them.has(question);
};

export const unknownOf = (order: readonly Question[], known: readonly Question[]): readonly Question[] =>
  order.filter(isNoneOf(known));

function freshBeside(known: readonly Question[]): Wish {
  const claims = new Set(known.flatMap(({ right }) => right.claims));
  return ({ right }) => !right.claims.some((claim) => claims.has(claim));
}

/** The first of those that are left when each wish was heard. */
const bestOf = (from: readonly Question[], wishes: readonly Wish[]): Question | undefined =>
  wishes.reduce((left, wish) => narrowed(left, wish, 1), from)[0];

/** What fulfils the wish; where that is fewer than `least`, all. */
export function narrowed(from: readonly Question[], wish: Wish, least: number): readonly Question[] {
  const better = from.filter(wish);
  return better.length >= least ? better : from;
}
