/** Which questions fit a topic, and which of them may follow those already asked. */
import { type Card, say } from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { askable } from '../facts/subjects.ts';
import type { Place } from '../ids.ts';
import { quote } from '../read-args.ts';
import type { Services } from '../services.ts';

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

/** Questions of which none gives another away: no claim of one proves or refutes an option of the other. */
export function withoutGiveaways(
  candidates: readonly Question[],
  asked: readonly Question[],
): readonly Question[] {
  const told = new Set(asked.flatMap(claimsOf));
  const ids = new Set(asked.map(({ id }) => id));
  return candidates.filter(
    (question) => !ids.has(question.id) && !claimsOf(question).some((claim) => told.has(claim)),
  );
}

const claimsOf = ({ right, wrong }: Question): readonly string[] => [
  ...right.claims,
  ...wrong.flatMap(({ claims }) => claims),
];

/** The claims that prove the right option; the first is the one that the reveal cites first. */
export function provingClaims(library: Library, question: Question): readonly [Claim, ...Claim[]] {
  const [first, ...rest] = question.right.claims.flatMap((id) => library.claims.get(id) ?? []);
  if (!first) throw new Error(`question ${question.id} rests on no claim`);
  return [first, ...rest];
}

/** For words that no question fits: the nearest topics, never a question on something else. */
export function unknownTopic({ search, library }: Pick<Services, 'library' | 'search'>, words: string): Card {
  const near = search.near(words, 5, askable(library));
  const offered = near.length > 0 ? near : search.subjects('', 5, askable(library));
  const said = `There is no question about “${quote(words)}”.`;
  if (offered.length === 0) return say('problem', said, ' There are none on anything else either.');
  return say('problem', said, ` Try one of these topics: ${offered.map(({ name }) => name).join(' · ')}.`);
}

/** The questions that stand unrevealed for everyone in the place's workspace: nobody there may be told them. */
export async function openQuestions(
  { store, library }: Pick<Services, 'store' | 'library'>,
  place: Place,
): Promise<readonly Question[]> {
  return (await store.openQuestions(place)).flatMap((id) => library.questions.get(id) ?? []);
}
