/**
 * Which questions give others away. One does where a claim that it names or quotes is what the other’s answer rests on,
 * or refutes an option of it, and where what it shows, asked and revealed, tells the other’s answer about the same matter.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { claimsQuoted, quotationFor } from '../facts/quotation.ts';
import { claimsNamed } from '../facts/sides.ts';
import { graduallyPer, groupedBy } from '../gradually.ts';
import type { Steps } from '../steps.ts';
import { type Asked, answeringClaims } from './asked.ts';
import { attributionOf } from './attribution.ts';
import { createTellers, sentencesIn, sidesTold, type Teller } from './telling.ts';

/** The ids of the questions that this one gives away. The first call for a library finds all there are. */
export const givenAwayBy = (library: Library, { id }: Pick<Question, 'id'>): ReadonlySet<string> =>
  giveawaysIn(library).get(id) ?? new Set();

const giveawaysIn = graduallyPer(function* (
  library: Library,
): Steps<ReadonlyMap<string, ReadonlySet<string>>> {
  yield* shownIn.steps(library);
  const questions = [...library.questions.values()];
  const given = new Map(questions.map(({ id }) => [id, new Set<string>()]));
  for (const question of questions) {
    for (const id of giversOf(library, question)) given.get(id)?.add(question.id);
    yield;
  }
  return given;
});

/** Finds all there are, for whoever has the time before anybody asks. */
export const giveawaySteps = giveawaysIn.steps;

/** The ids of the questions that give this one away, which may be worded otherwise than the library’s. */
export function giversOf(library: Library, question: Asked): readonly string[] {
  const { byClaim, tellersOf } = shownIn(library);
  const asked = [...answeringClaims(question), ...refutingClaims(question)];
  const sharing = asked.flatMap((claim) => byClaim.get(claim) ?? []);
  return [...sharing.map(({ id }) => id), ...tellersOf(question)].filter((id) => id !== question.id);
}

const shownIn = graduallyPer(function* (library: Library) {
  const questions = [...library.questions.values()];
  const tellersOf = yield* createTellers(library, questions, (question) => tellerOf(library, question));
  const byClaim = yield* groupedBy(questions, (question) => [
    ...claimsOf(question),
    ...firstProof(library, question).flatMap((claim) => claimsQuoted(library, claim)),
  ]);
  return { byClaim, tellersOf };
});

/** The claim whose card the reveal is, in a list. */
const firstProof = (library: Library, { right }: Asked): readonly Claim[] =>
  claimsNamed(library, right.claims).slice(0, 1);

/** What proves or refutes any of its options. */
export const claimsOf = (question: Asked): readonly string[] => [
  ...question.right.claims,
  ...refutingClaims(question),
];

const refutingClaims = ({ wrong }: Asked): readonly string[] => wrong.flatMap(({ claims }) => claims);

/** All that a question shows. Its options alone tell nothing: until the reveal they stand unmarked. */
function tellerOf(library: Library, question: Question): Teller {
  const claims = claimsNamed(library, question.right.claims);
  const context = `${question.prompt} ${question.right.text}`;
  const attribution = attributionOf(library, question);
  const quoted = firstProof(library, question).flatMap((claim) => quotationFor(library, claim)?.text ?? []);
  const prose = [question.payoff, ...question.wrong.map(({ because }) => because), ...quoted];
  return {
    id: question.id,
    events: claims.flatMap(({ events }) => events),
    context,
    sentences: [
      { text: context },
      ...(attribution === undefined ? [] : [{ text: attribution }]),
      ...prose.flatMap(sentencesIn).map((text) => ({ text })),
      ...sidesTold(library, claims),
    ],
  };
}
