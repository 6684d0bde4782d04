import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

export const released = {
  id: 'released',
  severity: 'error',
  says: 'A question that strangers answered keeps its id, or is withdrawn with a reason: their rounds refer to it.',
  check: (pack) => [...lost(pack), ...taken(pack)],
} satisfies Rule;

function lost(pack: Pack): Finding[] {
  const asked = new Set(pack.questions.map(({ id }) => id));
  const known = new Set([...asked, ...pack.questions.flatMap(({ formerly }) => formerly)]);
  return pack.released.flatMap((one) => {
    if (one.withdrawn === undefined)
      return known.has(one.id)
        ? []
        : finding(
            one,
            'id',
            'a question with this id, one that names it in `formerly`, or a reason in `withdrawn`',
          );
    return asked.has(one.id)
      ? finding(one, 'withdrawn', 'no question with this id, as it is withdrawn: take out one or the other')
      : [];
  });
}

/** An earlier id stands for one question: a round on it must not show another. */
function taken(pack: Pack): Finding[] {
  const owners = new Map<string, Question>(pack.questions.map((question) => [question.id, question]));
  return pack.questions.flatMap((question) =>
    question.formerly.flatMap((id) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? question);
      return owner === undefined
        ? []
        : finding(question, 'formerly', `an id of its own, but “${id}” is one of “${owner.id}”: take it out`);
    }),
  );
}
