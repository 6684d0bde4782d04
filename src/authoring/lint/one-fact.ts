/** One fact is asked once in a form: the second time people know it. */
import type { Problem } from '../../core/dataset/parse.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { type Gate, problemWith } from './gate.ts';

/** What is asked stands in the claim that is named first; the others help to prove it. */
const factOf = ({ kind, right }: Question): string => `${kind} ${right.claims[0]}`;

/** These rest on several facts alike. */
const OF_SEVERAL: ReadonlySet<Question['kind']> = new Set(['made-up', 'first']);

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
