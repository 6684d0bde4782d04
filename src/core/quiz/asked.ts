/** A question as far as people are asked it: that of a pack, or what a round has shown of one that changed since. */
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import type { OpenQuestion } from '../ports/store.ts';

export interface Asked extends Pick<Question, 'id' | 'prompt' | 'right'> {
  readonly wrong: readonly Pick<Question['wrong'][number], 'text' | 'claims'>[];
}

/** These rest on several facts alike: one of the options is not like the others, or comes before them. */
export const OF_SEVERAL: ReadonlySet<Question['kind']> = new Set(['made-up', 'first']);

/**
 * What the answer itself rests on: the claim that is named first, or all of them where the kind weighs several, or where
 * the kind is not known any more. The other claims help to tell it.
 */
export const answeringClaims = ({
  kind,
  right,
}: Pick<Asked, 'right'> & Partial<Pick<Question, 'kind'>>): readonly string[] =>
  kind === undefined || OF_SEVERAL.has(kind) ? right.claims : right.claims.slice(0, 1);

/** An open question as the pack has it now and, where people see another one, as they see it. */
export function askedIn(library: Library, { questionId, shown }: OpenQuestion): readonly Asked[] {
  const question = library.question(questionId);
  const right = shown.options[shown.right] ?? '';
  const wrong = shown.options.filter((_, at) => at !== shown.right);
  const texts = new Set(question?.wrong.map(({ text }) => text));
  if (
    question?.prompt === shown.prompt &&
    question.right.text === right &&
    wrong.every((text) => texts.has(text))
  )
    return [question];
  const proofs = question?.right.claims ?? [];
  const seen: Asked = {
    id: question?.id ?? questionId,
    prompt: shown.prompt,
    right: { text: right, claims: proofs },
    wrong: wrong.map((text) => ({ text, claims: [] })),
  };
  return question ? [question, seen] : [seen];
}
