import type { Question } from '../../../core/dataset/schema.ts';
import { answeringClaims, OF_SEVERAL } from '../../../core/quiz/asked.ts';
import { finding, type Rule } from '../rule.ts';

export const oneFact = {
  id: 'one-fact',
  severity: 'warning',
  says: 'One fact is asked once in a form: the second time people know it.',
  check: ({ questions }) =>
    [
      ...Map.groupBy(
        questions.filter(({ kind }) => !OF_SEVERAL.has(kind)),
        factOf,
      ).values(),
    ].flatMap(([first, ...others]) =>
      others.map((question) => {
        const expected = `another fact than “${first?.id}” asks about in the same form: withdraw one of the two`;
        return finding(question, 'right.claims', expected);
      }),
    ),
} satisfies Rule;

const factOf = (question: Question): string => `${question.kind} ${answeringClaims(question).join(' ')}`;
