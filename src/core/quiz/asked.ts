/** A question as far as people are asked it: that of a pack, or what a round has shown of one that changed since. */
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import type { OpenQuestion } from '../store.ts';

export interface Asked extends Pick<Question, 'id' | 'prompt' | 'right'> {
  readonly wrong: readonly Pick<Question['wrong'][number], 'text' | 'claims'>[];
}

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
