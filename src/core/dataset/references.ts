/** What a schema cannot see: ids that are used twice, and references that lead nowhere. */
import { type Pack, type Problem, problemAt } from './pack.ts';

const KINDS = ['articles', 'entities', 'events', 'claims', 'disagreements', 'questions', 'topics'] as const;

type Kind = (typeof KINDS)[number];

/** A field of a record that must hold ids of another kind. */
interface Reference {
  readonly from: object;
  /** What the record is called in a message. */
  readonly record: string;
  readonly field: string;
  readonly to: Kind;
  readonly ids: readonly string[];
}

export function checkReferences(packs: readonly Pack[]): Problem[] {
  return [...packs.flatMap(checkPack), ...packs.flatMap(denyingThemselves), ...checkUnique(packs)];
}

function checkPack(pack: Pack): Problem[] {
  const known = new Map(KINDS.map((kind) => [kind, new Set(pack[kind].map(({ id }) => id))]));
  return referencesOf(pack).flatMap(({ from, record, field, to, ids }) =>
    ids
      .filter((id) => !known.get(to)?.has(id))
      .map((id) =>
        problemAt(pack, from, record, field, `an id among the ${to} of this pack, but “${id}” is none`),
      ),
  );
}

const denyingThemselves = (pack: Pack): readonly Problem[] =>
  pack.claims
    .filter(({ id, denials }) => denials.includes(id))
    .map((claim) => problemAt(pack, claim, claim.id, 'denials', 'another claim: none denies itself'));

const referencesOf = (pack: Pack): readonly Reference[] => [
  ...pack.events.map((event) => refer(event, 'entities', 'entities', entitiesIn(event.entities))),
  ...pack.claims.flatMap((claim) => [
    refer(claim, 'topic', 'topics', [claim.topic]),
    refer(claim, 'events', 'events', claim.events),
    refer(claim, 'entities', 'entities', entitiesIn(claim.entities)),
    refer(
      claim,
      'receipts',
      'articles',
      claim.receipts.map(({ article }) => article),
    ),
    refer(claim, 'denials', 'claims', claim.denials),
  ]),
  ...pack.disagreements.flatMap((one) =>
    one.sides.map(({ claims }, at) => refer(one, `sides.${at}.claims`, 'claims', claims)),
  ),
  ...pack.questions.flatMap((question) => [
    refer(question, 'topic', 'topics', [question.topic]),
    refer(question, 'right.claims', 'claims', question.right.claims),
    ...question.wrong.map(({ claims }, at) => refer(question, `wrong.${at}.claims`, 'claims', claims)),
  ]),
  ...pack.info.contested.map(({ source, denial }) => ({
    from: pack.info,
    record: source,
    field: 'contested',
    to: 'claims' as const,
    ids: [denial],
  })),
  ...pack.leftOut.map((part) => ({
    from: part,
    record: `paragraph ${part.paragraph} of “${part.article}”`,
    field: 'article',
    to: 'articles' as const,
    ids: [part.article],
  })),
];

const refer = (
  from: { readonly id: string },
  field: string,
  to: Kind,
  ids: readonly string[],
): Reference => ({ from, record: from.id, field, to, ids });

const entitiesIn = (roles: readonly { readonly entity: string }[]): readonly string[] =>
  roles.map(({ entity }) => entity);

/** Over all packs: the library looks records up by their id alone. */
function checkUnique(packs: readonly Pack[]): Problem[] {
  return KINDS.flatMap((kind) => {
    const seen = new Set<string>();
    return packs.flatMap((pack) =>
      pack[kind].flatMap((record) => {
        const { id } = record;
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        return [problemAt(pack, record, id, 'id', `an id that no other record of ${kind} has`)];
      }),
    );
  });
}
