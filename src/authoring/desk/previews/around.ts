/** Of a large pack the small part that a card of a record, and what may not fit together with it, can be made from. */
import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim, Question } from '../../../core/dataset/schema.ts';

/**
 * The records with every fact that they name, that denies one of these, or that disagrees with one; with the events of
 * all these; articles, names and topics are all there. Rules that compare entries need the whole pack.
 */
export function around(pack: Pack, facts: readonly Claim[], questions: readonly Question[]): Pack {
  const ids = new Set([
    ...facts.map(({ id }) => id),
    ...questions.flatMap(({ right, wrong }) => [right, ...wrong].flatMap(({ claims }) => claims)),
  ]);
  const sides = pack.disagreements.map((one) => one.sides.flatMap(({ claims }) => claims));
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { id, denials } of pack.claims) if (ids.has(id)) for (const one of denials) ids.add(one);
    for (const claims of sides)
      if (claims.some((one) => ids.has(one))) for (const one of claims) ids.add(one);
  }
  const claims = pack.claims.filter(({ id }) => ids.has(id));
  const events = new Set(claims.flatMap((claim) => claim.events));
  return {
    ...pack,
    claims,
    events: pack.events.filter(({ id }) => events.has(id)),
    questions,
    disagreements: pack.disagreements.filter((_, at) => sides[at]?.some((one) => ids.has(one))),
  };
}
