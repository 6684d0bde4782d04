/** A question that strangers have answered keeps its id, or is withdrawn with a reason: their rounds refer to it. */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { type Gate, problemWith } from '../rule.ts';

export const released: Gate = {
  name: 'released ids kept',
  check: (pack) => [...lost(pack), ...unlisted(pack), ...taken(pack)],
};

function lost(pack: Pack): Problem[] {
  const asked = new Set(pack.questions.map(({ id }) => id));
  const known = new Set([...asked, ...pack.questions.flatMap(({ formerly }) => formerly)]);
  return pack.released.flatMap((one) => {
    if (one.withdrawn === undefined)
      return known.has(one.id)
        ? []
        : problemWith(
            pack,
            one,
            'id',
            'a question with this id, one that names it in `formerly`, or a reason in `withdrawn`',
          );
    return asked.has(one.id)
      ? problemWith(
          pack,
          one,
          'withdrawn',
          'no question with this id, as it is withdrawn: take out one or the other',
        )
      : [];
  });
}

function unlisted(pack: Pack): Problem[] {
  const listed = new Set(pack.released.map(({ id }) => id));
  return pack.questions
    .filter(({ id }) => !listed.has(id))
    .map((question) =>
      problemWith(pack, question, 'id', 'an id that released.json lists: run `npm run data:release`'),
    );
}

/** An earlier id stands for one question: a round on it must not show another. */
function taken(pack: Pack): Problem[] {
  const owners = new Map<string, Question>(pack.questions.map((question) => [question.id, question]));
  return pack.questions.flatMap((question) =>
    question.formerly.flatMap((id) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? question);
      return owner === undefined
        ? []
        : problemWith(
            pack,
            question,
            'formerly',
            `an id of its own, but “${id}” is one of “${owner.id}”: take it out`,
          );
    }),
  );
}
