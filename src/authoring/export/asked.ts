/** What is asked, as people read it: for a second reader, and for programs. */
import { buildLibrary } from '../../core/dataset/library.ts';
import type { Pack } from '../../core/dataset/pack.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { bareId, packOf } from '../../core/dataset/scope.ts';
import { attributionOf } from '../../core/quiz/attribution.ts';

export interface Asked {
  readonly id: string;
  readonly pack: string;
  readonly kind: Question['kind'];
  readonly prompt: string;
  /** Whose word it rests on; empty where the articles say it themselves. */
  readonly attribution: string;
  /** The right one first. */
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  readonly payoff: string;
  readonly fit: Question['fit'];
  readonly difficulty: number;
  readonly claims: readonly string[];
}

/** Every question of the packs, in their order. */
export function askedOf(packs: readonly Pack[]): readonly Asked[] {
  const library = buildLibrary(packs);
  return [...library.questions.values()].map((question) => ({
    id: bareId(question.id),
    pack: packOf(question.id) ?? '',
    kind: question.kind,
    prompt: question.prompt,
    attribution: attributionOf(library, question) ?? '',
    options: [
      { text: question.right.text, right: true },
      ...question.wrong.map(({ text }) => ({ text, right: false })),
    ],
    payoff: question.payoff,
    fit: question.fit,
    difficulty: question.difficulty,
    claims: question.right.claims.map(bareId),
  }));
}
