/** What a reveal shows to prove its answer, and what speaks against it. */
import type { Library } from '../dataset/library.ts';
import type { Claim, Disagreement, Question } from '../dataset/schema.ts';

export interface Proof {
  /** Those of the right option; the first is the one that the reveal cites first. */
  readonly claims: readonly Claim[];
  readonly denial: Claim | undefined;
  readonly disagreement: Disagreement | undefined;
}

export function proofOf(library: Library, { right }: Pick<Question, 'right'>): Proof {
  const claims = right.claims.flatMap((id) => library.claims.get(id) ?? []);
  const [denial] = claims.flatMap(({ denials }) => denials).flatMap((id) => library.claims.get(id) ?? []);
  const [disagreement] = claims.flatMap(({ id }) => library.disagreementsOf(id));
  return { claims, denial, disagreement };
}

/** The ids of all claims that the reveal of a question states in one way or another. */
export function claimsRevealed(library: Library, question: Pick<Question, 'right'>): readonly string[] {
  const { claims, denial, disagreement } = proofOf(library, question);
  const sides = disagreement?.sides.flatMap((side) => side.claims) ?? [];
  return [...[...claims, ...(denial ? [denial] : [])].map(({ id }) => id), ...sides];
}
