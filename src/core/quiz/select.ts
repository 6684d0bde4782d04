/** Which questions fit a topic, and which of them may follow those already asked. */
import { type Card, say } from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { askable, type SubjectFilter } from '../facts/subjects.ts';
import type { Place, Player } from '../ids.ts';
import { shuffle } from '../random.ts';
import { quote } from '../read-args.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Shown, Taking } from '../store.ts';
import { givenAwayBy } from './giveaways.ts';
import { secretsAround } from './secrets/secrets.ts';

/** All questions for no topic; otherwise those filed under it or resting on a claim that fits the words. */
export function questionsAbout(
  { library, search }: Pick<Services, 'library' | 'search'>,
  topic: string,
): readonly Question[] {
  const all = [...library.questions.values()];
  if (topic === '') return all;
  const fitting = new Set(search.find(topic).map(({ id }) => id));
  return all.filter(({ right }) => right.claims.some((claim) => fitting.has(claim)));
}

/** Those whose answer nothing asked before in this session has given away; each of it is revealed by now. */
export function notGivenAway(
  library: Library,
  candidates: readonly Question[],
  before: readonly Question[],
): readonly Question[] {
  const given = new Set(before.flatMap((one) => [one.id, ...givenAwayBy(library, one)]));
  return candidates.filter(({ id }) => !given.has(id));
}

/**
 * Draws one for a place, which sees none again until all of the candidates were asked there, and no claim again
 * while there is a question on another. When it starts over, what the place did not know comes first. Undefined
 * only where there are no candidates.
 */
export async function drawUnseen(
  { store, library, random, clock }: Services,
  place: Place,
  candidates: readonly Question[],
): Promise<Question | undefined> {
  const order = shuffle(candidates, random);
  const missed = new Set((await store.missedQuestions(place)).map((id) => library.question(id)));
  const missedFirst = order.filter((question) => missed.has(question));
  const choose = (shown: Shown) => chooseNext(library, { order, missedFirst }, shown);
  const id = await store.takeChosen(place, 'question', choose, clock.now());
  return id === undefined ? undefined : library.question(id);
}

/** Draws one for somebody who plays alone: first what they have not answered, on claims that they have not met. */
export async function drawUnanswered(
  { store, library, random }: Services,
  player: Player,
  candidates: readonly Question[],
): Promise<Question | undefined> {
  const order = shuffle(candidates, random);
  const answered = (await store.exportPlayer(player)).flatMap(
    (one) => library.question(one.questionId) ?? [],
  );
  return nextOf(order, answered) ?? order[0];
}

interface Orders {
  readonly order: readonly Question[];
  /** Of these, those that the place did not know when they were asked; all of them were. */
  readonly missedFirst: readonly Question[];
}

function chooseNext(library: Library, { order, missedFirst }: Orders, shown: Shown): Taking | undefined {
  const known = [...shown.items].flatMap((id) => library.question(id) ?? []);
  const next = nextOf(missedFirst, known) ?? nextOf(order, known);
  if (next) return { item: next.id, forget: [] };
  const last = shown.last === undefined ? undefined : library.question(shown.last);
  const again = [...missedFirst, ...order].find((question) => question !== last) ?? order[0];
  return again && { item: again.id, forget: order.flatMap(({ id, formerly }) => [id, ...formerly]) };
}

/** The first that is not among the known ones, if it can be on claims that none of those is on. */
function nextOf(order: readonly Question[], known: readonly Question[]): Question | undefined {
  const questions = new Set(known);
  const claims = new Set(known.flatMap(({ right }) => right.claims));
  const unknown = order.filter((question) => !questions.has(question));
  return unknown.find(({ right }) => !right.claims.some((claim) => claims.has(claim))) ?? unknown[0];
}

/** The claims that prove the right option; the first is the one that the reveal cites first. */
export function provingClaims(library: Library, question: Question): readonly [Claim, ...Claim[]] {
  const [first, ...rest] = question.right.claims.flatMap((id) => library.claims.get(id) ?? []);
  if (!first) throw new Error(`question ${question.id} rests on no claim`);
  return [first, ...rest];
}

/** Why there is nothing to ask on a topic now, if so. `typed`: as much of it as was typed just now. */
export async function obstacleToTopic(
  services: Services,
  origin: Origin,
  topic: string,
  typed = topic,
): Promise<Card | undefined> {
  const secrets = await secretsAround(services, origin);
  const refusal = secrets.refuse(typed);
  if (refusal) return refusal;
  return questionsAbout(services, topic).length > 0
    ? undefined
    : unknownTopic(services, topic, secrets.mayOffer);
}

/** For words that no question fits: the nearest topics, never a question on something else. */
export function unknownTopic(
  { search, library }: Pick<Services, 'library' | 'search'>,
  words: string,
  mayOffer: SubjectFilter = () => true,
): Card {
  const isAskable = askable(library);
  const only: SubjectFilter = (subject) => isAskable(subject) && mayOffer(subject);
  const near = search.near(words, 5, only);
  const offered = near.length > 0 ? near : search.subjects('', 5, only);
  const said = `There is no question about “${quote(words)}”.`;
  if (offered.length === 0) return say('problem', said, ' There are none on anything else either.');
  return say('problem', said, ` Try one of these topics: ${offered.map(({ name }) => name).join(' · ')}.`);
}
