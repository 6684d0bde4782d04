/** One fact is asked once in a form: the second time people know it. */
import type { Problem } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { answeringClaims, OF_SEVERAL } from '../../../core/quiz/asked.ts';
import { type Gate, problemWith } from '../rule.ts';

const factOf = (question: Question): string => `${question.kind} ${answeringClaims(question).join(' ')}`;

export const oneFact: Gate = {
  name: 'one fact, one question in a form',
  check: (pack) =>
    [
      ...Map.groupBy(
        pack.questions.filter(({ kind }) => !OF_SEVERAL.has(kind)),
        factOf,
      ).values(),
    ].flatMap(([first, ...others]): Problem[] =>
      others.map((question) =>
        problemWith(
          pack,
          question,
          'right.claims',
          `another fact than “${first?.id}” asks about in the same form: withdraw one of the two`,
        ),
      ),
    ),
};
