/** What a schema cannot see: ids that are used twice, and references that lead nowhere. */
import type { Pack, Problem } from './parse.ts';

type Kind = 'articles' | 'entities' | 'events' | 'claims' | 'disagreements' | 'questions';

const KINDS: readonly Kind[] = ['articles', 'entities', 'events', 'claims', 'disagreements', 'questions'];

/** A field of a record that must hold ids of another kind. */
interface Reference {
  readonly from: Kind;
  readonly record: string;
  readonly field: string;
  readonly to: Kind | 'topics';
  readonly ids: readonly string[];
}

export function checkReferences(packs: readonly Pack[]): Problem[] {
  return [...packs.flatMap(checkPack), ...checkUnique(packs)];
}

function checkPack(pack: Pack): Problem[] {
  const lists = { ...pack, topics: pack.info.topics };
  const known = new Map(
    ([...KINDS, 'topics'] as const).map((kind) => [kind, new Set(lists[kind].map(({ id }) => id))]),
  );
  return referencesOf(pack).flatMap(({ from, record, field, to, ids }) =>
    ids
      .filter((id) => !known.get(to)?.has(id))
      .map((id) => ({
        file: pack.origin.get(`${from}/${record}`) ?? pack.info.id,
        record,
        field,
        expected: `an id among the ${to} of this pack, but “${id}” is none`,
      })),
  );
}

const referencesOf = (pack: Pack): readonly Reference[] => [
  ...pack.events.map(({ id, entities }) => refer('events', id, 'entities', 'entities', entitiesIn(entities))),
  ...pack.claims.flatMap((claim) => [
    refer('claims', claim.id, 'topic', 'topics', [claim.topic]),
    refer('claims', claim.id, 'events', 'events', claim.events),
    refer('claims', claim.id, 'entities', 'entities', entitiesIn(claim.entities)),
    refer(
      'claims',
      claim.id,
      'receipts',
      'articles',
      claim.receipts.map(({ article }) => article),
    ),
    refer('claims', claim.id, 'denials', 'claims', claim.denials),
  ]),
  ...pack.disagreements.flatMap(({ id, sides }) =>
    sides.map(({ claims }, at) => refer('disagreements', id, `sides.${at}.claims`, 'claims', claims)),
  ),
  ...pack.questions.flatMap(({ id, topic, right, wrong }) => [
    refer('questions', id, 'topic', 'topics', [topic]),
    refer('questions', id, 'right.claims', 'claims', right.claims),
    ...wrong.map(({ claims }, at) => refer('questions', id, `wrong.${at}.claims`, 'claims', claims)),
  ]),
];

const refer = (
  from: Kind,
  record: string,
  field: string,
  to: Reference['to'],
  ids: readonly string[],
): Reference => ({ from, record, field, to, ids });

const entitiesIn = (roles: readonly { readonly entity: string }[]): readonly string[] =>
  roles.map(({ entity }) => entity);

function checkUnique(packs: readonly Pack[]): Problem[] {
  return KINDS.flatMap((kind) => {
    const seen = new Set<string>();
    return packs.flatMap((pack) =>
      pack[kind].flatMap(({ id }) => {
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        const file = pack.origin.get(`${kind}/${id}`) ?? pack.info.id;
        return [{ file, record: id, field: 'id', expected: `an id that no other record of ${kind} has` }];
      }),
    );
  });
}
